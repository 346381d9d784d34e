import { ok, refused, type Refused, type Result } from '@contract/action'
import type { PostChanged, PostHistoryEntry } from '@contract/staff'
import type { PostDocument } from '@kernel/caller'
import { command } from '@kernel/cloud'
import { ownSealer, saysSame } from '@kernel/seal'
import type { Context } from '@kernel/serve'
import { inTransaction } from '@kernel/transaction'
import { postEvents, sealWords, type PostEventDocument } from './postHistory'
import { findPost, managing, noSuchPost, notYourColleague, posts } from './posts'

interface Act {
  post: string
  version: number
  submission: string
  words?: string
}

/** What an act makes of a post. */
export interface PostChange {
  event: PostHistoryEntry['event']
  set: Partial<PostDocument>
  detail?: PostHistoryEntry['detail']
}

/**
 * Changes somebody's post by one of the caller's own, together with the entry in its history. `decide` says what changes,
 * from the post as it is. The caller's post is written along: of two who suspend each other at once only one can, which is
 * why the last administrator, whom nobody else can suspend, always remains.
 */
export async function changePost(
  input: Act,
  context: Context,
  decide: (post: PostDocument, manager: PostDocument) => Result<PostChange> | Promise<Result<PostChange>>,
): Promise<Result<PostDocument>> {
  const { caller } = context
  const post = await findPost(input.post, caller)
  if (!post) return noSuchPost()
  const manager = await managing(caller, post)
  if (!manager) return notYourColleague()

  const digest = digestOf(input)
  const before = await doneBefore(input, context)
  if (before) return before
  if (post.version !== input.version) return changedMeanwhile()
  const decided = await decide(post, manager)
  if (!decided.ok) return decided
  return write(post, manager, decided.data, { ...input, digest }, context)
}

const write = (
  post: PostDocument,
  manager: PostDocument,
  { event, set, detail = {} }: PostChange,
  { submission, words, digest }: Act & { digest: string },
  { caller, now }: Context,
): Promise<Result<PostDocument>> =>
  inTransaction(async (transaction) => {
    const staff = transaction.collection<PostDocument>('staff')
    const { data: current } = await staff.doc(post._id).get()
    const { data: mine } = await staff.doc(manager._id).get()
    if (current?.version !== post.version || mine?.version !== manager.version) return changedMeanwhile()
    const after = { ...post, ...set, version: post.version + 1 }
    await staff.doc(post._id).update({ data: replacing({ ...set, version: after.version }) })
    await staff.doc(manager._id).update({ data: { managedAt: now } })
    await transaction.collection<PostEventDocument>('staffEvents').add({
      data: {
        _id: submission,
        post: post._id,
        at: now,
        event,
        by: { account: caller.openid, name: manager.name, role: manager.role },
        digest,
        words: words ? sealWords(words, submission) : null,
        detail,
      },
    })
    return ok(after)
  })

/** An object would be merged into the stored one, field by field. */
const replacing = (set: Partial<PostDocument>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(set).map(([field, value]) => [
      field,
      value !== null && typeof value === 'object' ? command.set(value) : value,
    ]),
  )

const digestOf = (input: Act): string => ownSealer().digest({ ...input, version: null })

/** The post as it is now, where this act was done before; a refusal when its id was used for anything else. */
async function doneBefore(input: Act, { caller }: Context): Promise<Result<PostDocument> | null> {
  const { post, submission } = input
  const { data: entry } = await postEvents.doc(submission).get()
  if (!entry) return null
  const isSame =
    entry.post === post && entry.by.account === caller.openid && saysSame(entry.digest, digestOf(input))
  const { data: now } = await posts.doc(post).get()
  return isSame && now ? ok(now) : refused('submissionTaken', 'this submission did something else before')
}

/** Whatever has become of the post since. */
export async function postChangedBefore(input: Act, context: Context): Promise<Result<PostChanged> | null> {
  const before = await doneBefore(input, context)
  return before?.ok ? ok(changedView(before.data)) : before
}

export const changedView = ({ _id, version }: PostDocument): PostChanged => ({ post: _id, version })

const changedMeanwhile = (): Refused => refused('changedMeanwhile', 'somebody else was quicker')
