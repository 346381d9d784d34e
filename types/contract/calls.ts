import * as v from 'valibot'
import { action } from './action'
import type { Instant, PlaceName } from './cases'
import { fault } from './faults'
import * as field from './fields'
import { householdRoles, type StaffRole } from './roles'

/** Why somebody is called. */
export const callReasons = ['notReported', 'unwell', 'routine', 'other'] as const
export type CallReason = (typeof callReasons)[number]

export const callResults = ['answered', 'noAnswer', 'busy', 'wrongNumber', 'declined'] as const
export type CallResult = (typeof callResults)[number]

/** Within these hours nobody is called again without being told of the call before. */
export const CALL_AGAIN_HOURS = 2

/** For so many hours a family is told when somebody last called. */
export const CALLER_KNOWN_HOURS = 24

/** So many numbers a household may check in an hour; it is no directory of the staff. */
export const CHECKS_AN_HOUR = 20

/** One call, as the family and all staff who might call next see it. */
export interface CallLine {
  id: string
  at: Instant
  by: { name: string; role: StaffRole; place: string }
  reason: CallReason
  /** Nobody there has a telephone: somebody went to the door. */
  isVisit: boolean
  /** Null until it is told how it went. */
  result: CallResult | null
  words: string
}

/** Whom to call now, without a number where nobody has one: then the door is what there is; or, where somebody called shortly before, who, and no number yet. */
export type Calling =
  { calling: { id: string; name: string; phone: string; door: string } } | { calledBefore: CallLine }

/** Whether somebody who calls is who they say. */
export interface CheckedCaller {
  /** The member of staff of this number who is responsible here; null when there is none. */
  caller: { name: string; role: StaffRole; place: PlaceName } | null
  /** When they last called this household through the software; null when they have not of late. */
  calledAt: Instant | null
}

const staff = { who: 'staff', roles: householdRoles, at: 'household' } as const

export const callsActions = {
  /** Shows the number, and writes down that it was shown and to whom. */
  begin: action<Calling>()({
    access: staff,
    input: v.strictObject({
      submission: field.submissionId,
      household: field.submissionId,
      /** Whom of the household; by default the first who has a telephone. */
      person: v.optional(field.sought(64)),
      reason: v.picklist(callReasons),
      /** Although somebody called within {@link CALL_AGAIN_HOURS}. */
      evenSo: v.optional(v.boolean(), false),
    }),
  }),
  /** How it went; by whoever called. */
  end: action<CallLine>()({
    access: staff,
    input: v.strictObject({
      household: field.submissionId,
      call: field.submissionId,
      result: v.picklist(callResults),
      words: field.text(200),
    }),
  }),
  /** A routine check at the door: the family reads that it took place, and staff what came of it. */
  visit: action<CallLine>()({
    access: staff,
    input: v.strictObject({
      submission: field.submissionId,
      household: field.submissionId,
      result: v.picklist(callResults),
      words: field.text(200),
    }),
  }),
  /** For the family: whether the number that calls belongs to somebody responsible here. */
  check: action<CheckedCaller>()({
    access: { who: 'household', roles: [] },
    input: v.strictObject({
      household: field.submissionId,
      phone: v.pipe(field.phone, v.maxLength(20, fault('tooLong'))),
    }),
  }),
}
