import type { Keeper, Post } from '@contract/people'
import type { At, Level, StaffRole } from '@contract/roles'
import { callerOpenid, collection } from './cloud'

export { covers } from './covering'

/** A role at a place, as stored in `staff`: one document for each role that a person holds. */
export interface PostDocument {
  _id: string
  openid: string
  /** Staff act in public and by name; see docs/decisions/0004. */
  name: string
  phone: string
  role: StaffRole
  place: { id: string; level: Level; names: string[] }
  /** The place's own id and those of all nodes above it. */
  at: At
  /** Rises by one with each change of the post. */
  version: number
  joinedAt: Date
  /** null for the first administrator, whom nobody appointed. */
  appointedBy: Keeper | null
  /** False while suspended: the post then counts for nothing. */
  active: boolean
  suspended: { at: Date; by: Keeper } | null
  /** Since when cases and duties may stand in its name that no longer ought to; null once they have been taken from it. */
  releasing: Date | null
  /** When its holder last changed another post. Two who change each other's at once meet here: one is refused. */
  managedAt: Date | null
}

/** Whoever called. Nothing about the caller is ever taken from the request. */
export interface Caller {
  openid: string
  /** The posts held now; asked of the database at most once a call. */
  posts(): Promise<PostDocument[]>
  /** Those that count for nothing now; the same request. */
  suspendedPosts(): Promise<PostDocument[]>
  /** What another request of this call has read of their posts, so that they are not asked for again. */
  hasRead(posts: readonly PostDocument[]): void
}

const postsOf = async (openid: string): Promise<PostDocument[]> => {
  const { data } = await collection<PostDocument>('staff').where({ openid }).limit(50).get()
  return data
}

export const identify = (): Caller => {
  const openid = callerOpenid()
  let asked: Promise<readonly PostDocument[]> | undefined
  const all = () => (asked ??= postsOf(openid))
  return {
    openid,
    posts: async () => (await all()).filter(({ active }) => active),
    suspendedPosts: async () => (await all()).filter(({ active }) => !active),
    hasRead: (posts) => void (asked = Promise.resolve(posts)),
  }
}

export const postView = ({ _id, role, place }: PostDocument): Post => ({ id: _id, role, place })
