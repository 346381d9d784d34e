import { refused, type CheckedInputOf, type Refused, type Result } from '@contract/action'
import type { tipsActions } from '@contract/tips'
import { readHousehold } from '@kernel/households/changing'
import { callingPost } from '@kernel/households/callingPost'
import { recordVisit } from '@kernel/households/visiting'
import { confirmationDue } from '@kernel/dueRules'
import { claimPictures } from '@kernel/pictures/claiming'
import type { Context, UseCase } from '@kernel/serve'
import { beforeOfficer } from '@kernel/tips/officers'
import type { results, TipBody, TipCase } from '@kernel/tips/tip'
import { answering, changeTip, type Addition } from './changeTip'

type Visited = CheckedInputOf<typeof tipsActions.confirm>

/**
 * Somebody has been there, and says what they found. A household that was visited reads of a routine check: what
 * `calls.visit` writes, and nothing else. Two database requests, one or two more with pictures, three more with a household.
 */
async function visited(
  event: (typeof results)[number] | 'suspect',
  input: Visited,
  context: Context,
  add: (current: TipCase) => Addition | Promise<Addition> = () => ({}),
): Promise<Result<TipCase>> {
  const changed = await changeTip(event, input, context, async (current) => {
    const refusal = await refusalOf(input, context)
    if (refusal) return refusal
    const taken = await withPictures(input, current.body, context)
    return 'error' in taken ? taken : { changes: { body: taken }, ...(await add(current)) }
  })
  if (!changed.ok || input.household === null) return changed
  const { submission, household } = input
  // After the case: of two who come back with a result one alone was there. Sent again, it is the same visit.
  const told = await recordVisit({ submission, household, result: 'answered', words: '' }, context)
  // A household that has gone since, or is somebody else's now, reads nothing of it: the result stands.
  return told.ok || told.error.code === 'notFound' ? changed : told
}

async function refusalOf({ household }: Visited, context: Context): Promise<Refused | null> {
  if (household === null) return null
  const isTheirs = (await callingPost(await readHousehold(household), context)) !== null
  return isTheirs
    ? null
    : refused('invalidInput', 'there is no such household of theirs', { household: 'householdUnknown' })
}

async function withPictures(
  { case: id, pictures }: Visited,
  body: TipBody,
  { caller, now }: Context,
): Promise<TipBody | Refused> {
  const claim = { case: id, account: caller.openid, owner: null }
  if (!(await claimPictures(pictures, claim, now))) {
    return refused('invalidInput', 'there is no such picture to be had', { pictures: 'pictureUnknown' })
  }
  return { ...body, visitPictures: [...new Set([...body.visitPictures, ...pictures])] }
}

/** What a visit ends with. */
export const ending =
  (event: (typeof results)[number]): UseCase<typeof tipsActions.confirm> =>
  async (input, context) =>
    answering(await visited(event, input, context))

/** Whoever was there thinks that it was told out of malice: an officer is to say so, another if they are one. */
export const suspectTip: UseCase<typeof tipsActions.suspect> = async (input, context) =>
  answering(
    await visited('suspect', input, context, async (current) => ({
      ...(await beforeOfficer('suspect', current, context.caller.openid)),
      dueAt: confirmationDue(context.now),
    })),
  )
