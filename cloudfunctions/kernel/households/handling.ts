import { refused, type Refused } from '@contract/action'
import { householdRoles, type StaffRole } from '@contract/roles'
import { covers } from '../caller'
import { byPost } from '../cases'
import type { Context } from '../serve'
import type { EnteredBy, HouseholdDocument } from './householdDocument'

/** Not there, or not theirs: nobody learns which. */
export const noSuchHousehold = (): Refused =>
  refused('notFound', 'there is no such household, or it is not yours')

/**
 * As whom the caller may act for a household: as its family, or as staff whose place covers it; null for everybody else.
 * The family's posts are not looked up; for others it costs one database request, whether or not the household is there.
 */
export async function handlerOf(
  found: Pick<HouseholdDocument, 'accounts' | 'at'> | null,
  { caller }: Context,
  roles: readonly StaffRole[] = householdRoles,
): Promise<EnteredBy | null> {
  if (found?.accounts.includes(caller.openid)) {
    return { actor: 'owner', account: caller.openid, name: null }
  }
  const posts = await caller.posts()
  const post = found && posts.find((held) => roles.includes(held.role) && covers(held, found.at))
  return post ? byPost(post) : null
}

/** The same for what is the family's alone. */
export const familyOf = (
  found: Pick<HouseholdDocument, 'accounts' | 'at'> | null,
  context: Context,
): Promise<EnteredBy | null> => handlerOf(found, context, [])
