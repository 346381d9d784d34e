import { createHash } from 'node:crypto'
import type { Actor, At } from '@contract/roles'
import { canonical } from './canonical'
import { ownSealer } from './seal'
import type { Sealed } from './sealed'

/** One thing that happened to a case. It is never changed afterwards. */
export interface HistoryEvent {
  at: Date
  /** The act that caused it; the same act arriving twice is one event. */
  submission: string
  event: string
  from: string | null
  to: string
  by: { actor: Actor; account: string; name: string | null }
  /** The keyed hash of what was sent: an act that arrives again with other words is not the same act. */
  digest: string
  words: Sealed | null
  detail: Record<string, string | number> | null
  /** What an amendment replaced. */
  before: unknown
  /** SHA-256 over what the case was after it: a case changed without an event does not follow from its last one. */
  state: string
  /** The keyed hash over the event before and this one: whoever can write the database cannot make it. */
  hash: string
}

/** What only an event may change about a case. */
export interface Followed {
  _id: string
  kind: string
  owner: string | null
  status: string
  version: number
  at: At
  body: unknown
}

type Unchained = Omit<HistoryEvent, 'state' | 'hash'>

const stateOf = ({ _id, kind, owner, status, version, at, body }: Followed): string =>
  createHash('sha256')
    .update(JSON.stringify(canonical({ _id, kind, owner, status, version, at, body })))
    .digest('base64url')

const linkOf = (caseId: string, previous: string, { hash: _, ...event }: HistoryEvent): string =>
  `${caseId}\n${previous}\n${JSON.stringify(canonical(event))}`

/** The event as the last one of `after`'s history, which so far is `history`. */
export const chained = (
  after: Followed,
  history: readonly HistoryEvent[],
  event: Unchained,
): HistoryEvent => {
  const last = { ...event, state: stateOf(after), hash: '' }
  return { ...last, hash: ownSealer().tie(linkOf(after._id, history.at(-1)?.hash ?? '', last)) }
}

const tiesOf = (caseId: string, history: readonly HistoryEvent[]) =>
  history.map((entry, index) =>
    ownSealer().tiedBy(entry.hash, linkOf(caseId, history[index - 1]?.hash ?? '', entry)),
  )

/** The index of the first event that does not follow from the ones before it; -1 when the chain is whole. */
export const brokenAt = (caseId: string, history: readonly HistoryEvent[]): number =>
  tiesOf(caseId, history).indexOf('nobody')

/** What does not fit: an entry, one that is not there, or the case, which is not as its last entry left it. */
export interface Alteration {
  /** In the history, from 0. */
  entry: number
  what: 'entry' | 'missingEntry' | 'status' | 'content'
}

/** What was altered first about a case without the software; null when everything follows. */
export const alterationOf = (found: Followed & { history: readonly HistoryEvent[] }): Alteration | null => {
  const { _id, history, version, status } = found
  const broken = brokenAt(_id, history)
  if (broken >= 0) return { entry: broken, what: 'entry' }
  const last = history.at(-1)
  if (!last || history.length < version) return { entry: history.length, what: 'missingEntry' }
  const entry = history.length - 1
  if (last.to !== status) return { entry, what: 'status' }
  return last.state === stateOf(found) ? null : { entry, what: 'content' }
}

/**
 * The history tied anew by the current key; the same where it is so already. From an altered entry on it stays as it
 * is, so that the same entry is found altered afterwards.
 */
export const tiedAnew = (caseId: string, history: readonly HistoryEvent[]): readonly HistoryEvent[] => {
  const ties = tiesOf(caseId, history)
  const broken = ties.indexOf('nobody')
  const whole = broken < 0 ? ties.length : broken
  if (ties.slice(0, whole).every((by) => by === 'currentKey')) return history
  const anew: HistoryEvent[] = []
  for (const entry of history.slice(0, whole)) {
    const hash = ownSealer().tie(linkOf(caseId, anew[anew.length - 1]?.hash ?? '', entry))
    anew.push({ ...entry, hash })
  }
  return [...anew, ...history.slice(whole)]
}
