import { refused, type Refused } from '@contract/action'
import type { DecidedBy } from '@contract/keeping'
import type { At, StaffRole } from '@contract/roles'
import type { PostDocument } from './caller'
import { covers } from './covering'
import { findPlace } from './places'
import type { PlaceDocument } from './placeDocument'
import type { Context } from './serve'

/** Who decides, as it is kept with the decision. */
export type Decider = DecidedBy & { account: string }

/** By the post through which the caller may decide at this place; `kernel/serve` has seen that there is one. */
export async function deciderAt(
  at: At,
  roles: readonly StaffRole[],
  { caller }: Context,
): Promise<Decider | undefined> {
  const post = postAt(at, roles, await caller.posts())
  return post && deciderBy(post)
}

export const postAt = (
  at: At,
  roles: readonly StaffRole[],
  posts: readonly PostDocument[],
): PostDocument | undefined => posts.find((one) => roles.includes(one.role) && covers(one, at))

export const deciderBy = ({ openid, name, role }: PostDocument): Decider => ({ account: openid, name, role })

/** The place of an input that `kernel/serve` has let through. */
export async function placeOf(id: string, { now }: Context): Promise<PlaceDocument> {
  const place = await findPlace(id, now)
  if (!place) throw new Error('the place has gone since it was asked for')
  return place
}

export const shownBy = ({ name, role }: DecidedBy): DecidedBy => ({ name, role })

export const noSuch = (what: string): Refused => refused('notFound', `there is no such ${what} of yours`)
