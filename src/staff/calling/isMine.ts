import type { CallLine } from '@contract/calls'
import type { Me } from '@contract/people'

/** Whether one of these made the call, as far as its line tells; the function knows for certain. */
export const isMine =
  (me: Pick<Me, 'name' | 'posts'> | undefined) =>
  ({ by }: CallLine): boolean =>
    me?.name === by.name && me.posts.some(({ role }) => role === by.role)
