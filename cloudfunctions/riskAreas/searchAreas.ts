import { ok } from '@contract/action'
import type { riskAreasActions } from '@contract/riskAreas'
import { resolveRegion, searchRegions } from '@contract/regionSearch'
import { regionName } from '@kernel/assessment/assessRegistration'
import type { UseCase } from '@kernel/serve'
import { COUNTIES_SHOWN, hitsOf } from './searchRules'
import { noticeOf, shownList } from './shownList'

/** Whether somewhere is at risk: anybody may ask, and is told what the list says, not who has made it. */
export const searchAreas: UseCase<typeof riskAreasActions.search> = async ({ words, place }, context) => {
  const list = await shownList(place, context)
  const notice = list && noticeOf(list, context.today)
  if (words === '') return ok({ list: notice, hits: [], more: false })
  const resolved = resolveRegion({ region: words })
  return ok({
    list: notice,
    ...hitsOf(words, {
      within: resolved.ok && resolved.rest !== '' ? { region: resolved.region, rest: resolved.rest } : null,
      counties: searchRegions(words, COUNTIES_SHOWN + 1),
      list,
      today: context.today,
      nameOf: regionName,
    }),
  })
}
