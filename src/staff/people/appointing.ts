import type { Post } from '@contract/people'
import { appoints, levels, roleLevels, staffRoles, type Level, type StaffRole } from '@contract/roles'
import type { PlaceChoice } from '@/components/staff/PlaceRows'
import { keptPlaces } from '../places/tree'

/** Roles that these posts can fill, in the order of the contract. */
export const rolesToFill = (posts: readonly Post[]): StaffRole[] =>
  staffRoles.filter((role) => levelsFor(role, posts).length > 0)

/** The levels at which these posts can fill a role: below their own, an administrator's also at it. */
export const levelsFor = (role: StaffRole, posts: readonly Post[]): Level[] =>
  roleLevels[role].filter((level) =>
    posts.some(
      ({ role: mine, place }) =>
        appoints[mine].includes(role) &&
        (isBelow(level, place.level) || (mine === 'administrator' && level === place.level)),
    ),
  )

const isBelow = (level: Level, other: Level): boolean => levels.indexOf(level) > levels.indexOf(other)

/** The rows of places down to the narrowest at which a role is held. */
export const rowsFor = (
  role: StaffRole,
  rows: readonly (readonly PlaceChoice[])[],
): (readonly PlaceChoice[])[] => rows.filter(([first]) => first && isAsked(role, first.level))

const isAsked = (role: StaffRole, level: Level): boolean =>
  roleLevels[role].some((held) => held === level || isBelow(held, level))

/** The place that was narrowed down to, if these posts can fill the role there. */
export const placeFor = (
  role: StaffRole,
  posts: readonly Post[],
  path: readonly PlaceChoice[],
): Pick<PlaceChoice, 'id' | 'level' | 'name'> | undefined => {
  const [only, ...others] = keptPlaces(posts)
  const top =
    only && others.length === 0 ? { ...only, name: only.names[only.names.length - 1] ?? '' } : undefined
  // What was chosen for another role before may be narrower than what is shown now.
  const shown = path.filter(({ level }) => isAsked(role, level))
  const place = shown[shown.length - 1] ?? top
  return place && levelsFor(role, posts).includes(place.level) ? place : undefined
}
