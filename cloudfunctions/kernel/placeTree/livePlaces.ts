import { collection, command } from '../cloud'
import type { PlaceDocument } from '../placeDocument'

/** Nodes by the id they were asked for, those that are no more as what has taken their place. */
export async function livePlaces(ids: readonly string[]): Promise<Map<string, PlaceDocument>> {
  const asked = [...new Set(ids)]
  if (asked.length === 0) return new Map()
  const { data } = await collection<PlaceDocument>('places')
    .where({ _id: command.in(asked) })
    .limit(asked.length)
    .get()
  const successors = await livePlaces(data.flatMap(({ mergedInto }) => mergedInto ?? []))
  const found = new Map<string, PlaceDocument>()
  for (const place of data) {
    const live = place.mergedInto ? successors.get(place.mergedInto) : place
    if (live) found.set(place._id, live)
  }
  return found
}
