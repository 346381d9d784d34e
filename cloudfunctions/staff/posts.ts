import { refused, type Refused } from '@contract/action'
import { isKeeperRole, type StaffRole } from '@contract/roles'
import type { StaffLine } from '@contract/staff'
import { covers, postView, type Caller, type PostDocument } from '@kernel/caller'
import { collection } from '@kernel/cloud'
import type { PlaceDocument } from '@kernel/placeDocument'
import { mayAppoint, mayManage, type Spot } from './staffRules'

export const posts = collection<PostDocument>('staff')

export const spotOf = ({ _id: id, at, level }: PlaceDocument) => ({ id, at, level })

export const noSuchPost = (): Refused =>
  refused('notFound', 'there is no such post, or it is not yours to see')

const keeperPosts = async (caller: Caller): Promise<PostDocument[]> =>
  (await caller.posts()).filter(({ role }) => isKeeperRole(role))

/** A post at or below one of the caller's; what is not there and what lies elsewhere cannot be told apart. */
export async function findPost(id: string, caller: Caller): Promise<PostDocument | null> {
  const { data: post } = await posts.doc(id).get()
  return post && (await keeperPosts(caller)).some((mine) => covers(mine, post.at)) ? post : null
}

/** The post by which the caller may change another; undefined when none gives the right. */
export const managing = async (caller: Caller, other: PostDocument): Promise<PostDocument | undefined> =>
  (await keeperPosts(caller)).find((mine) => mayManage(mine, other))

/** The post by which the caller may fill a role at a place. */
export const appointing = async (
  caller: Caller,
  role: StaffRole,
  spot: Spot,
): Promise<PostDocument | undefined> =>
  (await keeperPosts(caller)).find((mine) => mayAppoint(mine, role, spot))

export const notYourColleague = (): Refused =>
  refused('invalidInput', 'this member of staff is not yours to manage', { post: 'colleagueNotYours' })

export const lineOf = (post: PostDocument): StaffLine => ({
  ...postView(post),
  name: post.name,
  phone: post.phone,
  joinedAt: post.joinedAt.toISOString(),
  appointedBy: post.appointedBy,
  suspended: post.suspended && { at: post.suspended.at.toISOString(), by: post.suspended.by },
})
