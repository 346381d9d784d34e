import type { PlaceName } from '@contract/cases'
import type { Post } from '@contract/people'
import type { StaffRole } from '@contract/roles'
import { words } from '@/words'

/** Whether one of these posts is one of these roles: what the page offers, and the function checks. */
export const holdsRole = (posts: readonly Post[], roles: readonly StaffRole[]): boolean =>
  posts.some(({ role }) => roles.includes(role))

export const placeText = ({ names }: PlaceName): string => names.slice(-2).join(' ')

/** 街道干部 顾远山 */
export const whoText = ({ name, role }: { name: string; role: StaffRole }): string =>
  `${words.registration.role[role]} ${name}`
