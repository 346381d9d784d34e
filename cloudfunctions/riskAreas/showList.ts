import { ok } from '@contract/action'
import type { riskAreasActions } from '@contract/riskAreas'
import { regionName } from '@kernel/assessment/assessRegistration'
import { findEdition, headOf } from '@kernel/assessment/editionHeads'
import { noSuch } from '@kernel/deciders'
import type { UseCase } from '@kernel/serve'

const A_PAGE = 200

/** An edition with a page of its areas, in the order of their regions. */
export const showList: UseCase<typeof riskAreasActions.show> = async ({ skip, ...on }, context) => {
  const list = await findEdition('riskList', on)
  if (!list) return noSuch('edition')
  const { areas, changes } = list
  const next = skip + A_PAGE
  return ok({
    ...(await headOf('riskList', list, context)),
    areas: areas.slice(skip, next).map((area) => ({ ...area, names: regionName(area.region) })),
    total: areas.length,
    next: next < areas.length ? next : null,
    changes,
  })
}
