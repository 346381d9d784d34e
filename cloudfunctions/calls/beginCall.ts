import { ok, refused, type CheckedInputOf, type Refused, type Result } from '@contract/action'
import type { Calling, callsActions } from '@contract/calls'
import { changeHousehold, type HouseholdChanges } from '@kernel/households/changing'
import {
  CALLS_KEPT,
  householdContext,
  type HouseholdDocument,
  type StoredCall,
} from '@kernel/households/householdDocument'
import { callLine } from '@kernel/households/views'
import { countCall, type Counted } from '@kernel/lookTally'
import { ownSealer } from '@kernel/seal'
import type { Sealed } from '@kernel/sealed'
import type { Context, UseCase } from '@kernel/serve'
import { asCaller, callingPost, servesAt } from '@kernel/households/callingPost'
import { calledShortlyBefore, whomToCall } from './callRules'

type Begun = CheckedInputOf<typeof callsActions.begin>

/**
 * Shows whom to call, and writes down who was shown it. Of several who begin at the same moment the first is shown the number,
 * the others are told of the call. Four database requests.
 */
export const beginCall: UseCase<typeof callsActions.begin> = async (input, context) => {
  let counted: Promise<Counted> | undefined
  // Asked again when somebody else changed the household meanwhile: it stays the same call.
  const count = () => (counted ??= countCall(context.caller.openid, context.now))
  const changed = await changeHousehold({ household: input.household, handler: asCaller }, context, (found) =>
    begin(found, input, context, count),
  )
  if (!changed.ok) return changed
  const { calls } = changed.data
  const call = calls.find(({ id }) => id === input.submission)
  const [last] = calls
  if (call) return calling(changed.data, call)
  if (!last) throw new Error('neither was a call begun nor was there one before')
  return ok({ calledBefore: callLine(input.household, last) })
}

async function begin(
  found: HouseholdDocument,
  { submission, person, reason, evenSo }: Begun,
  context: Context,
  count: () => Promise<Counted>,
): Promise<HouseholdChanges | Refused> {
  const { caller, now } = context
  const whom = whomToCall(found.members, person)
  if ('fault' in whom) return refused('invalidInput', 'nobody can be called', { person: whom.fault })
  const before = found.calls.find(({ id }) => id === submission)
  if (before) {
    const isSame =
      before.by.account === caller.openid && before.reason === reason && before.person === whom.person.id
    // Sent again later it would show what has been changed since, without leaving a trace.
    const isFresh = calledShortlyBefore([before], now) !== undefined
    return isSame && isFresh
      ? 'nothing'
      : refused('submissionTaken', 'this submission began another call before')
  }
  if (!evenSo && calledShortlyBefore(found.calls, now)) return 'nothing'
  const post = await callingPost(found, context)
  if (!post) throw new Error('whoever may not call was let through')
  const { refusal } = await count()
  if (refusal) return refusal
  const call: StoredCall = {
    id: submission,
    at: now,
    by: { account: caller.openid, name: post.name, role: post.role, place: servesAt(post) },
    person: whom.person.id,
    reason,
    isVisit: whom.person.phone === '',
    result: null,
    words: '',
  }
  return { calls: [call, ...found.calls].slice(0, CALLS_KEPT) }
}

function calling({ _id, members, door }: HouseholdDocument, { id, person }: StoredCall): Result<Calling> {
  const called = members.find((one) => one.id === person)
  if (!called) throw new Error('whoever is called is not there')
  const open = (sealed: Sealed | ''): string =>
    sealed === '' ? '' : ownSealer().open(sealed, householdContext(_id))
  return ok({ calling: { id, name: open(called.name), phone: open(called.phone), door: open(door) } })
}
