import * as v from 'valibot'
import { fault } from './faults'
import * as field from './fields'
import { relations, type Relation } from './returneeAnswers'

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
