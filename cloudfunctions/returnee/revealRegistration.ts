import { ok, refused, type CheckedInputOf, type Refused, type Result } from '@contract/action'
import type { LookedAt } from '@contract/looks'
import type { returneeActions } from '@contract/returnee'
import type { At } from '@contract/roles'
import { lookedAt, lookingPost, mayLook, recordLook } from '@kernel/looks'
import { addressesInCase } from '@kernel/pictures/addresses'
import { ownSealer } from '@kernel/seal'
import type { Context, UseCase } from '@kernel/serve'
import { changedView, changeRegistration } from './changeRegistration'
import { openAnswers } from './registration'

type RevealInput = CheckedInputOf<typeof returneeActions.reveal>

/**
 * The clear text and the pictures, for a reason that the person concerned will read. The look is counted and written down
 * before the case learns of it, and only then is anything shown: whatever fails on the way, nothing was seen unrecorded.
 */
export const revealRegistration: UseCase<typeof returneeActions.reveal> = async (input, context) => {
  let looked: Result<null> | undefined
  const changed = await changeRegistration('reveal', input, context, async (current) => {
    // Asked again when somebody else changed the case meanwhile: it stays the same look.
    looked ??= await look(input, [lookedAt(current)], context, current.at)
    return looked.ok ? {} : looked
  })
  if (!changed.ok) return changed.error.code === 'notFound' ? missed(changed, input, context) : changed
  const { _id, body, history } = changed.data
  // Sent again later it would show what has been written since, without leaving a trace.
  if (history.at(-1)?.submission !== input.submission) return refused('changedMeanwhile', 'look once more')
  const answers = openAnswers(body.answers, _id, ownSealer())
  const pictures = await addressesInCase(answers.test.pictures, _id, context.now)
  return ok({ ...changedView(changed.data), answers, pictures })
}

async function look(
  { submission, words, ...rest }: RevealInput,
  cases: LookedAt[],
  context: Context,
  at?: At,
): Promise<Result<null>> {
  const post = await lookingPost(context, at)
  if (!post) return refused('notAllowed', 'only staff look')
  const may = await mayLook(post, context)
  if (!may.ok) return may
  const digest = ownSealer().digest({ ...rest, submission, words, version: null })
  return recordLook({ kind: 'reveal', submission, words, digest }, cases, post, context)
}

/** Trying ids of cases that are not one's own counts as looking, and is written down as well. */
async function missed(refusal: Refused, input: RevealInput, context: Context): Promise<Refused> {
  if (!(await lookingPost(context))) return refusal
  const looked = await look(input, [], context)
  return looked.ok ? refusal : looked
}
