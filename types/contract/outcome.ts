import { addDays, type Day } from './calendar'
import type { Measure } from './returneeAnswers'

/** The decision on an accepted registration; `until` is the last day, inclusive. */
export interface Outcome {
  measure: Measure
  days: number
  from: Day
  until: Day
}

/** Days are calendar days at UTC+8: the day of arrival is the first, the last is inclusive. */
export const outcomeOf = (measure: Measure, days: number, arrivesOn: Day): Outcome => ({
  measure,
  days,
  from: arrivesOn,
  until: addDays(arrivesOn, Math.max(0, days - 1)),
})
