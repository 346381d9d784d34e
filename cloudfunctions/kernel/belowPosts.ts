import type { Level } from '@contract/roles'
import type { PostDocument } from './caller'
import { command } from './cloud'

export type Condition = Record<string, unknown>

/** What lies at any of these places or below it; `posts` has at least one. */
export function belowPosts(posts: readonly Pick<PostDocument, 'place'>[]): Condition {
  const byLevel = new Map<Level, string[]>()
  for (const { place } of posts) byLevel.set(place.level, [...(byLevel.get(place.level) ?? []), place.id])
  const mine = [...byLevel].map(([level, ids]) => ({
    [`at.${level}`]: ids.length === 1 ? ids[0] : command.in(ids),
  }))
  return mine.length === 1 && mine[0] ? mine[0] : (command.or(mine) as unknown as Condition)
}
