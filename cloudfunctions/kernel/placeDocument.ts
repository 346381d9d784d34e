import type { Contact, PlaceName } from '@contract/cases'
import { duties, type Duty, type Place, type Responsible } from '@contract/places'
import { levels, type At, type Level } from '@contract/roles'

/** Somebody who has a duty at a place. Staff also have a post, and an account that receives the messages. */
export interface OnDuty {
  /** The node that named them. */
  of: string
  name: string
  phone: string
  post: string | null
  openid: string | null
}

/** A node of the place tree, as stored in `places`. */
export interface PlaceDocument {
  _id: string
  level: Level
  name: string
  parent: string | null
  /**
   * Where residents look for it: '' for the top, a compound's community (grids are not known to them); null for grids and
   * households, which they are not shown.
   */
  listedUnder: string | null
  /** Position among its neighbours. */
  order: number
  /** Its own id and those of all nodes above it. */
  at: At
  /** The names of these, from the top. */
  names: string[]
  /** Its number in the office's own lists; '' when it has none. */
  code: string
  /** Rises by one with each change of the node itself, or of what lies directly below it. */
  version: number
  /** Who is responsible: named by this node, else by the nearest above that has named somebody. */
  responsible: Partial<Record<Duty, OnDuty>>
  /** Whether nodes are listed under it, for residents and for staff. */
  more: { listed: boolean; below: boolean }
  /** Of one that was added by hand, what was sent, see `Sealer.digest`: the same sent twice is one. */
  said?: string
  /** Of a node that is no more: what has taken its place. Its code may still hang on a wall. */
  mergedInto?: string
}

export const placeName = ({ _id, level, names }: PlaceDocument): PlaceName => ({ id: _id, level, names })

/** The same as residents know it: they do not know grids. */
export const residentName = (at: At, place: PlaceName): PlaceName => {
  const ofNames = levels.filter((level) => at[level] !== undefined)
  return { ...place, names: place.names.filter((_name, index) => ofNames[index] !== 'grid') }
}

/** Everybody responsible, in the order of the duties. */
export const publicResponsible = ({ responsible }: Pick<PlaceDocument, 'responsible'>): Responsible[] =>
  duties.flatMap((duty) => {
    const named = responsible[duty]
    return named ? { duty, name: named.name, phone: named.phone, of: named.of } : []
  })

const calledFirst: readonly Duty[] = ['gridWorker', 'secretary', 'leader']

/** Whom a resident calls. */
export const publicContact = (place: Pick<PlaceDocument, 'responsible'>): Contact | null => {
  const everybody = publicResponsible(place)
  const first = calledFirst.flatMap((wanted) => everybody.find(({ duty }) => duty === wanted) ?? [])[0]
  return first ? { name: first.name, duty: first.duty, phone: first.phone } : null
}

/** The account that is told of what happens at a place; undefined where nobody responsible is on the staff. */
export const accountToTell = ({ responsible }: Pick<PlaceDocument, 'responsible'>): string | undefined =>
  calledFirst.flatMap((duty) => responsible[duty]?.openid ?? [])[0]

/** A node as everybody may know it. */
export const publicPlace = (place: PlaceDocument): Place => ({
  ...residentName(place.at, placeName(place)),
  contact: publicContact(place),
  responsible: publicResponsible(place),
  path: levels.flatMap((level) => place.at[level] ?? []),
})
