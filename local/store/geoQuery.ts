import { resolve } from 'mingo/util'
import {
  distanceTo,
  intersects,
  isGeoJson,
  isWithin,
  isWithinCircle,
  shapeOf,
  vectorOf,
  type GeoJson,
  type Shape,
  type Vector,
} from './geometry'
import { StoreError } from './types'
import type { Document, Filter } from './types'

/**
 * The geo operators that the SDK sends: `$nearSphere` for `_.geoNear`, `$geoWithin`, `$geoIntersects`
 * (https://developers.weixin.qq.com/miniprogram/dev/wxcloud/reference-sdk-api/database/Command.html).
 */

const refused = (message: string) => new StoreError('DATABASE_REQUEST_FAILED', message)

/** Everything at a path that is a geometry: a list of geometries is all of them. */
export const geometriesAt = (document: Document, path: string): GeoJson[] => {
  const value: unknown = resolve(document, path, { unwrapArray: true })
  return (Array.isArray(value) ? (value as unknown[]) : [value]).filter(isGeoJson)
}

/** A point to be near to, and how near, in metres. */
export interface Nearness {
  path: string
  point: Vector
  least: number
  most: number
}

export const nearness = (
  path: string,
  point: unknown,
  { least = 0, most = Infinity }: { least?: unknown; most?: unknown },
): Nearness => {
  if (!isGeoJson(point) || point.type !== 'Point') throw refused('invalid point in geo near query')
  for (const distance of [least, most]) {
    if (typeof distance !== 'number' || !(distance >= 0)) {
      throw refused('the distances of a geo near query must be non-negative')
    }
  }
  return { path, point: vectorOf(point.coordinates), least: Number(least), most: Number(most) }
}

/** In metres; undefined when the document has no geometry there, or none within the distances asked for. */
export const distanceFrom = (
  { path, point, least, most }: Nearness,
  document: Document,
): number | undefined => {
  const distances = geometriesAt(document, path).map((geometry) => distanceTo(shapeOf(geometry), point))
  const fitting = distances.filter((distance) => distance >= least && distance <= most)
  return fitting.length > 0 ? Math.min(...fitting) : undefined
}

interface NearOperand {
  $geometry?: unknown
  $minDistance?: unknown
  $maxDistance?: unknown
}

const readNear = (path: string, operand: unknown): Nearness => {
  const { $geometry, $minDistance, $maxDistance } = (operand ?? {}) as NearOperand
  return nearness(path, $geometry, { least: $minDistance, most: $maxDistance })
}

/**
 * What a filter asks to be near to; it is answered in order of distance.
 * @throws StoreError where that is one of several choices, as in MongoDB
 */
export const nearnessIn = (filter: Filter): Nearness | undefined => {
  const [first] = nearnessesIn(filter)
  return first
}

const nearnessesIn = (filter: Filter): Nearness[] =>
  Object.entries(filter).flatMap(([key, operand]) => {
    if (isRecord(operand)) return '$nearSphere' in operand ? [readNear(key, operand.$nearSphere)] : []
    if (!key.startsWith('$') || !Array.isArray(operand)) return []
    const inner = operand.filter(isRecord).flatMap(nearnessesIn)
    if (key !== '$and' && inner.length > 0) throw refused('geo $near must be top-level expr')
    return inner
  })

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value?.constructor === Object

const withinTest = (operand: unknown): ((shape: Shape) => boolean) => {
  const { $geometry, $centerSphere } = (operand ?? {}) as { $geometry?: unknown; $centerSphere?: unknown }
  if (Array.isArray($centerSphere)) {
    const [centre, radius] = $centerSphere as [unknown, unknown]
    if (typeof radius !== 'number' || !(radius >= 0)) throw refused('radius must be a non-negative number')
    const middle = vectorOf(centre)
    return (shape) => isWithinCircle(shape, middle, radius)
  }
  if (!isGeoJson($geometry) || !/Polygon$/.test($geometry.type)) {
    throw refused('$geoWithin not supported with provided geometry')
  }
  const area = shapeOf($geometry)
  return (shape) => isWithin(shape, area)
}

const intersectsTest = (operand: unknown): ((shape: Shape) => boolean) => {
  const { $geometry } = (operand ?? {}) as { $geometry?: unknown }
  if (!isGeoJson($geometry)) throw refused('$geoIntersects not supported with provided geometry')
  const other = shapeOf($geometry)
  return (shape) => intersects(shape, other)
}

const byShape =
  (read: (operand: unknown) => (shape: Shape) => boolean) => (path: string, operand: unknown) => {
    const test = read(operand)
    return (document: Document) => geometriesAt(document, path).flatMap(readable).some(test)
  }

/** None for coordinates that are wrong, which only an index would have refused to store: MongoDB passes them over. */
const readable = (geometry: GeoJson): Shape[] => {
  try {
    return [shapeOf(geometry)]
  } catch (error) {
    if (error instanceof StoreError) return []
    throw error
  }
}

/** For mingo, which has none. */
export const geoOperators = {
  $nearSphere: (path: string, operand: unknown) => {
    const near = readNear(path, operand)
    return (document: Document) => distanceFrom(near, document) !== undefined
  },
  $geoWithin: byShape(withinTest),
  $geoIntersects: byShape(intersectsTest),
}
