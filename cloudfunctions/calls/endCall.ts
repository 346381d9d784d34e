import { ok, refused } from '@contract/action'
import type { callsActions } from '@contract/calls'
import { changeHousehold } from '@kernel/households/changing'
import { householdContext } from '@kernel/households/householdDocument'
import { callLine } from '@kernel/households/views'
import { ownSealer } from '@kernel/seal'
import type { UseCase } from '@kernel/serve'
import { asCaller } from '@kernel/households/callingPost'

/** How a call went: told once, by whoever began it. Three database requests. */
export const endCall: UseCase<typeof callsActions.end> = async (input, context) => {
  const { household, call, result, words } = input
  const changed = await changeHousehold({ household, handler: asCaller }, context, ({ calls }) => {
    const begun = calls.find(({ id, by }) => id === call && by.account === context.caller.openid)
    if (!begun) return refused('notYourOwn', 'only who has called says how it went')
    const sealedIn = householdContext(household)
    if (begun.result !== null) {
      const said = begun.words && ownSealer().open(begun.words, sealedIn)
      const isSame = begun.result === result && said === words
      return isSame ? 'nothing' : refused('eventNotAllowed', 'how this call went has been told')
    }
    const sealed = words && ownSealer().seal(words, sealedIn)
    return { calls: calls.map((one) => (one === begun ? { ...begun, result, words: sealed } : one)) }
  })
  if (!changed.ok) return changed
  const ended = changed.data.calls.find(({ id }) => id === call)
  if (!ended) throw new Error('the call that was ended is not there')
  return ok(callLine(household, ended))
}
