import type { Day } from '@contract/calendar'
import type { ReportingRules } from '@contract/selfReport'
import type { ReportingPerson } from '../reporting'

/** What every part of one person's card is given. */
export interface PersonProps {
  person: ReportingPerson
  index: number
  /** Everybody who is reported for, to say who was together. */
  people: readonly ReportingPerson[]
  rules: ReportingRules
  today: Day
}
