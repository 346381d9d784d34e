import { ok, type CheckedInputOf } from '@contract/action'
import type { Day } from '@contract/calendar'
import { HOUSEHOLDS_PAGE, type HouseholdLine, type selfReportActions } from '@contract/selfReport'
import type { Condition } from '@kernel/belowPosts'
import type { Case } from '@kernel/caseEvents'
import { collection, command } from '@kernel/cloud'
import { placeOf } from '@kernel/deciders'
import { livingThere, type HouseholdDocument } from '@kernel/households/householdDocument'
import { callLine } from '@kernel/households/views'
import type { Context, UseCase } from '@kernel/serve'

type Asked = CheckedInputOf<typeof selfReportActions.list>
type Listed = Omit<HouseholdDocument, 'days' | 'registered'>

const households = collection<Listed>('households')
const cases = collection<Pick<Case, '_id'>>('cases')

/**
 * The households at a place, a page at a time: without their reports, which are most of each. Five database requests at
 * most: posts, place, one or two ranges of an index, the episodes of who is unwell.
 */
export const listHouseholds: UseCase<typeof selfReportActions.list> = async (asked, context) => {
  const { _id, level } = await placeOf(asked.place, context)
  const found: Listed[] = []
  for (const range of rangesOf(asked, context)) {
    const most = HOUSEHOLDS_PAGE + 1 - found.length
    if (most > 0) found.push(...(await read(allOf({ [`at.${level}`]: _id }, range), asked.show, most)))
  }
  const shown = found.slice(0, HOUSEHOLDS_PAGE)
  const open = await openAmong(shown.flatMap(episodesOf))
  const last = shown[shown.length - 1]
  return ok({
    items: shown.map((one) => lineOf(one, open, context.today)),
    next: last && found.length > shown.length ? { reportedOn: last.reportedOn, id: last._id } : null,
  })
}

/**
 * Ranges of an index that follow each other in the order of the list: what a page does not show it does not read. A cursor
 * only says where to go on, never beyond what the list holds.
 */
function rangesOf({ show, after }: Asked, { today }: Context): Condition[] {
  const following = after ? [{ _id: command.gt(after.id) }] : []
  if (show === 'reported') return [allOf({ reportedOn: today }, ...following)]
  if (show === 'steady') return [allOf({ steady: true }, ...following)]
  const before = { reportedOn: command.lt(today) }
  if (!after) return [before]
  return [
    allOf(before, { reportedOn: after.reportedOn }, ...following),
    allOf(before, { reportedOn: command.gt(after.reportedOn) }),
  ]
}

const allOf = (...conditions: Condition[]): Condition => command.and(conditions) as unknown as Condition

async function read(range: Condition, show: Asked['show'], most: number): Promise<Listed[]> {
  const wanted = households.where(allOf(range, { deletion: null }))
  // Of the others all have the same day, or it does not matter.
  const { data } = await (show === 'notReported' ? wanted.orderBy('reportedOn', 'asc') : wanted)
    .orderBy('_id', 'asc')
    .limit(most)
    .field({ days: false, registered: false })
    .get()
  return data
}

const episodesOf = (found: Listed): string[] =>
  livingThere(found).flatMap(({ episode }) => (episode ? [episode.case] : []))

/** Those of these episodes that nobody has closed. */
async function openAmong(episodes: string[]): Promise<Set<string>> {
  if (episodes.length === 0) return new Set()
  const { data } = await cases
    .where({ _id: command.in(episodes), todo: command.neq(null) })
    .limit(episodes.length)
    .field({ body: false, history: false })
    .get()
  return new Set(data.map(({ _id }) => _id))
}

function lineOf(found: Listed, open: ReadonlySet<string>, today: Day): HouseholdLine {
  const { _id, place, display, latest, reportedOn, calls } = found
  const people = livingThere(found)
  const [last] = calls
  return {
    id: _id,
    place,
    display,
    people: people.length,
    reportedToday: latest?.on === today ? latest.people : 0,
    reportedOn: reportedOn || null,
    lastCall: last ? callLine(_id, last) : null,
    steady: people.flatMap(({ id, steady }) => (steady ? [{ person: id, ...steady }] : [])),
    hasAlert: episodesOf(found).some((id) => open.has(id)),
    hasPhone: people.some(({ phone }) => phone !== ''),
  }
}
