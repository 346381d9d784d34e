import { ok, refused, type Result } from '@contract/action'
import type { staffActions } from '@contract/staff'
import type { UseCase } from '@kernel/serve'
import { changedView, changePost, type PostChange } from './changePost'
import { releaseWork } from './releaseWork'

const notNow = () => refused('eventNotAllowed', 'the post is so already')

/** The post counts for nothing from now on; what stands in its name goes back to the place. */
export const suspendMember: UseCase<typeof staffActions.suspend> = async (input, context) => {
  const { now } = context
  const changed = await changePost(input, context, (post, { name, role }): Result<PostChange> => {
    if (!post.active) return notNow()
    const suspended = { at: now, by: { name, role } }
    return ok({ event: 'suspend', set: { active: false, suspended, releasing: now } })
  })
  if (!changed.ok) return changed
  await releaseWork(changed.data, now)
  return ok(changedView(changed.data))
}

/**
 * The post counts again; work and duties that went elsewhere meanwhile stay there. What it left behind by moving before
 * is still taken from it.
 */
export const resumeMember: UseCase<typeof staffActions.resume> = async (input, context) => {
  const { now } = context
  const changed = await changePost(input, context, (post): Result<PostChange> =>
    post.active ? notNow() : ok({ event: 'resume', set: { active: true, suspended: null, releasing: now } }),
  )
  return changed.ok ? ok(changedView(changed.data)) : changed
}
