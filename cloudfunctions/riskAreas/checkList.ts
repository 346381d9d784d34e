import { ok } from '@contract/action'
import { AREAS_SHOWN, type riskAreasActions } from '@contract/riskAreas'
import { regionName } from '@kernel/assessment/assessRegistration'
import { removeFiles } from '@kernel/files'
import type { UseCase } from '@kernel/serve'
import { changesOf, isOverBy } from './changeRules'
import { digestOf } from './digestOf'
import { isRefused, planList } from './planList'

/** What a list would say, and what that changes. What is no spreadsheet is removed; a spreadsheet waits to be proposed. */
export const checkList: UseCase<typeof riskAreasActions.check> = async (input, context) => {
  const planned = await planList(input, context)
  if (isRefused(planned)) {
    const { entry } = input
    if (entry.kind === 'file' && planned.error.fields?.['entry.file']) await removeFiles([entry.file])
    return planned
  }
  const { base, lines, areas, faults } = planned
  return ok({
    lines,
    areas: areas.filter((area) => !isOverBy(context.today, area)).length,
    faults: { total: faults.length, shown: faults.slice(0, AREAS_SHOWN) },
    changes: changesOf(base?.areas ?? [], areas, context.today, regionName),
    digest: digestOf(base?._id ?? null, areas),
  })
}
