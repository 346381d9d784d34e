import type { PlaceNode, Responsible } from '@contract/places'
import type { PlaceName } from '@contract/cases'
import { isKeeperRole, type Level } from '@contract/roles'
import type { Post } from '@contract/people'
import { words } from '@/words'
import { staffWords } from '@/words/staff'

/** A place on the way down. */
export interface Crumb {
  key: string
  text: string
}

/** The places that somebody looks after, each once. */
export const keptPlaces = (posts: readonly Post[]): PlaceName[] => {
  const places = posts.filter(({ role }) => isKeeperRole(role)).map(({ place }) => place)
  return places.filter(({ id }, index) => places.findIndex((one) => one.id === id) === index)
}

/** The way from the widest of one's own places down to a node. */
export const crumbsOf = (
  { path, names }: Pick<PlaceNode, 'path' | 'names'>,
  own: readonly PlaceName[],
): Crumb[] => {
  const first = path.findIndex((id) => own.some((place) => place.id === id))
  return path.map((id, index) => ({ key: id, text: names[index] ?? '' })).slice(Math.max(first, 0))
}

/**
 * The name of the node above that named somebody; null for the node itself. While it is being moved that may still be a
 * node it lay below before, which has no name here.
 */
export const namedBy = (
  { id, path, names }: Pick<PlaceNode, 'id' | 'path' | 'names'>,
  { of }: Pick<Responsible, 'of'>,
): string | null => (of === id ? null : (names[path.indexOf(of)] ?? staffWords.places.tree.above))

/** What lies directly in a node, in words: 4 个楼栋; 12 处地方 where there are several levels; '' for nothing. */
export const insideOf = (children: readonly { level: Level }[]): string => {
  const [first] = children
  const isOneLevel = children.every(({ level }) => level === first?.level)
  return staffWords.places.inside(
    children.length,
    first && isOneLevel ? words.registration.level[first.level] : null,
  )
}
