import { collection } from './cloud'
import type { PlaceDocument } from './placeDocument'
import { rememberedForAMinute } from './remembering'

// Places change rarely and are read by every registration.
const seen = rememberedForAMinute<PlaceDocument>()

/** A node, or what has taken its place when it is no more. One database request, none where it is remembered. */
export async function findPlace(id: string, now: Date): Promise<PlaceDocument | null> {
  const known = seen.of(id, now)
  if (known) return known
  const place = await readPlace(id)
  if (place) seen.keep(id, place, now)
  return place
}

/** Whoever changes the tree sees it changed; other instances do so within a minute. */
export const forgetPlaces = (): void => seen.forget()

async function readPlace(id: string): Promise<PlaceDocument | null> {
  const { data } = await collection<PlaceDocument>('places').doc(id).get()
  return data?.mergedInto ? readPlace(data.mergedInto) : data
}
