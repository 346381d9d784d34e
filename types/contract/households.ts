import * as v from 'valibot'
import { action } from './action'
import type { Day } from './calendar'
import { fault } from './faults'
import * as field from './fields'
import { enteredHows, householdLimits, leavings, member, memberId, remindHours } from './householdAnswers'
import type { Household, HouseholdChanged, HouseholdForReview, JoinCode } from './householdViews'
import { householdRoles, readerRoles } from './roles'
import { holds } from './schemaFields'

export * from './householdAnswers'
export * from './householdViews'

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
      door: v.pipe(field.saidText(40), holds('address')),
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
    input: v.strictObject({
      ...onHousehold,
      place: field.placeId,
      door: v.pipe(field.saidText(40), holds('address')),
    }),
  }),
  remind: action<HouseholdChanged>()({
    access: byFamily,
    input: v.strictObject({
      household: field.submissionId,
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
