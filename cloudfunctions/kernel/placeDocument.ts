import type { Contact, PlaceName } from '@contract/cases'
import { levels, type At, type Level } from '@contract/roles'

/** A node of the place tree, as stored in `places`. */
export interface PlaceDocument {
  _id: string
  level: Level
  name: string
  parent: string | null
  /** Where residents look for it: '' for the top, a compound's community (grids are not known to them); null for grids. */
  listedUnder: string | null
  /** Position among its neighbours. */
  order: number
  /** Its own id and those of all nodes above it. */
  at: At
  /** The names of these, from the top. */
  names: string[]
  /** Who is responsible, its own or inherited; `openid` receives the messages. */
  contact: (Contact & { openid: string }) | null
  /** Whether nodes are listed under it, for residents and for staff. */
  more: { listed: boolean; below: boolean }
}

export const placeName = ({ _id, level, names }: PlaceDocument): PlaceName => ({ id: _id, level, names })

/** The same as residents know it: they do not know grids. */
export const residentName = (at: At, place: PlaceName): PlaceName => {
  const ofNames = levels.filter((level) => at[level] !== undefined)
  return { ...place, names: place.names.filter((_name, index) => ofNames[index] !== 'grid') }
}

/** What a resident is told about who is responsible. */
export const publicContact = ({ contact }: Pick<PlaceDocument, 'contact'>): Contact | null =>
  contact && { name: contact.name, role: contact.role, phone: contact.phone }
