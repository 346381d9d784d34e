import type { Day } from './calendar'
import type { Instant } from './cases'
import type { EnteredHow } from './householdAnswers'
import type { Concern, ContactWith } from './reportingRules'
import type { Symptom } from './returneeAnswers'
import type { Actor } from './roles'

/** What was last said of one person on a day. */
export interface ReportedPerson {
  person: string
  temperature: number | null
  symptoms: Symptom[]
  contacts: ContactWith[]
  concerns: Concern[]
  at: Instant
  how: EnteredHow
  /** Who entered it; without a name when it was the family. */
  by: { role: Actor; name: string | null }
}

/** One day of a household: of each person what was said last. */
export interface ReportedDay {
  on: Day
  people: ReportedPerson[]
}
