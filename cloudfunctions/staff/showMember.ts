import { ok } from '@contract/action'
import type { Colleague } from '@contract/people'
import { isCaseRole, levels } from '@contract/roles'
import type { staffActions } from '@contract/staff'
import { postView, type PostDocument } from '@kernel/caller'
import { command } from '@kernel/cloud'
import type { UseCase } from '@kernel/serve'
import { cases, handedTo } from './handedCases'
import { historyOf } from './postHistory'
import { findPost, lineOf, managing, noSuchPost, posts } from './posts'
import { deedsFor } from './staffRules'

const SUCCESSORS_AT_MOST = 200

/** One member of staff in one role: what happened, what work is open, what can be done. */
export const showMember: UseCase<typeof staffActions.show> = async ({ post: id }, { caller }) => {
  const post = await findPost(id, caller)
  if (!post) return noSuchPost()
  const [openWork, history, successors, manager] = await Promise.all([
    countOpenWork(id),
    historyOf(id),
    successorsOf(post),
    managing(caller, post),
  ])
  return ok({
    ...lineOf(post),
    version: post.version,
    openWork,
    history,
    deeds: manager ? deedsFor(post) : [],
    successors,
  })
}

const countOpenWork = async (post: string): Promise<number> =>
  (await cases.where(handedTo(post)).count()).total

/** Whoever may handle all that lies below this place, the nearest first. */
async function successorsOf(post: PostDocument): Promise<Colleague[]> {
  const { data } = await posts
    .where({ 'place.id': command.in(Object.values(post.at)) })
    .limit(SUCCESSORS_AT_MOST)
    .get()
  const depth = ({ place }: PostDocument) => levels.indexOf(place.level)
  return data
    .filter(({ _id, active, role }) => active && isCaseRole(role) && _id !== post._id)
    .sort((a, b) => depth(b) - depth(a) || (a._id < b._id ? -1 : 1))
    .map((one) => ({ ...postView(one), name: one.name }))
}
