import { levels } from '@contract/roles'
import type { PlaceDocument } from '@kernel/placeDocument'
import { accessPlaces } from '../accessWorld'

const nodeBelow = (parent: PlaceDocument, id: string, level: PlaceDocument['level']): PlaceDocument => ({
  ...parent,
  ...{ _id: id, level, name: id, parent: parent._id, listedUnder: level === 'grid' ? null : parent._id },
  ...{ at: { ...parent.at, [level]: id }, names: [...parent.names, id], version: 1 },
})

const above = (id: string): PlaceDocument => {
  const found = accessPlaces.find(({ _id }) => _id === id)
  if (!found) throw new Error(`no place ${id}`)
  return found
}

/** One node of each level from below `id` down to a compound, in which people can live. */
function lineBelow(id: string): PlaceDocument[] {
  const top = above(id)
  const below = levels.slice(levels.indexOf(top.level) + 1, levels.indexOf('compound') + 1)
  return below.reduce<PlaceDocument[]>((line, level) => {
    const parent = line[line.length - 1] ?? top
    return [...line, nodeBelow(parent, `far-${level}-of-${id}`, level)]
  }, [])
}

const spare = ['spare-1', 'spare-2', 'spare-3'].map((id) => nodeBelow(above('grid'), id, 'compound'))

/** Places at which nobody lives or serves, to be moved about and removed. */
export const sparePlaces: readonly string[] = spare.map(({ _id }) => _id)

/** Those of the access tests, with somewhere to live below each of those beside. */
export const fuzzPlaces: readonly PlaceDocument[] = [
  ...accessPlaces,
  ...['other-district', 'other-street', 'other-community', 'other-grid'].flatMap(lineBelow),
  ...spare,
]
