import type { Contact, PlaceName } from '@contract/cases'
import type { At, Level } from '@contract/roles'
import { collection } from './cloud'

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

const KEPT_FOR_MS = 60_000
const KEPT_AT_MOST = 500

// Places change rarely and are read by every registration: an instance remembers for a minute those it has seen.
const seen = new Map<string, { place: PlaceDocument; until: number }>()

export async function findPlace(id: string, now: Date): Promise<PlaceDocument | null> {
  const known = seen.get(id)
  if (known && known.until > now.getTime()) return known.place
  const { data: place } = await collection<PlaceDocument>('places').doc(id).get()
  if (!place) return null
  if (seen.size >= KEPT_AT_MOST) seen.clear()
  seen.set(id, { place, until: now.getTime() + KEPT_FOR_MS })
  return place
}

export const placeName = ({ _id, level, names }: PlaceDocument): PlaceName => ({ id: _id, level, names })

/** What a resident is told about who is responsible. */
export const publicContact = ({ contact }: Pick<PlaceDocument, 'contact'>): Contact | null =>
  contact && { name: contact.name, role: contact.role, phone: contact.phone }
