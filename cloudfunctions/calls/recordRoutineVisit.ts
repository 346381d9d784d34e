import { ok } from '@contract/action'
import type { callsActions } from '@contract/calls'
import { callLine } from '@kernel/households/views'
import { recordVisit } from '@kernel/households/visiting'
import type { UseCase } from '@kernel/serve'

/** A routine check at the door. Three database requests. */
export const recordRoutineVisit: UseCase<typeof callsActions.visit> = async (input, context) => {
  const changed = await recordVisit(input, context)
  if (!changed.ok) return changed
  const visit = changed.data.calls.find(({ id }) => id === input.submission)
  if (!visit) throw new Error('the visit that was recorded is not there')
  return ok(callLine(input.household, visit))
}
