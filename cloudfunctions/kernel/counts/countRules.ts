import { addDays, dayOf, type Day } from '@contract/calendar'
import type { CaseKind } from '@contract/cases'
import { LEDGER_DAYS } from '@contract/ledger'
import type { Actor, At, Level } from '@contract/roles'
import { canonical } from '../canonical'

/** Of cases open now and those of them that wait for their owner; of cases opened and closed on a day. */
export type Count = 'open' | 'waiting' | 'opened' | 'closed'

export type Counts = Partial<Record<CaseKind, Partial<Record<Count, number>>>>

/** Stands for a day with what is open now; behind every day, as strings compare. */
export const NOW = 'now'

/**
 * How many cases there are in a community, now or of one day, as stored in `caseCounts`; of what lies in none, in the street
 * or district. Nothing that is zero is kept.
 */
export interface CountsDocument {
  /** `<place>` or `<place> <day>` */
  _id: string
  /** The place and what lies above it. */
  at: At
  /** Or {@link NOW}. */
  day: Day
  total: Counts
  /** The same at each place below it, by id: grids, compounds, buildings, units. */
  below: Record<string, Counts>
  /** Of a day: it is over, and what was open at its end stands among the counts. */
  isEnded: boolean
  /** Rises by one with each change. */
  version: number
}

/** What a case was last counted as, as it keeps it. */
export interface Counted {
  /** Down to its unit; down to its community where it is being deleted. */
  at: At
  /** The place whose document counts it as open; null when it is not. */
  openIn: string | null
  /** Open, and its owner is to act. */
  waits: boolean
  openedOn: Day
  /** The day on which nobody had to act on it any more; null while somebody has. */
  closedOn: Day | null
}

/** What of a case decides how it is counted. */
export interface Countable {
  kind: CaseKind
  at: At
  openedAt: Date
  todo: { role: Actor } | null
  deletion: string | null
  counted?: Counted
}

/** A case that is counted otherwise than before; `before` is null the first time. */
export interface Recounting {
  kind: CaseKind
  before: Counted | null
  after: Counted
}

const widest: readonly Level[] = ['district', 'street', 'community']
const below: readonly Level[] = ['grid', 'compound', 'building', 'unit']

const cutTo = (at: At, some: readonly Level[]): At =>
  Object.fromEntries(some.flatMap((level) => (at[level] === undefined ? [] : [[level, at[level]]])))

/** Whether a place has documents of its own. */
export const isCountedApart = (level: Level): boolean => widest.includes(level)

/** The place in whose document a case is counted that lies there: its community, else the narrowest above. */
export const countedIn = (at: At): string => at.community ?? at.street ?? at.district ?? ''

export const countsId = (place: string, day: Day): string => (day === NOW ? place : `${place} ${day}`)

/** The first day of which something is still known. */
export const firstDayCounted = (today: Day): Day => addDays(today, -LEDGER_DAYS)

/**
 * What a case is to be counted as; `since` is when it became something else than it was counted as. Once it is being deleted
 * only its community still knows that there was one.
 */
export function countedAs({ at, openedAt, todo, deletion, counted }: Countable, since: Date): Counted {
  const isOpen = todo !== null && deletion === null
  return {
    at: cutTo(at, deletion === null ? [...widest, ...below] : widest),
    openIn: isOpen ? countedIn(at) : null,
    waits: isOpen && todo.role === 'owner',
    openedOn: dayOf(openedAt),
    closedOn: isOpen ? null : (counted?.closedOn ?? dayOf(since)),
  }
}

/** Whether what an event writes leaves a case counted as it is. */
export function isCountedAlike(before: Pick<Countable, 'todo'>, set: { at?: At } & Pick<Countable, 'todo'>) {
  const isAsOpen = (before.todo === null) === (set.todo === null)
  const waitsAsLong = (before.todo?.role === 'owner') === (set.todo?.role === 'owner')
  return set.at === undefined && isAsOpen && waitsAsLong
}

/** Where a case counts, and as what. */
const entriesOf = ({ openIn, waits, openedOn, closedOn }: Counted): [Day, Count][] => [
  ...(openIn === null ? [] : [[NOW, 'open'] as [Day, Count]]),
  ...(waits ? [[NOW, 'waiting'] as [Day, Count]] : []),
  [openedOn, 'opened'],
  ...(closedOn === null ? [] : [[closedOn, 'closed'] as [Day, Count]]),
]

