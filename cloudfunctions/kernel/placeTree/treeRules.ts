import type { PlaceName } from '@contract/cases'
import { duties, type Duty } from '@contract/places'
import { levels, type At, type Level } from '@contract/roles'
import { residentName, type OnDuty, type PlaceDocument } from '../placeDocument'

/** What a node has from the nodes above it, copied to it so that one read tells all. */
export type Inherited = Pick<PlaceDocument, 'parent' | 'listedUnder' | 'at' | 'names' | 'responsible'>

type Above = Pick<PlaceDocument, '_id' | 'at' | 'names' | 'responsible'>

export const levelsBelow = (level: Level): Level[] => levels.slice(levels.indexOf(level) + 1)

/** Whether a node of one level may lie below one of another: levels are skipped where a place has none. */
export const mayLieBelow = (level: Level, above: Level): boolean => levelsBelow(above).includes(level)

/** WeChat's code holds 32 characters: exactly a UUID without its hyphens. */
export const placeIdFrom = (submission: string): string => submission.replace(/-/g, '')

/** Residents do not know grids; and a list of doors is nobody's business: they type their own, which is sealed. */
export const isListed = (level: Level): boolean => level !== 'grid' && level !== 'household'

/** Where residents look for a node: below the nearest that is no grid; '' at the top, null for what they are not shown. */
export const listedUnder = (level: Level, above: At | null): string | null => {
  if (!isListed(level)) return null
  const known = levels.filter((one) => one !== 'grid' && above?.[one] !== undefined)
  const nearest = known[known.length - 1]
  return (nearest && above?.[nearest]) ?? ''
}

/** Whom the node itself has named. */
export const ownResponsible = ({ _id, responsible }: Above): PlaceDocument['responsible'] =>
  Object.fromEntries(Object.entries(responsible).filter(([, named]) => named.of === _id))

/** Whether a post still serves at a place. */
export type Serves = (post: string, at: At) => boolean

/**
 * What a node has from the one above it; the top of the tree has nothing above. Of those it has named itself, who does not
 * serve there any more has the duty no more.
 */
export const inherited = (
  node: Above & Pick<PlaceDocument, 'level' | 'name'>,
  above: Above | null,
  serves: Serves = () => true,
): Inherited => {
  const at = { ...above?.at, [node.level]: node._id }
  const own = Object.entries(ownResponsible(node)).filter(([, { post }]) => post === null || serves(post, at))
  return {
    parent: above?._id ?? null,
    listedUnder: listedUnder(node.level, above?.at ?? null),
    at,
    names: [...(above?.names ?? []), node.name],
    responsible: { ...above?.responsible, ...Object.fromEntries(own) },
  }
}

/** New values by their path in a document; undefined removes what is there. */
export type Patch = Record<string, unknown>

export const isSameOnDuty = (one: OnDuty | undefined, other: OnDuty | undefined): boolean =>
  one?.of === other?.of &&
  one?.name === other?.name &&
  one?.phone === other?.phone &&
  one?.post === other?.post &&
  one?.openid === other?.openid

const dutiesPatch = (current: PlaceDocument['responsible'], wanted: PlaceDocument['responsible']): Patch =>
  Object.fromEntries(
    duties
      .filter((duty: Duty) => !isSameOnDuty(current[duty], wanted[duty]))
      .map((duty) => [`responsible.${duty}`, wanted[duty]]),
  )

export const atPatch = (current: At, wanted: At): Patch =>
  Object.fromEntries(
    levels.filter((level) => current[level] !== wanted[level]).map((level) => [`at.${level}`, wanted[level]]),
  )

/** The names that differ, one by one: so the patch of a renamed node is the same for all that lies below it. */
export const namesPatch = (path: string, current: readonly string[], wanted: readonly string[]): Patch => {
  if (current.length !== wanted.length) return { [path]: wanted }
  const changed = wanted.map((name, index) => [`${path}.${index}`, name, current[index]] as const)
  return Object.fromEntries(
    changed.filter(([, name, before]) => name !== before).map(([key, name]) => [key, name]),
  )
}

export const isEmpty = (patch: Patch): boolean => Object.keys(patch).length === 0

/** What must change for a node to have what it should have from above; empty when it has. */
export const inheritedPatch = (current: Inherited, wanted: Inherited): Patch => ({
  ...(current.parent === wanted.parent ? {} : { parent: wanted.parent }),
  ...(current.listedUnder === wanted.listedUnder ? {} : { listedUnder: wanted.listedUnder }),
  ...atPatch(current.at, wanted.at),
  ...namesPatch('names', current.names, wanted.names),
  ...dutiesPatch(current.responsible, wanted.responsible),
})

/** The same for whatever says where it is by a place's name and the ids above it. */
export const whereaboutsPatch = (
  path: string,
  current: { at: At; place: PlaceName },
  place: PlaceName,
  at: At,
): Patch => ({
  ...atPatch(current.at, at),
  ...(current.place.id === place.id ? {} : { [`${path}.id`]: place.id }),
  ...(current.place.level === place.level ? {} : { [`${path}.level`]: place.level }),
  ...namesPatch(`${path}.names`, current.place.names, place.names),
})

/** A household knows its place as residents do. */
export const householdPatch = (
  current: { at: At; household: { place: PlaceName } },
  place: PlaceName,
  at: At,
): Patch =>
  whereaboutsPatch(
    'household.place',
    { at: current.at, place: current.household.place },
    residentName(at, place),
    at,
  )
