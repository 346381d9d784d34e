import { randomUUID } from 'node:crypto'
import type { PostDocument } from '@kernel/caller'
import type { By, Happening } from '@kernel/caseEvents'
import { command } from '@kernel/cloud'
import { replaceOnDuty } from '@kernel/onDuty'
import { handCasesOn, handedTo } from './handedCases'
import { posts } from './posts'

/** No call runs longer: what was under way when the post was changed has been written by then. */
const SETTLED_AFTER_MS = 60_000

const bySystem: By = { actor: 'system', account: '', name: null }

/** Cases that stand in the name of a post and no longer may: all when it is suspended, those elsewhere when it has moved. */
const misplaced = ({ _id, active, place }: PostDocument): Record<string, unknown> => ({
  ...handedTo(_id),
  ...(active ? { [`at.${place.level}`]: command.neq(place.id) } : {}),
})

/**
 * Takes a slice of its cases, and its duties, from a post that was suspended or, as far as they lie elsewhere, moved. A
 * timer goes on with it until a while after the change nothing is found any more: somebody may have handed a case to the
 * post at that very moment.
 */
export async function releaseWork(post: PostDocument, now: Date): Promise<{ found: number }> {
  const happening = (): Happening => ({ at: now, submission: randomUUID(), digest: '', by: bySystem })
  const { found } = await handCasesOn(misplaced(post), () => null, happening)
  await replaceOnDuty(post, post.active ? post : null)
  const since = post.releasing?.getTime() ?? 0
  if (found === 0 && now.getTime() - since > SETTLED_AFTER_MS) {
    await posts.where({ _id: post._id, version: post.version }).update({ data: { releasing: null } })
  }
  return { found }
}
