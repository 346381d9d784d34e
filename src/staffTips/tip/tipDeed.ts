import { tipMachine, type TipEvent, type TipStatus } from '@contract/tipMachine'
import type { TipDeedName, TipResult, TipSpokenEvent } from '@/words/tipWork'

/** What a member of staff is about to do to a tip. */
export type TipDeed =
  | { event: 'visit'; result: TipResult; words: string; pictures: string[]; household: string | null }
  | { event: 'dispatch'; place: string; words: string }
  | { event: 'reassign'; colleague: string; words: string }
  | { event: 'lead'; to: string; words: '' }
  | { event: 'see' | 'separate'; words: '' }
  | { event: TipSpokenEvent; words: string }

/** What a visit can end with, the most hopeful first and malice last. */
export const results = [
  'confirm',
  'alreadyKnown',
  'refute',
  'leaveOpen',
  'suspect',
] as const satisfies TipResult[]

/** What can be done, as the page offers it: the results of a visit are one deed. */
export const deedsOf = (events: readonly TipEvent[]): TipDeedName[] => {
  const visited: readonly TipEvent[] = results
  const others = events.filter((event): event is Exclude<TipDeedName, 'visit' | 'see'> => isOffered(event))
  return events.some((event) => visited.includes(event)) ? ['visit', ...others] : others
}

const offered: readonly TipEvent[] = [
  'ask',
  'dispatch',
  'reassign',
  'separate',
  'lead',
  'accuse',
  'clear',
  'condemn',
  'uphold',
  'pardon',
  'reopen',
  'note',
  'reveal',
] satisfies Exclude<TipDeedName, 'visit' | 'see'>[]

const isOffered = (event: TipEvent): boolean => offered.includes(event)

/** Two tips of which one can be joined to the other. */
interface Joinable {
  id: string
  version: number
  status: TipStatus
  toldAt: string
}

export interface Joining {
  /** The one that is joined. */
  case: string
  version: number
  /** The one that goes on being handled. */
  into: string
}

const canJoin = ({ status }: Joinable): boolean => tipMachine.events.join.from.some((from) => from === status)

/** Neither joined itself, nor a matter of malice. */
const canStay = ({ status }: Joinable): boolean =>
  canJoin({ status } as Joinable) || tipMachine.events.reopen.from.some((from) => from === status)

/** Which of the two is joined to which: the one that was told first goes on. null where neither can be. */
export function joiningOf(one: Joinable, other: Joinable): Joining | null {
  const [first, second] = other.toldAt < one.toldAt ? [other, one] : [one, other]
  const joined = (from: Joinable, into: Joinable): Joining | null =>
    canJoin(from) && canStay(into) ? { case: from.id, version: from.version, into: into.id } : null
  return joined(second, first) ?? joined(first, second)
}
