import type { Day } from '@contract/calendar'
import type { CallReason, CallResult } from '@contract/calls'
import type { PlaceName } from '@contract/cases'
import type { IdentityDocumentKind } from '@contract/fields'
import type { EnteredHow, LastReport, Leaving, MemberRelation, Steady } from '@contract/households'
import type { Concern, ContactWith } from '@contract/reportingRules'
import type { Symptom, TestResult, Vaccination } from '@contract/returneeAnswers'
import type { Actor, At, StaffRole } from '@contract/roles'
import type { Sealed } from '../sealed'

/** Whoever entered something: the post's name and role, or the family. */
export interface EnteredBy {
  account: string
  actor: Actor
  name: string | null
}

/** A person of a household. '' where nothing was given; all that is sealed belongs to {@link householdContext}. */
export interface MemberDocument {
  id: string
  /** Masked. */
  display: string
  name: Sealed
  phone: Sealed | ''
  relation: MemberRelation
  document: { kind: IdentityDocumentKind; number: Sealed | '' }
  phoneKey: string
  documentKey: string
  /** The account that typed it; null for staff. Only it sees the document again. */
  enteredBy: string | null
  vaccination: Vaccination
  left: { on: Day; why: Leaving } | null
  last: LastReport | null
  /** The value that has been the same for a week (`steadyOf`), so that lists need not read `days`; null where none has. */
  steady: Omit<Steady, 'person'> | null
  /** The latest episode of being unwell, counted from 1; it may have been closed since: its case tells. */
  episode: { case: string; number: number } | null
}

/** What a report said of one person. */
export interface StoredPersonReport {
  person: string
  temperature: number | null
  symptoms: Symptom[]
  contacts: ContactWith[]
  been: { region: string; detail: Sealed | ''; first: Day; last: Day }[]
  test: { result: TestResult; takenOn: Day } | null
  note: Sealed | ''
  concerns: Concern[]
}

/** A report as it arrived. */
export interface StoredReport {
  submission: string
  digest: string
  at: Date
  how: EnteredHow
  by: EnteredBy
  people: StoredPersonReport[]
}

export interface StoredDay {
  on: Day
  /** In the order of their arrival. */
  reports: StoredReport[]
}

export interface StoredCall {
  /** The submission that began it. */
  id: string
  at: Date
  by: { account: string; name: string; role: StaffRole; place: string }
  /** Whose number was shown. */
  person: string
  /** Who was meant; missing where nobody was named. */
  asked?: string
  reason: CallReason
  /** There was no number to show: the door was. */
  isVisit: boolean
  result: CallResult | null
  words: Sealed | ''
}

/** A registration that a report has made. */
export interface RegisteredStay {
  case: string
  /** The report. */
  submission: string
  people: string[]
  region: string
  last: Day
}

/**
 * A household, as stored in `households`: its people, who reports for it, and its reports of the last four weeks. They
 * stand in one document, so that a family's report is one read and one write that is done whole or not at all; see
 * docs/decisions/0016.
 */
export interface HouseholdDocument {
  /** The submission that opened it. */
  _id: string
  /** Of what was sent then, see `Sealer.digest`. */
  digest: string
  /** Rises by one with each change, reports and calls included. */
  version: number
  /** Rises by one with each edit of who lives there and where: what people see as its version, which no report or call changes. */
  edits: number
  openedAt: Date
  enteredBy: EnteredBy
  at: At
  place: PlaceName
  door: Sealed
  /** Masked name of the first who lives there. */
  display: string
  /** The accounts that report for it; nobody's where staff do. */
  accounts: string[]
  members: MemberDocument[]
  /** Digests of what has added them, the latest last: sent again it adds nobody, whoever they have become since. Missing before the first. */
  added?: string[]
  /** The last day on which everybody who lives there was reported: '' before the first, {@link NOBODY_HERE} where nobody does. */
  reportedOn: Day
  /** The latest day with a report, and how many of those who live there it has reported; lists need not read `days`. */
  latest: { on: Day; people: number } | null
  /** Whether any member's `steady` is set who lives there. */
  steady: boolean
  /** The newest first; at most `householdLimits.days`. */
  days: StoredDay[]
  /** The oldest of them, {@link NEVER} where there is none: a timer finds here what is past its four weeks. */
  oldest: Day
  /** The newest first; at most {@link CALLS_KEPT}. */
  calls: StoredCall[]
  /** When the family last checked who calls, the latest first, at most `CHECKS_AN_HOUR`; missing before the first time. */
  checks?: Date[]
  registered: RegisteredStay[]
  remindHour: number | null
  /** The last day whose hour has been dealt with: it was reminded, or had reported by then; '' before the first. */
  remindedOn: Day
  join: { key: string; until: Date } | null
  /** By which code an account that reports for it has joined; missing before the first. */
  joined?: { account: string; key: string }[]
  /** When it is deleted if nobody reports for it any more: a midnight at UTC+8. */
  keepUntil: Date
  /** The legal hold that a deletion has found to cover it; null while none has. */
  hold: string | null
  /** The deletion that it is part of: from then on it is not there for anybody. */
  deletion: string | null
}

/** Greater than any day: nobody has to report who does not live there. */
export const NOBODY_HERE = '~'

/** Greater than any day. */
export const NEVER = '~'

export const oldestOf = (days: readonly StoredDay[]): Day => days[days.length - 1]?.on ?? NEVER

export const CALLS_KEPT = 30

/** The document that a household's sealed texts belong to. */
export const householdContext = (id: string): string => `households/${id}`

/** Who lives there now. */
export const livingThere = ({ members }: Pick<HouseholdDocument, 'members'>): MemberDocument[] =>
  members.filter(({ left }) => left === null)
