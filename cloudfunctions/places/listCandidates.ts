import { ok, refused } from '@contract/action'
import type { placesActions } from '@contract/places'
import { levels } from '@contract/roles'
import { postView, type PostDocument } from '@kernel/caller'
import { collection, command } from '@kernel/cloud'
import { findPlace } from '@kernel/places'
import type { UseCase } from '@kernel/serve'

const LISTED_AT_MOST = 200

/** The staff who can be named for a duty at a place: their own covers it. The caller is among them. */
export const listCandidates: UseCase<typeof placesActions.candidates> = async ({ place: id }, { now }) => {
  const place = await findPlace(id, now)
  if (!place) return refused('notFound', 'there is no such place')

  const { data } = await collection<PostDocument>('staff')
    .where({ 'place.id': command.in(Object.values(place.at)), active: true })
    .limit(LISTED_AT_MOST)
    .get()
  const depth = (post: PostDocument) => levels.indexOf(post.place.level)
  const candidates = data.sort((a, b) => depth(b) - depth(a) || (a._id < b._id ? -1 : 1))
  return ok(candidates.map((post) => ({ ...postView(post), name: post.name, phone: post.phone })))
}
