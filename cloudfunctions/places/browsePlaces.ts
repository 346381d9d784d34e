import { ok, refused } from '@contract/action'
import type { PlaceLine, placesActions } from '@contract/places'
import { collection } from '@kernel/cloud'
import { publicPlace, type PlaceDocument } from '@kernel/placeDocument'
import { findPlace } from '@kernel/places'
import type { UseCase } from '@kernel/serve'

const LISTED_AT_MOST = 1000

const places = collection<PlaceDocument>('places')

const linesOf = async (
  condition: Partial<PlaceDocument>,
  more: keyof PlaceDocument['more'],
): Promise<PlaceLine[]> => {
  const { data } = await places.where(condition).orderBy('order', 'asc').limit(LISTED_AT_MOST).get()
  return data.map((place) => ({
    id: place._id,
    level: place.level,
    name: place.name,
    more: place.more[more],
  }))
}

/** The places directly below one, as residents know them; the tops of the tree below nothing. */
export const listPlaces: UseCase<typeof placesActions.list> = async ({ under }) =>
  ok(await linesOf({ listedUnder: under ?? '' }, 'listed'))

export const linesBelow = (parent: string): Promise<PlaceLine[]> => linesOf({ parent }, 'below')

/** The places directly below one of mine, grids included. */
export const listBelow: UseCase<typeof placesActions.below> = async ({ place }) => ok(await linesBelow(place))

export const showPlace: UseCase<typeof placesActions.show> = async ({ place: id }, { now }) => {
  const place = await findPlace(id, now)
  return place ? ok(publicPlace(place)) : refused('notFound', 'there is no such place')
}
