import type { PlaceName } from '@contract/cases'
import type { Post } from '@contract/people'
import { policyRoles, type StaffRole } from '@contract/roles'

/** The places for which somebody publishes lists and policies, each once. */
export const policyPlaces = (posts: readonly Post[]): PlaceName[] => {
  const roles: readonly StaffRole[] = policyRoles
  const places = posts.filter(({ role }) => roles.includes(role)).map(({ place }) => place)
  return places.filter(({ id }, index) => places.findIndex((one) => one.id === id) === index)
}
