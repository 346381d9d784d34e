import { collection } from './cloud'
import type { PlaceDocument } from './placeDocument'

const KEPT_FOR_MS = 60_000
const KEPT_AT_MOST = 500

// Places change rarely and are read by every registration: an instance remembers for a minute those it has seen.
const seen = new Map<string, { place: PlaceDocument; until: number }>()

/** A node, or what has taken its place when it is no more. */
export async function findPlace(id: string, now: Date): Promise<PlaceDocument | null> {
  const known = seen.get(id)
  if (known && known.until > now.getTime()) return known.place
  const place = await readPlace(id)
  if (!place) return null
  if (seen.size >= KEPT_AT_MOST) seen.clear()
  seen.set(id, { place, until: now.getTime() + KEPT_FOR_MS })
  return place
}

/** Whoever changes the tree sees it changed; other instances do so within a minute. */
export const forgetPlaces = (): void => seen.clear()

async function readPlace(id: string): Promise<PlaceDocument | null> {
  const { data } = await collection<PlaceDocument>('places').doc(id).get()
  return data?.mergedInto ? readPlace(data.mergedInto) : data
}
