import type { PostDocument } from '../caller'
import { collection, command } from '../cloud'

/** Posts by their id; no request where none is asked for. */
export async function postsById(ids: readonly string[]): Promise<Map<string, PostDocument>> {
  const asked = [...new Set(ids)]
  if (asked.length === 0) return new Map()
  const { data } = await collection<PostDocument>('staff')
    .where({ _id: command.in(asked) })
    .limit(asked.length)
    .get()
  return new Map(data.map((post) => [post._id, post]))
}
