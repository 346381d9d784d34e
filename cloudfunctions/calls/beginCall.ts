import { ok, refused, type CheckedInputOf, type Refused, type Result } from '@contract/action'
import type { Calling, callsActions } from '@contract/calls'
import { changeHousehold, type HouseholdChanges } from '@kernel/households/changing'
import {
  CALLS_KEPT,
  householdContext,
  type HouseholdDocument,
  type MemberDocument,
  type StoredCall,
} from '@kernel/households/householdDocument'
import { callLine } from '@kernel/households/views'
import { countCall, type Counted } from '@kernel/lookTally'
import { ownSealer } from '@kernel/seal'
import type { Sealed } from '@kernel/sealed'
import type { Context, UseCase } from '@kernel/serve'
import { asCaller, callingPost, servesAt } from '@kernel/households/callingPost'
import { calledShortlyBefore, stillCalled, whomToCall } from './callRules'

type Begun = CheckedInputOf<typeof callsActions.begin>

/**
 * Shows whom to call, and writes down who was shown it. Of several who begin at the same moment the first is shown the number,
 * the others are told of the call; so is, later, whoever begins the same call again. Four database requests.
 */
export const beginCall: UseCase<typeof callsActions.begin> = async (input, context) => {
  let counted: Promise<Counted> | undefined
  // Asked again when somebody else changed the household meanwhile: it stays the same call.
  const count = () => (counted ??= countCall(context.caller.openid, input.submission, context.now))
  const changed = await changeHousehold({ household: input.household, handler: asCaller }, context, (found) =>
    begin(found, input, context, count),
  )
  if (!changed.ok) return changed
  const { calls } = changed.data
  const call = callOf(calls, input)
  const called = call && stillCalled(call, changed.data.members, context.now)
  if (call && called) return calling(changed.data, call, called)
  const before = call ?? calls[0]
  if (!before) throw new Error('neither was a call begun nor was there one before')
  return ok({ calledBefore: callLine(input.household, before) })
}

const callOf = (calls: readonly StoredCall[], { submission }: Begun): StoredCall | undefined =>
  calls.find(({ id }) => id === submission)

async function begin(
  found: HouseholdDocument,
  input: Begun,
  context: Context,
  count: () => Promise<Counted>,
): Promise<HouseholdChanges | Refused> {
  const { submission, person, reason, evenSo } = input
  const { caller, now } = context
  const before = callOf(found.calls, input)
  if (before) {
    const isSame = before.by.account === caller.openid && before.reason === reason && before.asked === person
    return isSame ? 'nothing' : refused('submissionTaken', 'this submission began another call before')
  }
  const whom = whomToCall(found.members, person)
  if ('fault' in whom) return refused('invalidInput', 'nobody can be called', { person: whom.fault })
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
    ...(person !== undefined && { asked: person }),
    reason,
    isVisit: whom.person.phone === '',
    result: null,
    words: '',
  }
  return { calls: [call, ...found.calls].slice(0, CALLS_KEPT) }
}

function calling(
  { _id, door }: HouseholdDocument,
  { id }: StoredCall,
  called: MemberDocument,
): Result<Calling> {
  const open = (sealed: Sealed | ''): string =>
    sealed === '' ? '' : ownSealer().open(sealed, householdContext(_id))
  return ok({ calling: { id, name: open(called.name), phone: open(called.phone), door: open(door) } })
}
