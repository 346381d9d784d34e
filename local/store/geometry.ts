import { StoreError } from './types'

/**
 * Geometry on a sphere, as MongoDB's `2dsphere` has it: edges are arcs of great circles, areas are the smaller side of
 * their outline, distances are metres on a sphere of MongoDB's radius
 * (https://www.mongodb.com/docs/manual/reference/geojson/). Planar libraries agree with it only over short distances.
 */

export interface GeoJson {
  type: string
  coordinates: unknown
}

/** A direction from the centre of the earth, of length 1. */
export type Vector = readonly [x: number, y: number, z: number]
type Arc = readonly [from: Vector, to: Vector]

export interface Shape {
  /** All its points and corners. */
  points: Vector[]
  /** All its lines and edges. */
  arcs: Arc[]
  /** The edges of each of its polygons, those of the holes among them. */
  polygons: Arc[][]
}

export const EARTH_RADIUS = 6_378_100

/** In radians: 6 millimetres, well above what rounding costs. What is nearer to a line is on it. */
const TOUCHING = 1e-9

export const isGeoJson = (value: unknown): value is GeoJson => {
  const { type, coordinates } = (value ?? {}) as Partial<GeoJson>
  return typeof type === 'string' && type in READERS && Array.isArray(coordinates)
}

/** @throws StoreError when the coordinates are not what the type wants */
export const shapeOf = ({ type, coordinates }: GeoJson): Shape => {
  const read = READERS[type]
  if (!read) throw wrong(`unknown GeoJSON type: ${type}`)
  return read(coordinates)
}

const wrong = (what: string) => new StoreError('DATABASE_REQUEST_FAILED', `Can't extract geo keys: ${what}`)

/** @param position longitude and latitude in degrees */
export const vectorOf = (position: unknown): Vector => {
  const [longitude, latitude] = (Array.isArray(position) ? position : []) as unknown[]
  const isOnEarth =
    typeof longitude === 'number' &&
    typeof latitude === 'number' &&
    Math.abs(longitude) <= 180 &&
    Math.abs(latitude) <= 90
  if (!isOnEarth)
    throw wrong(`longitude/latitude is out of bounds, lng: ${String(longitude)} lat: ${String(latitude)}`)
  const [along, up] = [(longitude * Math.PI) / 180, (latitude * Math.PI) / 180]
  return [Math.cos(up) * Math.cos(along), Math.cos(up) * Math.sin(along), Math.sin(up)]
}

const listOf = (coordinates: unknown): unknown[] => {
  if (Array.isArray(coordinates) && coordinates.length > 0) return coordinates
  throw wrong('GeoJSON coordinates must be an array')
}

const arcsOf = (coordinates: unknown): Arc[] => {
  const points = listOf(coordinates).map(vectorOf)
  if (points.length < 2) throw wrong('GeoJSON LineString must have at least 2 vertices')
  return points.flatMap((point, index): Arc[] => {
    const next = points[index + 1]
    return next ? [[point, next]] : []
  })
}

const ringOf = (coordinates: unknown): Arc[] => {
  const arcs = arcsOf(coordinates)
  const [first, last] = [arcs[0], arcs.at(-1)]
  if (first && last && arcs.length >= 3 && angle(first[0], last[1]) < TOUCHING) return arcs
  throw wrong('Loop is not closed')
}

const ofPoints = (points: Vector[]): Shape => ({ points, arcs: [], polygons: [] })
const ofLines = (lines: Arc[][]): Shape => ({ points: lines.flat(2), arcs: lines.flat(), polygons: [] })
const ofPolygons = (polygons: Arc[][][]): Shape => ({
  ...ofLines(polygons.flat()),
  polygons: polygons.map((rings) => rings.flat()),
})
const ringsOf = (coordinates: unknown) => listOf(coordinates).map(ringOf)

const READERS: Partial<Record<string, (coordinates: unknown) => Shape>> = {
  Point: (coordinates) => ofPoints([vectorOf(coordinates)]),
  MultiPoint: (coordinates) => ofPoints(listOf(coordinates).map(vectorOf)),
  LineString: (coordinates) => ofLines([arcsOf(coordinates)]),
  MultiLineString: (coordinates) => ofLines(listOf(coordinates).map(arcsOf)),
  Polygon: (coordinates) => ofPolygons([ringsOf(coordinates)]),
  MultiPolygon: (coordinates) => ofPolygons(listOf(coordinates).map(ringsOf)),
}

