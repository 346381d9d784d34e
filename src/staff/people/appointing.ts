import type { PlaceName } from '@contract/cases'
import type { Post } from '@contract/people'
import {
  appoints,
  isKeeperRole,
  levels,
  roleLevels,
  staffRoles,
  type Level,
  type StaffRole,
} from '@contract/roles'
import type { PlaceChoice } from '@/components/staff/PlaceRows'

/** The places of the posts by which somebody looks after staff; one held twice is listed once. */
export const keptPlaces = (posts: readonly Post[]): PlaceName[] => {
  const places = posts.filter(({ role }) => isKeeperRole(role)).map(({ place }) => place)
  return places.filter(({ id }, index) => places.findIndex((one) => one.id === id) === index)
}

/** Roles that these posts can fill, in the order of the contract. */
export const rolesToFill = (posts: readonly Post[]): StaffRole[] =>
  staffRoles.filter((role) => posts.some((post) => appoints[post.role].includes(role) && reaches(post, role)))

/** Whether a role is held anywhere below a post, or for an administrator at its very place. */
const reaches = ({ role: mine, place }: Post, role: StaffRole): boolean =>
  roleLevels[role].some(
    (level) => isBelow(level, place.level) || (mine === 'administrator' && level === place.level),
  )

const isBelow = (level: Level, other: Level): boolean => levels.indexOf(level) > levels.indexOf(other)

/** The rows of places down to the narrowest at which a role is held. */
export const rowsFor = (
  role: StaffRole,
  rows: readonly (readonly PlaceChoice[])[],
): (readonly PlaceChoice[])[] => {
  const narrowest = Math.max(...roleLevels[role].map((level) => levels.indexOf(level)))
  return rows.filter(([first]) => first && levels.indexOf(first.level) <= narrowest)
}

/** The place that was narrowed down to, if the role is held there: of one's own places, of what lies below them. */
export const placeFor = (
  role: StaffRole,
  own: readonly PlaceName[],
  path: readonly PlaceChoice[],
): Pick<PlaceChoice, 'id' | 'level' | 'name'> | undefined => {
  const [only] = own
  const top =
    only && own.length === 1 ? { ...only, name: only.names[only.names.length - 1] ?? '' } : undefined
  const place = path[path.length - 1] ?? top
  return place && roleLevels[role].includes(place.level) ? place : undefined
}
