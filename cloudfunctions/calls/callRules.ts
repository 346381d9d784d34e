import { CALL_AGAIN_HOURS, CALLER_KNOWN_HOURS, CHECKS_AN_HOUR } from '@contract/calls'
import type { FieldFault } from '@contract/faults'
import type { MemberDocument, StoredCall } from '@kernel/households/householdDocument'

const HOUR_MS = 3_600_000

const isWithin = (hours: number, at: Date, now: Date): boolean =>
  now.getTime() - at.getTime() < hours * HOUR_MS

/** The call of which whoever wants to call now must be told first; `calls` has the newest first. */
export const calledShortlyBefore = (calls: readonly StoredCall[], now: Date): StoredCall | undefined => {
  const last = calls[0]
  return last && isWithin(CALL_AGAIN_HOURS, last.at, now) ? last : undefined
}

/**
 * Whose number may be shown once more to whoever has begun this call. Later, or where they have left, it would show what has
 * been changed since, without leaving a trace.
 */
export const stillCalled = (
  call: StoredCall,
  members: readonly MemberDocument[],
  now: Date,
): MemberDocument | undefined =>
  calledShortlyBefore([call], now) && members.find(({ id, left }) => id === call.person && left === null)

/** When an account last called, if that is not too long ago to tell who is on the telephone. */
export const lastCalledBy = (
  account: string,
  calls: readonly StoredCall[],
  now: Date,
): StoredCall | undefined =>
  calls.find(({ at, by }) => by.account === account && isWithin(CALLER_KNOWN_HOURS, at, now))

/**
 * Whose telephone is called: the one who is meant; where they have none, or nobody is named, the first of the household who
 * has one; where nobody has, somebody without, whose door it is. A fault where that cannot be.
 */
export function whomToCall(
  members: readonly MemberDocument[],
  wanted: string | undefined,
): { person: MemberDocument } | { fault: FieldFault } {
  const meant = members.find(({ id }) => id === wanted)
  if (wanted !== undefined && !meant) return { fault: 'personUnknown' }
  if (meant?.left) return { fault: 'personLeft' }
  const withPhone = (one: MemberDocument): boolean => one.left === null && one.phone !== ''
  const person =
    (meant && withPhone(meant) ? meant : members.find(withPhone)) ??
    meant ??
    members.find(({ left }) => left === null)
  return person ? { person } : { fault: 'personLeft' }
}

/** Seconds after which the family may check another number; 0 when it may now. `checks` has the latest first. */
export const secondsToNextCheck = (checks: readonly Date[], now: Date): number => {
  const oldest = checks[CHECKS_AN_HOUR - 1]
  return oldest ? Math.max(0, Math.ceil((oldest.getTime() + HOUR_MS - now.getTime()) / 1000)) : 0
}
