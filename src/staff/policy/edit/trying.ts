import { addDays, dayOf, type Day } from '@contract/calendar'
import type { TestResult, Vaccination } from '@contract/returneeAnswers'

/** Somebody made up, to see what the rules make of them. */
export interface Trying {
  /** null until a county is chosen. */
  from: { region: string; names: string } | null
  leftOn: Day
  arrivesOn: Day
  hasSymptoms: boolean
  test: TestResult
  vaccination: Vaccination
}

/** Left two days ago, arrived today. */
export const noExample = (now: Date): Trying => ({
  from: null,
  leftOn: addDays(dayOf(now), -2),
  arrivesOn: dayOf(now),
  hasSymptoms: false,
  test: 'negative',
  vaccination: 'unknown',
})
