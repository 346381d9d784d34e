import { householdRoles } from '@contract/roles'
import { covers, type PostDocument } from '../caller'
import { byPost } from '../cases'
import type { EnteredBy, HouseholdDocument } from './householdDocument'
import { residentName } from '../placeDocument'
import type { Context } from '../serve'

/** The post by which the caller may telephone a household; null for everybody else, its own family included. */
export async function callingPost(
  found: Pick<HouseholdDocument, 'at'> | null,
  { caller }: Context,
): Promise<PostDocument | null> {
  const roles: readonly string[] = householdRoles
  const posts = await caller.posts()
  return (found && posts.find((post) => roles.includes(post.role) && covers(post, found.at))) ?? null
}

/** As `changeHousehold` asks for it. */
export async function asCaller(found: HouseholdDocument | null, context: Context): Promise<EnteredBy | null> {
  const post = await callingPost(found, context)
  return post && byPost(post)
}

/** Where somebody serves, as a family knows it: 春晓东苑 1 号楼. */
export const servesAt = ({ at, place }: PostDocument): string =>
  residentName(at, place).names.slice(-2).join(' ')
