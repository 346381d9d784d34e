import { ok, refused, type CheckedInputOf, type Refused, type Result } from '@contract/action'
import type { LookedAt } from '@contract/looks'
import type { returneeActions } from '@contract/returnee'
import type { At } from '@contract/roles'
import { lookedAt, lookingPost, mayLook, recordLook } from '@kernel/looks'
import { maskNumbers } from '@kernel/masking'
import { addressesInCase } from '@kernel/pictures/addresses'
import { ownSealer } from '@kernel/seal'
import type { Context, UseCase } from '@kernel/serve'
import { changedView, changeRegistration } from './changeRegistration'
import { openAnswers } from '@kernel/registration'

type RevealInput = CheckedInputOf<typeof returneeActions.reveal>

/**
 * The clear text and the pictures, for a reason that the person concerned will read. The look is counted and written down
 * before the case learns of it, and only then is anything shown: whatever fails on the way, nothing was seen unrecorded.
 */
export const revealRegistration: UseCase<typeof returneeActions.reveal> = async (sent, context) => {
  const input = { ...sent, words: maskNumbers(sent.words) }
  let looked: Result<LookedAt[]> | undefined
  const changed = await changeRegistration('reveal', input, context, async (current) => {
    // Asked again when somebody else changed the case meanwhile: it stays the same look.
    looked ??= await look(input, [lookedAt(current)], context, current.at)
    if (!looked.ok) return looked
    // Written down when the case was not theirs yet: that record is of another look.
    return looked.data.length > 0 ? {} : lookOnceMore()
  })
  if (!changed.ok) return changed.error.code === 'notFound' ? missed(changed, input, context) : changed
  const { _id, body, history } = changed.data
  // Sent again later it would show what has been written since, without leaving a trace.
  if (history.at(-1)?.submission !== input.submission) return lookOnceMore()
  const answers = openAnswers(body.answers, _id, ownSealer())
  const pictures = await addressesInCase(answers.test.pictures, _id, context.now)
  return ok({ ...changedView(changed.data, context), answers, pictures })
}

const lookOnceMore = (): Refused => refused('changedMeanwhile', 'look once more')

async function look(
  { submission, words, ...rest }: RevealInput,
  cases: LookedAt[],
  context: Context,
  at?: At,
): Promise<Result<LookedAt[]>> {
  const post = await lookingPost(context, at)
  if (!post) return refused('notAllowed', 'only staff look')
  const may = await mayLook(context)
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
