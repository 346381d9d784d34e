import { ok, refused, type Refused, type Result } from '@contract/action'
import type { LookedAt } from '@contract/looks'
import type { At } from '@contract/roles'
import { identify } from './caller'
import type { Case } from './caseEvents'
import { lookedAt, lookingPost, mayLook, recordLook } from './looks'
import { maskNumbers } from './masking'
import { ownSealer } from './seal'
import type { Context } from './serve'

/** A case that somebody wants to see in clear text, and the reason, which the person concerned will read. */
export interface Reveal {
  case: string
  submission: string
  version: number
  words: string
}

/** What `reveal` adds to a case besides its entry: nothing; or why nothing may be shown. */
type Looked = Record<string, never> | Refused

/**
 * Causes `reveal` by `change`, and answers the case whose clear text may then be shown. The look is counted and written
 * down before the case learns of it, and only then is anything shown: whatever fails on the way, nothing was seen unrecorded.
 */
export async function revealed<Found extends Case>(
  sent: Reveal,
  context: Context,
  change: (input: Reveal, look: (current: Found) => Promise<Looked>) => Promise<Result<Found>>,
): Promise<Result<Found>> {
  const input = { ...sent, words: maskNumbers(sent.words) }
  let looked: Result<LookedAt[]> | undefined
  const changed = await change(input, async (current) => {
    // Asked again when somebody else changed the case meanwhile: it stays the same look.
    looked ??= await look(input, [lookedAt(current)], context, current.at)
    if (!looked.ok) return looked
    // Written down when the case was not theirs yet: that record is of another look.
    return looked.data.length > 0 ? {} : lookOnceMore()
  })
  if (!changed.ok) return changed.error.code === 'notFound' ? missed(changed, input, context) : changed
  // Sent again later it would show what has been written since, without leaving a trace.
  return changed.data.history.at(-1)?.submission === input.submission ? ok(changed.data) : lookOnceMore()
}

const lookOnceMore = (): Refused => refused('changedMeanwhile', 'look once more')

async function look(
  { submission, words, ...rest }: Reveal,
  cases: LookedAt[],
  context: Context,
  at?: At,
): Promise<Result<LookedAt[]>> {
  const post = await lookingPost(context, at)
  if (!post) return refused('notAllowed', 'only staff look')
  const may = await mayLook(submission, context)
  if (!may.ok) return may
  const digest = ownSealer().digest({ ...rest, submission, words, version: null })
  return recordLook({ kind: 'reveal', submission, words, digest }, cases, post, context)
}

/** Trying ids of cases that are not one's own counts as looking, and is written down as well. */
async function missed(refusal: Refused, input: Reveal, { now, today }: Context): Promise<Refused> {
  // Their posts are known already where a case was there: asked for anew, what is not there costs the same requests.
  const context = { caller: identify(), now, today }
  if (!(await lookingPost(context))) return refusal
  const looked = await look(input, [], context)
  return looked.ok ? refusal : looked
}
