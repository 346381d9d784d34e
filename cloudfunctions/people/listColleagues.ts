import { ok, refused } from '@contract/action'
import type { peopleActions } from '@contract/people'
import { isCaseRole, levels } from '@contract/roles'
import { postView, type PostDocument } from '@kernel/caller'
import { collection, command } from '@kernel/cloud'
import { findPlace } from '@kernel/places'
import type { UseCase } from '@kernel/serve'

const LISTED_AT_MOST = 200

/** Everybody whose place covers one of mine, the nearest first. */
export const listColleagues: UseCase<typeof peopleActions.colleagues> = async (
  { place: id },
  { caller, now },
) => {
  const place = await findPlace(id, now)
  if (!place) return refused('notFound', 'there is no such place')

  const { data } = await collection<PostDocument>('staff')
    .where({ 'place.id': command.in(Object.values(place.at)) })
    .limit(LISTED_AT_MOST)
    .get()
  const depth = (post: PostDocument) => levels.indexOf(post.place.level)
  const colleagues = data
    .filter(({ active, role, openid }) => active && isCaseRole(role) && openid !== caller.openid)
    .sort((a, b) => depth(b) - depth(a) || (a._id < b._id ? -1 : 1))
  return ok(colleagues.map((post) => ({ ...postView(post), name: post.name })))
}
