import { ok, refused, type Result } from '@contract/action'
import { isHouseholdRole } from '@contract/roles'
import { covers } from '@kernel/caller'
import { byPost } from '@kernel/cases'
import type { EnteredBy } from '@kernel/households/householdDocument'
import type { PlaceDocument } from '@kernel/placeDocument'
import type { Context } from '@kernel/serve'

/** As staff of that place; the field at fault is `place`. One database request. */
export async function byStaffAt({ at }: PlaceDocument, { caller }: Context): Promise<Result<EnteredBy>> {
  const posts = (await caller.posts()).filter(({ role }) => isHouseholdRole(role))
  if (posts.length === 0) return refused('notAllowed', 'only staff enter a household for somebody else')
  const post = posts.find((held) => covers(held, at))
  return post
    ? ok(byPost(post))
    : refused('invalidInput', 'this place is not yours', { place: 'placeNotYours' })
}
