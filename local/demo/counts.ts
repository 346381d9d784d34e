import { dayOf } from '@contract/calendar'
import type { Case } from '@kernel/caseEvents'
import { countedAs, countsAfter, type CountsDocument } from '@kernel/counts/countRules'

/** Cases that have happened and have been counted, and their counts: what was done last was counted when it was done. */
export function counted(cases: readonly Case[], now: Date): { cases: Case[]; caseCounts: CountsDocument[] } {
  const all = cases.map(({ uncounted: openedAt = now, ...one }) => ({
    ...one,
    counted: countedAs(one, one.history[one.history.length - 1]?.at ?? openedAt),
  }))
  const recountings = all.map(({ kind, counted: after }) => ({ kind, before: null, after }))
  return { cases: all, caseCounts: countsAfter([], recountings, dayOf(now)) }
}
