import type { Day } from './calendar'
import { lastDayOf, type Outcome } from './outcome'

/** The days on which somebody is reminded: of each test, and that the last day has come. */
export const reminderDays = (outcome: Outcome): Day[] => {
  const last = lastDayOf(outcome)
  const days = [...(outcome.tests ?? []), ...(outcome.days > 0 || outcome.then ? [last] : [])]
  return [...new Set(days)].sort()
}

/** The next of them after a day; null when there is none. */
export const reminderAfter = (outcome: Outcome | null, day: Day): Day | null =>
  (outcome && reminderDays(outcome).find((one) => one > day)) ?? null
