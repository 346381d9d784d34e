import { ok, refused, type CheckedInputOf, type Result } from '@contract/action'
import type { CallLine, callsActions } from '@contract/calls'
import { changeHousehold } from '@kernel/households/changing'
import {
  householdContext,
  type HouseholdDocument,
  type StoredCall,
} from '@kernel/households/householdDocument'
import { callLine } from '@kernel/households/views'
import { ownSealer } from '@kernel/seal'
import type { DoneBefore, UseCase } from '@kernel/serve'
import { asCaller } from '@kernel/households/callingPost'

type Ended = CheckedInputOf<typeof callsActions.end>

/** How a call went: told once, by whoever began it. Three database requests. */
export const endCall: UseCase<typeof callsActions.end> = async (input, context) => {
  const { household, call, result, words } = input
  const changed = await changeHousehold({ household, handler: asCaller }, context, ({ calls }) => {
    const begun = calls.find(({ id, by }) => id === call && by.account === context.caller.openid)
    if (!begun) return refused('notYourOwn', 'only who has called says how it went')
    const sealedIn = householdContext(household)
    if (begun.result !== null) {
      return isTold(begun, input) ? 'nothing' : refused('eventNotAllowed', 'how this call went has been told')
    }
    const sealed = words && ownSealer().seal(words, sealedIn)
    return { calls: calls.map((one) => (one === begun ? { ...begun, result, words: sealed } : one)) }
  })
  return endedIn(changed, input)
}

/** WeChat may take words no longer that it took, or could not be asked about, then. */
export const endedBefore: DoneBefore<typeof callsActions.end> = async (input, context) => {
  const { household, call } = input
  const found = await changeHousehold({ household, handler: asCaller }, context, ({ calls }) => {
    const own = calls.find(({ id, by }) => id === call && by.account === context.caller.openid)
    return own && isTold(own, input) ? 'nothing' : refused('notYourOwn', 'nothing of the kind has been told')
  })
  return endedIn(found, input)
}

const isTold = (call: StoredCall, { household, result, words }: Ended): boolean =>
  call.result === result &&
  (call.words && ownSealer().open(call.words, householdContext(household))) === words

function endedIn(changed: Result<HouseholdDocument>, { household, call }: Ended): Result<CallLine> {
  if (!changed.ok) return changed
  const ended = changed.data.calls.find(({ id }) => id === call)
  if (!ended) throw new Error('the call that was ended is not there')
  return ok(callLine(household, ended))
}