/** The documents that a recounting changes, by their ids. */
export const countsTouched = (recountings: readonly Recounting[]): string[] => {
  const all = recountings.flatMap(({ before, after }) => (before ? [before, after] : [after]))
  return [
    ...new Set(
      all.flatMap((counted) => entriesOf(counted).map(([day]) => countsId(countedIn(counted.at), day))),
    ),
  ]
}

/** So many more of a kind; what comes to zero is left out. */
export function plus(counts: Counts, kind: CaseKind, count: Count, more: number): Counts {
  const { [kind]: ofKind = {}, ...otherKinds } = counts
  const { [count]: number = 0, ...others } = ofKind
  const after = number + more === 0 ? others : { ...others, [count]: number + more }
  return Object.keys(after).length === 0 ? otherKinds : { ...otherKinds, [kind]: after }
}

type Sums = Pick<CountsDocument, 'total' | 'below'>

/** The same in a community and at each place below it at which the cases are. */
export function plusAt(sums: Sums, at: At, kind: CaseKind, count: Count, more: number): Sums {
  const after = new Map(Object.entries(sums.below))
  for (const level of below) {
    const place = at[level]
    if (place === undefined) continue
    const counts = plus(after.get(place) ?? {}, kind, count, more)
    if (Object.keys(counts).length === 0) after.delete(place)
    else after.set(place, counts)
  }
  return { total: plus(sums.total, kind, count, more), below: Object.fromEntries(after) }
}

const isAlike = (one: CountsDocument, other?: CountsDocument): boolean =>
  JSON.stringify(canonical(one)) === JSON.stringify(canonical(other))

/**
 * The documents of {@link countsTouched} that become something else, given those of them that are stored. Days too long ago
 * are left as they are, which is gone.
 */
export function countsAfter(
  stored: readonly CountsDocument[],
  recountings: readonly Recounting[],
  today: Day,
): CountsDocument[] {
  const before = new Map(stored.map((document) => [document._id, document]))
  const after = new Map<string, CountsDocument>()
  const count = (counted: Counted, kind: CaseKind, more: 1 | -1) => {
    for (const [day, what] of entriesOf(counted)) {
      if (day !== NOW && day < firstDayCounted(today)) continue
      const at = cutTo(counted.at, widest)
      const _id = countsId(countedIn(at), day)
      const document = after.get(_id) ?? before.get(_id) ?? newCounts(_id, at, day)
      // Where a place lies is told by what is there now, not by what has left it.
      const whereabouts = more > 0 ? at : document.at
      after.set(_id, { ...document, at: whereabouts, ...plusAt(document, counted.at, kind, what, more) })
    }
  }
  for (const { kind, before: was, after: is } of recountings) {
    if (was) count(was, kind, -1)
    count(is, kind, 1)
  }
  return [...after.values()]
    .filter((document) => !isAlike(document, before.get(document._id)))
    .map((document) => ({ ...document, version: document.version + 1 }))
}

export const newCounts = (_id: string, at: At, day: Day): CountsDocument => ({
  _id,
  at,
  day,
  total: {},
  below: {},
  isEnded: false,
  version: 0,
})

/** A day that is over, with what was open when it ended beside what was opened and closed on it. */
export function endedWith(ofDay: CountsDocument, now: Sums): CountsDocument {
  const openOf = (counts: Counts, open: Counts = {}): Counts => {
    const kinds = new Set([...Object.keys(counts), ...Object.keys(open)] as CaseKind[])
    return [...kinds].reduce<Counts>(
      (sum, kind) => plus(sum, kind, 'open', (open[kind]?.open ?? 0) - (counts[kind]?.open ?? 0)),
      counts,
    )
  }
  const places = [...new Set([...Object.keys(ofDay.below), ...Object.keys(now.below)])]
  const lower = places
    .map((place) => [place, openOf(ofDay.below[place] ?? {}, now.below[place])] as const)
    .filter(([, counts]) => Object.keys(counts).length > 0)
  return { ...ofDay, isEnded: true, total: openOf(ofDay.total, now.total), below: Object.fromEntries(lower) }
}