/** In metres; 0 inside an area. */
export const distanceTo = (shape: Shape, point: Vector): number => {
  if (shape.polygons.some((edges) => covers(edges, point))) return 0
  const angles = [
    ...shape.points.map((other) => angle(other, point)),
    ...shape.arcs.map((arc) => angleToArc(arc, point)),
  ]
  return Math.min(...angles) * EARTH_RADIUS
}

export const intersects = (a: Shape, b: Shape): boolean =>
  a.points.some((point) => touches(b, point)) ||
  b.points.some((point) => touches(a, point)) ||
  a.arcs.some((arc) => b.arcs.some((other) => cross(arc, other)))

/** Whether no part of the shape lies outside the area; its edge belongs to it. */
export const isWithin = (shape: Shape, area: Shape): boolean => {
  const isInside = (point: Vector) =>
    area.polygons.some((edges) => isOn(edges, point) || covers(edges, point))
  const holds = (edges: Arc[]) => (corner: Vector) => !isOn(edges, corner) && covers(edges, corner)
  return (
    shape.points.every(isInside) &&
    shape.arcs.every((arc) => isInside(middleOf(arc)) && !area.arcs.some((edge) => cross(arc, edge))) &&
    !shape.polygons.some((edges) => area.points.some(holds(edges)))
  )
}

/** @param radius in radians */
export const isWithinCircle = (shape: Shape, centre: Vector, radius: number): boolean =>
  shape.points.every((point) => angle(point, centre) <= radius)

const touches = (shape: Shape, point: Vector): boolean =>
  shape.points.some((other) => angle(other, point) < TOUCHING) ||
  isOn(shape.arcs, point) ||
  shape.polygons.some((edges) => covers(edges, point))

const isOn = (arcs: Arc[], point: Vector) => arcs.some((arc) => angleToArc(arc, point) < TOUCHING)

/** The way from an inner point to one that is certainly outside crosses the edges an odd number of times. */
const covers = (edges: Arc[], point: Vector): boolean => {
  const way: Arc = [point, outsideOf(edges)]
  return edges.filter((edge) => cross(way, edge)).length % 2 === 1
}

/** Nearly opposite to the middle; exactly opposite there would be no one way from the middle to it. */
const outsideOf = (edges: Arc[]): Vector => {
  const middle = unit(edges.reduce<Vector>((sum, [from]) => plus(sum, from), [0, 0, 0]))
  const aside = unit(times(middle, Math.abs(middle[2]) < 0.9 ? [0.31, 0.17, 1] : [1, 0.31, 0.17]))
  return unit([aside[0] * 0.3 - middle[0], aside[1] * 0.3 - middle[1], aside[2] * 0.3 - middle[2]])
}

/** Whether two arcs cross at an inner point of both: each separates the ends of the other, on the same side of the earth. */
const cross = ([a, b]: Arc, [c, d]: Arc): boolean => {
  const [ab, cd] = [times(a, b), times(c, d)]
  const [first, second, third, fourth] = [-dot(ab, c), dot(ab, d), -dot(cd, b), dot(cd, a)]
  return first * second > 0 && first * third > 0 && first * fourth > 0
}

const angleToArc = ([from, to]: Arc, point: Vector): number => {
  const normal = times(from, to)
  const isBeside = dot(times(normal, from), point) > 0 && dot(times(to, normal), point) > 0
  if (isBeside) return Math.abs(Math.asin(dot(unit(normal), point)))
  return Math.min(angle(from, point), angle(to, point))
}

const angle = (a: Vector, b: Vector) => Math.atan2(length(times(a, b)), dot(a, b))
const middleOf = ([from, to]: Arc): Vector => unit(plus(from, to))
const plus = (a: Vector, b: Vector): Vector => [a[0] + b[0], a[1] + b[1], a[2] + b[2]]
const dot = (a: Vector, b: Vector) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2]
const times = (a: Vector, b: Vector): Vector => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
]
const length = (a: Vector) => Math.hypot(...a)
const unit = (a: Vector): Vector => {
  const size = length(a) || 1
  return [a[0] / size, a[1] / size, a[2] / size]
}
