import { superior, type At, type StaffRole } from '@contract/roles'
import type { PostDocument } from './caller'
import { collection, command } from './cloud'

const READ_AT_MOST = 200

/** All staff whose place covers this one, by post. One database request. */
export async function staffCovering(at: At): Promise<PostDocument[]> {
  const { data } = await collection<PostDocument>('staff')
    .where({ 'place.id': command.in(Object.values(at)) })
    .limit(READ_AT_MOST)
    .get()
  return data.filter(({ active }) => active)
}

/**
 * Whoever stands above a role at a place: the posts of the nearest superior role that anybody but these accounts holds there.
 * Empty where nobody does. One database request.
 */
export async function superiorsOf(
  role: StaffRole,
  at: At,
  except: readonly string[],
): Promise<PostDocument[]> {
  const others = (await staffCovering(at)).filter(({ openid }) => !except.includes(openid))
  for (let above = superior[role]; above; above = superior[above]) {
    const wanted = above
    const held = others.filter((post) => post.role === wanted)
    if (held.length > 0) return held
  }
  return []
}
