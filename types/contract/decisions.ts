import { addDays, dayOf, type Day } from './calendar'
import type { FieldFault } from './faults'
import { limits, measures, type Measure } from './returneeAnswers'

/** A measure and for how many days: what a decision can make stricter or looser. */
export interface Terms {
  measure: Measure
  days: number
}

/**
 * Positive where `one` is stricter than `other`, negative where it is looser, 0 where they are the same. The measure tells;
 * of the same measure, the days.
 */
export const compareStrictness = (one: Terms, other: Terms): number =>
  measures.indexOf(other.measure) - measures.indexOf(one.measure) || one.days - other.days

/** The events that decide about a registration; one that was upheld stays the decision it was. */
export const decisionEvents = ['accept', 'adopt', 'reject', 'revise', 'keep', 'confirm', 'grant'] as const

/** What a history and a timeline have in common. */
interface Happened {
  event: string
  /** As stored, or as on the wire. */
  at: Date | string
  detail?: Record<string, string | number> | null
}

const isDecision = ({ event }: Happened): boolean => (decisionEvents as readonly string[]).includes(event)

/** The decision in force and what came after it, oldest first; empty where nothing has been decided. */
export const sinceDecision = <Entry extends Happened>(entries: readonly Entry[]): Entry[] => {
  let last = entries.length - 1
  while (last >= 0 && !isDecision(entries[last] as Entry)) last -= 1
  return last < 0 ? [] : entries.slice(last)
}

/** Nothing is looser than a notice: an appeal against it could change nothing. */
const isNotice = ({ detail }: Happened): boolean => detail?.measure === ('noticeOnly' satisfies Measure)

/**
 * The last day on which the decision in force can be appealed against; null where there is none or it is but a notice, or
 * where it has been appealed against before: once for each decision. Which appeals count is told by `counts`: one that
 * staff wrote down on the telephone does not use up one's own.
 */
export const appealableUntil = <Entry extends Happened>(
  entries: readonly Entry[],
  counts: (appeal: Entry) => boolean = () => true,
): Day | null => {
  const [decision, ...later] = sinceDecision(entries)
  if (!decision || isNotice(decision)) return null
  if (later.some((entry) => entry.event === 'appeal' && counts(entry))) return null
  return addDays(dayOf(decision.at), limits.appealDays)
}

/** The events that replace the measure in force. */
export type Change = 'revise' | 'tighten' | 'grant'

/**
 * What is wrong with a measure that is to replace `now`: a stricter one needs a second officer, anything else must be
 * looser. Where nothing is in force (a rejection was appealed against), any measure will do.
 */
export const changeFault = (change: Change, now: Terms | null, wanted: Terms): FieldFault | null => {
  const difference = now ? compareStrictness(wanted, now) : null
  if (difference === 0) return 'unchanged'
  if (change === 'tighten') return difference !== null && difference > 0 ? null : 'looserThanNow'
  return difference !== null && difference > 0 ? 'stricterThanNow' : null
}
