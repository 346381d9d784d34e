import type { At, Level } from '@contract/roles'

/** Whether a post's place is `at` itself or above it. */
export const covers = (post: { place: { id: string; level: Level } }, at: At): boolean =>
  at[post.place.level] === post.place.id
