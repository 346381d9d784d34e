import * as v from 'valibot'
import { action } from './action'
import type { Day } from './calendar'
import type { CallLine } from './calls'
import type { Contact, IdentityDocument, Instant, PlaceName } from './cases'
import { fault } from './faults'
import * as field from './fields'
import type { ReportingRules } from './reportingRules'
import { relations, type Relation } from './returneeAnswers'
import { householdRoles, readerRoles, type Actor } from './roles'
import type { ReportedDay } from './selfReport'

/** Bounds of a household. */
export const householdLimits = {
  members: 20,
  /** Of one account: one's own, and those of relatives without a phone. */
  households: 5,
  accounts: 10,
  /** Days that its calendar goes back, today included; older reports are gone. */
  days: 28,
  /** Hours for which the code lasts by which another phone of the family joins. */
  codeHours: 24,
} as const

/** The hours at which a household can be reminded, at UTC+8: nobody is woken. */
export const remindHours = { from: 7, to: 21 } as const

/** Who entered something: the family itself, or staff at the door or on the telephone. */
export const enteredHows = ['self', 'door', 'telephone'] as const
export type EnteredHow = (typeof enteredHows)[number]

/** Why somebody is not reported for any more. Who is away may come back. */
export const leavings = ['away', 'movedOut', 'died', 'mistake'] as const
export type Leaving = (typeof leavings)[number]

/** What somebody is to the one who keeps the household. */
export const memberRelations = ['self', ...relations] as const
export type MemberRelation = 'self' | Relation

/** One person of a household. Nobody needs a telephone, and relatives may share one. */
export const member = v.strictObject({
  name: field.name,
  phone: field.optionalPhone,
  relation: v.picklist(memberRelations),
  document: v.optional(field.identityDocument, {}),
})

export type MemberDraft = v.InferInput<typeof member>
export type MemberAnswers = v.InferOutput<typeof member>

export const memberId = v.pipe(
  v.string(),
  v.nonEmpty(fault('required')),
  v.regex(/^[A-Za-z0-9-]{1,64}$/, fault('personUnknown')),
)

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

const onHousehold = { household: field.submissionId, version: field.version }

/** How many digits a code of the family has. */
export const JOIN_DIGITS = 8

const byFamilyOrStaff = { who: 'household', roles: householdRoles } as const
const byFamily = { who: 'household', roles: [] } as const

export const householdsActions = {
  mine: action<Household[]>()({ access: { who: 'anyone' }, input: v.strictObject({}) }),
  /** The submission is the household's id: sent twice it is opened once. */
  open: action<Household>()({
    access: { who: 'anyone' },
    input: v.strictObject({
      submission: field.submissionId,
      /** A compound or anything below it but a door; and the door in words. */
      place: field.placeId,
      door: field.saidText(40),
      how: v.picklist(enteredHows),
      members: v.pipe(field.listOf(member, householdLimits.members), v.nonEmpty(fault('required'))),
    }),
  }),
  /** Sent twice, somebody is added once. Who left and has the same document comes back instead. */
  add: action<HouseholdChanged>()({
    access: byFamilyOrStaff,
    input: v.strictObject({ ...onHousehold, submission: field.submissionId, member }),
  }),
  change: action<HouseholdChanged>()({
    access: byFamilyOrStaff,
    input: v.strictObject({ ...onHousehold, person: memberId, member }),
  }),
  leave: action<HouseholdChanged>()({
    access: byFamilyOrStaff,
    input: (today: Day) =>
      v.strictObject({
        ...onHousehold,
        person: memberId,
        on: v.pipe(
          field.day,
          v.check((on) => on <= today, fault('dayInFuture')),
        ),
        why: v.picklist(leavings),
      }),
  }),
  comeBack: action<HouseholdChanged>()({
    access: byFamilyOrStaff,
    input: v.strictObject({ ...onHousehold, person: memberId }),
  }),
  /** The whole household, to another door. */
  move: action<HouseholdChanged>()({
    access: byFamilyOrStaff,
    input: v.strictObject({ ...onHousehold, place: field.placeId, door: field.saidText(40) }),
  }),
  remind: action<HouseholdChanged>()({
    access: byFamily,
    input: v.strictObject({
      ...onHousehold,
      hour: v.nullable(
        v.pipe(
          v.number(fault('wrongType')),
          v.integer(fault('wrongType')),
          v.minValue(remindHours.from, fault('outOfRange')),
          v.maxValue(remindHours.to, fault('outOfRange')),
        ),
      ),
    }),
  }),
  /** A code by which another phone of the family joins; a new one ends the one before. */
  invite: action<JoinCode>()({
    access: byFamily,
    input: v.strictObject({ household: field.submissionId }),
  }),
  join: action<Household>()({
    access: { who: 'anyone' },
    input: v.strictObject({
      code: v.pipe(
        v.string(),
        v.transform((typed) => typed.replace(/[\s-]/g, '')),
        v.regex(new RegExp(`^\\d{${JOIN_DIGITS}}$`), fault('codeUnknown')),
      ),
    }),
  }),
  /** This phone no longer reports for it, if it ever did. */
  quit: action<null>()({
    access: { who: 'anyone' },
    input: v.strictObject({ household: field.submissionId }),
  }),
  review: action<HouseholdForReview>()({
    access: { who: 'staff', roles: readerRoles, at: 'household' },
    input: v.strictObject({ household: field.submissionId }),
  }),
}
