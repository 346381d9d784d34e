import { caseKinds } from '@contract/cases'
import { AT_LEAST, type InboxCounts } from '@contract/inbox'
import type { Condition } from '@kernel/belowPosts'
import { collection, command } from '@kernel/cloud'
import { caseCounts } from '@kernel/counts/countCases'
import { countedIn, isCountedApart, NOW, type CountsDocument } from '@kernel/counts/countRules'
import { countsAt, sumOf, type Counting } from '@kernel/counts/countsAtRules'
import { covers } from '@kernel/covering'
import { findPlace } from '@kernel/places'
import { handedToMe, overdueAtMyPlaces, readsTips, TIP, type Chosen, type Mine } from './atMyPlaces'

/** More communities than a district has; no request answers more. */
const DOCUMENTS_AT_MOST = 1000

/**
 * The counts of a list that is longer than a page, however long: what is open is counted as it happens, what is overdue or mine
 * is looked for up to {@link AT_LEAST}. Three database requests, one more for a chosen place not seen for a minute.
 *
 * @param overdueKnown - null where it has to be looked for
 */
export async function countOpen(
  mine: Mine,
  chosen: Chosen,
  overdueKnown: number | null,
  now: Date,
): Promise<InboxCounts> {
  const [open, overdue, handed] = await Promise.all([
    openAtMyPlaces(mine, chosen, now),
    overdueKnown ?? atLeast(overdueAtMyPlaces(mine, chosen, now)),
    atLeast(handedToMe(mine, chosen)),
  ])
  return { ...open, overdue, mine: handed }
}

async function atLeast(condition: Condition): Promise<number> {
  const { list } = await collection('cases')
    .aggregate()
    .match(condition)
    .limit(AT_LEAST)
    .group({ _id: null, number: command.aggregate.sum(1) })
    .end()
  return Number(list[0]?.number ?? 0)
}

async function openAtMyPlaces(
  { posts }: Mine,
  chosen: Chosen,
  now: Date,
): Promise<Pick<InboxCounts, 'open' | 'waitingForResident'>> {
  const place = chosen ? await findPlace(chosen.id, now) : null
  if (chosen && !place) return { open: 0, waitingForResident: 0 }
  const within = (some: Mine['posts']): Counting[] =>
    widestOf(some.flatMap((post) => (place ? bothOf(post, { ...place, id: place._id }) : countingOf(post))))
  const [all, withTips] = [within(posts), within(posts.filter(readsTips))]
  const documents = await documentsOf(all)
  const allButTips = caseKinds.filter((kind) => kind !== TIP)
  const sum = (count: 'open' | 'waiting') =>
    sumOf(
      all.flatMap((one) => countsAt(one, documents)),
      count,
      allButTips,
    ) +
    sumOf(
      withTips.flatMap((one) => countsAt(one, documents)),
      count,
      [TIP],
    )
  return { open: sum('open'), waitingForResident: sum('waiting') }
}

const countingOf = ({ place, at }: Mine['posts'][number]): Counting => ({
  id: place.id,
  level: place.level,
  at,
})

/** What lies both below a post and below the chosen place: the narrower of them, if either lies below the other. */
function bothOf(post: Mine['posts'][number], place: Counting): Counting[] {
  if (covers(post, place.at)) return [place]
  return covers({ place }, post.at) ? [countingOf(post)] : []
}

/** Those that lie below no other: each case is counted once. */
const widestOf = (places: readonly Counting[]): Counting[] => {
  const each = [...new Map(places.map((place) => [place.id, place])).values()]
  return each.filter((one) => !each.some((other) => other.id !== one.id && covers({ place: other }, one.at)))
}

async function documentsOf(places: readonly Counting[]): Promise<CountsDocument[]> {
  if (places.length === 0) return []
  const [apart, within] = [
    places.filter(({ level }) => isCountedApart(level)),
    places.filter(({ level }) => !isCountedApart(level)),
  ]
  const these = [
    ...apart.map(({ id, level }) => ({ [`at.${level}`]: id, day: NOW })),
    ...(within.length > 0 ? [{ _id: command.in(within.map(({ at }) => countedIn(at))) }] : []),
  ]
  const found = caseCounts.where(these.length === 1 ? these[0] : command.or(these)).limit(DOCUMENTS_AT_MOST)
  const { data } = await (within.length > 0 ? found : found.field({ below: false })).get()
  return data
}
