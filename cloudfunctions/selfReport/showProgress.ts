import { ok } from '@contract/action'
import type { ReportingProgress, selfReportActions } from '@contract/selfReport'
import { collection, command } from '@kernel/cloud'
import { placeOf } from '@kernel/deciders'
import { NOBODY_HERE, type HouseholdDocument } from '@kernel/households/householdDocument'
import { placeName } from '@kernel/placeDocument'
import { livePlaces } from '@kernel/placeTree/livePlaces'
import type { UseCase } from '@kernel/serve'

/** Where to go first; whoever needs more opens a narrower place. */
const PLACES_SHOWN = 50

const households = collection<HouseholdDocument>('households')

/** A building, or a compound where no building is known, with households that have not reported. */
interface Gap {
  id: string
  notReported: number
}

/**
 * How many households at a place have reported today, and where those are who have not. Six database requests: posts,
 * place, two counts, the groups, their names. All that is read of households stands in the index.
 */
export const showProgress: UseCase<typeof selfReportActions.progress> = async ({ place }, context) => {
  const { today } = context
  const { _id, level } = await placeOf(place, context)
  const here = (reportedOn: unknown) => ({ [`at.${level}`]: _id, reportedOn })
  const notYet = here(command.lt(today))
  const [all, notReported, gaps] = await Promise.all([
    households.where(here(command.lt(NOBODY_HERE))).count(),
    households.where(notYet).count(),
    gapsAmong(notYet),
  ])
  return ok({
    on: today,
    households: all.total,
    notReported: notReported.total,
    places: await named(gaps),
  })
}

async function gapsAmong(notYet: object): Promise<Gap[]> {
  const $ = command.aggregate
  const { list } = await households
    .aggregate()
    .match(notYet)
    .group({ _id: { building: '$at.building', compound: '$at.compound' }, notReported: $.sum(1) })
    .sort({ notReported: -1, '_id.compound': 1, '_id.building': 1 })
    .limit(PLACES_SHOWN)
    .end()
  return list.map(({ _id, notReported }) => {
    const { building, compound } = _id as { building?: string | null; compound: string }
    return { id: building ?? compound, notReported: Number(notReported) }
  })
}

/** A place that has just been moved is named where it is now. */
async function named(gaps: readonly Gap[]): Promise<ReportingProgress['places']> {
  const places = await livePlaces(gaps.map(({ id }) => id))
  return gaps.flatMap(({ id, notReported }) => {
    const place = places.get(id)
    return place ? [{ ...placeName(place), notReported }] : []
  })
}
