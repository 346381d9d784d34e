import { ok, refused, type Result } from '@contract/action'
import type { staffActions } from '@contract/staff'
import { placeName } from '@kernel/placeDocument'
import { findPlace } from '@kernel/places'
import type { UseCase } from '@kernel/serve'
import { changedView, changePost, type PostChange } from './changePost'
import { appointing, spotOf } from './posts'
import { releaseWork } from './releaseWork'
import { isHeldAt } from './staffRules'

/** The same role at another place; both must be the caller's to fill. Work that does not lie there stays behind. */
export const moveMember: UseCase<typeof staffActions.move> = async (input, context) => {
  const { caller, now } = context
  const changed = await changePost(input, context, async (post): Promise<Result<PostChange>> => {
    if (!post.active) return refused('eventNotAllowed', 'a suspended post is not moved')
    const to = await findPlace(input.to, now)
    if (!to) return refused('invalidInput', 'there is no such place', { to: 'placeUnknown' })
    if (!(await appointing(caller, post.role, spotOf(to))))
      return refused('invalidInput', 'this role is not yours to fill there', { to: 'placeNotYours' })
    if (!isHeldAt(post.role, to.level))
      return refused('invalidInput', 'this role is not held at such a place', { to: 'roleElsewhere' })
    if (to._id === post.place.id)
      return refused('invalidInput', 'this is where the post is', { to: 'repeated' })
    const set = { place: placeName(to), at: to.at, releasing: now }
    return ok({ event: 'move', set, detail: { place: to.names.slice(-2).join(' ') } })
  })
  if (!changed.ok) return changed
  await releaseWork(changed.data, now)
  return ok(changedView(changed.data))
}
