import type { Post } from '@contract/people'
import type { At, Level, StaffRole } from '@contract/roles'
import { callerOpenid, collection } from './cloud'

/** A role at a place, as stored in `staff`: one document for each role that a person holds. */
export interface PostDocument {
  _id: string
  openid: string
  /** Staff act in public and by name; see docs/decisions/0004. */
  name: string
  phone: string
  role: StaffRole
  place: { id: string; level: Level; names: string[] }
  active: boolean
}

/** Whoever called. Nothing about the caller is ever taken from the request. */
export interface Caller {
  openid: string
  /** The posts held now; asked of the database at most once a call. */
  posts(): Promise<PostDocument[]>
}

const postsOf = async (openid: string): Promise<PostDocument[]> => {
  const { data } = await collection<PostDocument>('staff').where({ openid }).limit(50).get()
  return data.filter(({ active }) => active)
}

export const identify = (): Caller => {
  const openid = callerOpenid()
  let posts: Promise<PostDocument[]> | undefined
  return { openid, posts: () => (posts ??= postsOf(openid)) }
}

/** Whether a post's place is `at` itself or above it. */
export const covers = (post: Pick<PostDocument, 'place'>, at: At): boolean =>
  at[post.place.level] === post.place.id

export const postView = ({ _id, role, place }: PostDocument): Post => ({ id: _id, role, place })
