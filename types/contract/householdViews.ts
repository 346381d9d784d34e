import type { Day } from './calendar'
import type { CallLine } from './calls'
import type { Contact, IdentityDocument, Instant, PlaceName } from './cases'
import type { Leaving, MemberRelation } from './householdAnswers'
import type { ReportedDay } from './reportedDays'
import type { ReportingRules } from './reportingRules'
import type { Actor } from './roles'

/** What was last said of somebody, to be said again with one tap. */
export interface LastReport {
  on: Day
  /** In °C; null when it was not measured. */
  temperature: number | null
}

/** One person, as their family sees them. */
export interface Member {
  id: string
  name: string
  phone: string
  relation: MemberRelation
  /** Only for the account that entered it; null for the others of the family, and where none was given. */
  document: IdentityDocument | null
  /** Whether a document was given at all. */
  hasDocument: boolean
  /** Since when and why nobody reports for them; null for who lives here. */
  left: { on: Day; why: Leaving } | null
  last: LastReport | null
  /** Their open episode of being unwell; null when there is none. */
  alert: string | null
}

/** A household, as its family sees it. */
export interface Household {
  id: string
  version: number
  place: PlaceName
  door: string
  members: Member[]
  /** The last day on which everybody was reported; null before the first. */
  reportedOn: Day | null
  /** The hour at which the family is reminded where it has not reported; null for never. */
  remindHour: number | null
  /** How many phones report for it. */
  phones: number
  /** Whom to call. */
  contact: Contact | null
  /** What is asked and what cannot wait. */
  rules: ReportingRules
  /** The last days with a report, the newest first. */
  days: ReportedDay[]
  /** Who has called, the latest first. */
  calls: CallLine[]
  openedAt: Instant
}

/** The same person in another household at the reader's places. */
export interface Elsewhere {
  person: string
  household: string
  display: string
  place: PlaceName
}

/** A value that has not changed for many days in a row; no proof of anything. */
export interface Steady {
  person: string
  temperature: number
  days: number
}

/** One person, as staff see them. */
export interface MemberForReview {
  id: string
  /** Masked. */
  display: string
  relation: MemberRelation
  hasPhone: boolean
  hasDocument: boolean
  left: Member['left']
  last: LastReport | null
  alert: string | null
}

/** A household, as staff see it. */
export interface HouseholdForReview {
  id: string
  version: number
  place: PlaceName
  display: string
  members: MemberForReview[]
  reportedOn: Day | null
  phones: number
  contact: Contact | null
  rules: ReportingRules
  days: ReportedDay[]
  calls: CallLine[]
  steady: Steady[]
  elsewhere: Elsewhere[]
  openedAt: Instant
  enteredBy: { role: Actor; name: string | null }
}

export interface HouseholdChanged {
  id: string
  version: number
}

/** By which another phone of the family joins, until then. */
export interface JoinCode {
  code: string
  until: Instant
}
