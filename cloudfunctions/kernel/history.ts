import { createHash } from 'node:crypto'
import type { Actor } from '@contract/roles'
import { canonical } from './canonical'
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
  /** SHA-256 over the event before and this one. */
  hash: string
}

type Unchained = Omit<HistoryEvent, 'hash'>

const hashOf = (caseId: string, previous: string, event: Unchained): string =>
  createHash('sha256')
    .update(`${caseId}\n${previous}\n${JSON.stringify(canonical(event))}`)
    .digest('base64url')

/** The event with its hash, ready to be appended after `history`. */
export const chained = (
  caseId: string,
  history: readonly HistoryEvent[],
  event: Unchained,
): HistoryEvent => ({
  ...event,
  hash: hashOf(caseId, history.at(-1)?.hash ?? '', event),
})

/** The index of the first event that does not follow from the ones before it; -1 when the chain is whole. */
export const brokenAt = (caseId: string, history: readonly HistoryEvent[]): number =>
  history.findIndex((entry, index) => {
    const { hash, ...event } = entry
    return hash !== hashOf(caseId, history[index - 1]?.hash ?? '', event)
  })
