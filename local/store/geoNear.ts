import { resolve, setValue } from 'mingo/util'
import { distanceFrom, geometriesAt, nearness, nearnessIn, type Nearness } from './geoQuery'
import { isGeoJson, shapeOf } from './geometry'
import { StoreError } from './types'
import type { Document, Filter, IndexDeclaration } from './types'

/** What is near, nearest first: a find with `$nearSphere`, and the stage `$geoNear`. */

export interface GeoNear {
  near?: unknown
  distanceField?: unknown
  minDistance?: unknown
  maxDistance?: unknown
  distanceMultiplier?: number
  includeLocs?: string
  key?: string
  query?: Filter
  limit?: number
  num?: number
}

interface Indexed {
  readonly indexes: readonly IndexDeclaration[]
}

const refused = (message: string) => new StoreError('DATABASE_REQUEST_FAILED', message)

const geoPathsOf = ({ indexes }: Indexed): string[] =>
  indexes.flatMap(({ keys }) => keys.flatMap(([path, direction]) => (direction === '2dsphere' ? [path] : [])))

/** @throws StoreError when a field that has a `2dsphere` index holds something else, as in production */
export const refuseOtherThanGeometry = (collection: Indexed, document: Document): void => {
  for (const path of geoPathsOf(collection)) {
    const value: unknown = resolve(document, path)
    for (const one of Array.isArray(value) ? (value as unknown[]) : [value ?? null]) {
      if (isGeoJson(one)) shapeOf(one)
      else if (one !== null) throw refused(`Can't extract geo keys: unknown geometry at '${path}'`)
    }
  }
}

const indexed = (collection: Indexed, path: string): string => {
  if (geoPathsOf(collection).includes(path)) return path
  throw refused('unable to find index for $geoNear query')
}

/** The path that a `$geoNear` works on: production refuses without an index for geometry, or with a choice of several. */
const geoPathOf = (collection: Indexed, key: string | undefined): string => {
  if (key !== undefined) return indexed(collection, key)
  const [path, ...others] = new Set(geoPathsOf(collection))
  if (path === undefined) throw refused('$geoNear requires a 2d or 2dsphere index, but none were found')
  if (others.length === 0) return path
  throw refused('There is more than one 2dsphere index; unsure which to use for $geoNear')
}

/** @throws StoreError when a filter asks for nearness at a path without a `2dsphere` index, as in production */
export const nearnessOf = (collection: Indexed, filter: Filter): Nearness | undefined => {
  const near = nearnessIn(filter)
  if (near) indexed(collection, near.path)
  return near
}

/** Nearest first. */
export const byDistance = <Found>(
  found: Iterable<Found>,
  near: Nearness,
  documentOf: (found: Found) => Document,
): Found[] =>
  Array.from(found, (one) => ({ one, distance: distanceFrom(near, documentOf(one)) ?? Infinity }))
    .sort((a, b) => a.distance - b.distance)
    .map(({ one }) => one)

/** Runs the stage over the documents that its `query` finds. */
export const runGeoNear = (
  stage: GeoNear,
  collection: Indexed,
  find: (filter: Filter) => Iterable<Document>,
): Document[] => {
  const { distanceField, includeLocs, distanceMultiplier = 1, query = {} } = stage
  if (typeof distanceField !== 'string')
    throw refused("$geoNear requires a 'distanceField' option as a String")
  const near = nearness(geoPathOf(collection, stage.key), stage.near, {
    least: stage.minDistance,
    most: stage.maxDistance,
  })
  const measured = Array.from(find(query), (document) => ({
    document,
    distance: distanceFrom(near, document),
  }))
  return measured
    .flatMap(({ document, distance }) => (distance === undefined ? [] : [{ document, distance }]))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, stage.num ?? stage.limit)
    .map(({ document, distance }) => {
      setValue(document, distanceField, distance * distanceMultiplier)
      if (includeLocs !== undefined) setValue(document, includeLocs, nearest(near, document))
      return document
    })
}

/** Of several geometries at the path the one whose distance was given. */
const nearest = (near: Nearness, document: Document): unknown => {
  const geometries = geometriesAt(document, near.path)
  const [first] = byDistance(geometries, { ...near, path: 'geometry' }, (geometry) => ({ geometry }))
  return first
}
