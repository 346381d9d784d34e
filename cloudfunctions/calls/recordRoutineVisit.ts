import { ok, type Result } from '@contract/action'
import type { CallLine, callsActions } from '@contract/calls'
import type { HouseholdDocument } from '@kernel/households/householdDocument'
import { callLine } from '@kernel/households/views'
import { recordVisit, visitedBefore, type Visit } from '@kernel/households/visiting'
import type { DoneBefore, UseCase } from '@kernel/serve'

/** A routine check at the door. Three database requests. */
export const recordRoutineVisit: UseCase<typeof callsActions.visit> = async (input, context) =>
  recordedIn(await recordVisit(input, context), input)

/** WeChat may take words no longer that it took, or could not be asked about, then. */
export const recordedBefore: DoneBefore<typeof callsActions.visit> = async (input, context) =>
  recordedIn(await visitedBefore(input, context), input)

function recordedIn(changed: Result<HouseholdDocument>, { submission, household }: Visit): Result<CallLine> {
  if (!changed.ok) return changed
  const visit = changed.data.calls.find(({ id }) => id === submission)
  if (!visit) throw new Error('the visit that was recorded is not there')
  return ok(callLine(household, visit))
}
