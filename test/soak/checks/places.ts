import type { PlaceName } from '@contract/cases'
import type { At } from '@contract/roles'
import { canonical } from '@kernel/canonical'
import type { PlaceDocument } from '@kernel/placeDocument'
import type { Finding } from '../said'
import { documentsOf, type Stored } from '../stored'

interface Placed {
  _id: string
  at: At
  place: PlaceName
}

/** What lies at a place says the same of it as the tree, whatever was moved meanwhile; and nothing is left on its way. */
export function findInPlaces(stored: Stored): Finding[] {
  const places = new Map(documentsOf<PlaceDocument>(stored, 'places').map((place) => [place._id, place]))
  const elsewhere = (['cases', 'households'] as const).flatMap((collection) =>
    documentsOf<Placed>(stored, collection).flatMap((found) => {
      const place = places.get(found.place.id)
      const agrees =
        place !== undefined && isSame(place.at, found.at) && isSame(place.names, found.place.names)
      const what = `lies at ${found.place.names.join(' ')}; the tree says ${place?.names.join(' ') ?? 'nothing'}`
      return agrees ? [] : { document: `${collection}/${found._id}`, what }
    }),
  )
  const astray = [...places.values()].flatMap(({ _id, level, at, parent }): Finding[] => {
    const above = parent === null ? {} : places.get(parent)?.at
    const agrees = above !== undefined && isSame({ ...above, [level]: _id }, at)
    return agrees ? [] : [{ document: `places/${_id}`, what: 'does not lie where its parent lies' }]
  })
  return [...elsewhere, ...astray]
}

const isSame = (one: unknown, other: unknown): boolean =>
  JSON.stringify(canonical(one)) === JSON.stringify(canonical(other))
