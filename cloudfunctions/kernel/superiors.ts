import { superior, type At, type StaffRole } from '@contract/roles'
import type { PostDocument } from './caller'
import { collection, command } from './cloud'

const READ_AT_MOST = 200

/**
 * Whoever stands above a role at a place: the posts of the nearest superior role that anybody but `account` holds there.
 * Empty where nobody does. One database request.
 */
export async function superiorsOf(role: StaffRole, at: At, account: string): Promise<PostDocument[]> {
  const { data } = await collection<PostDocument>('staff')
    .where({ 'place.id': command.in(Object.values(at)) })
    .limit(READ_AT_MOST)
    .get()
  const others = data.filter((post) => post.active && post.openid !== account)
  for (let above = superior[role]; above; above = superior[above]) {
    const wanted = above
    const held = others.filter((post) => post.role === wanted)
    if (held.length > 0) return held
  }
  return []
}
