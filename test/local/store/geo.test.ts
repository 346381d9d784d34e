import type { Document, Filter, Store } from '../../../local/store'
import { documents, refusalOf, removeTemporaryStores, temporaryStore } from './temporaryStore'

/** A district 20 km wide with a lake in its middle, and what lies in and around it. */
const ring = (west: number, south: number, east: number, north: number) => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
]
const DISTRICT = {
  type: 'Polygon',
  coordinates: [ring(114, 30, 114.2, 30.2), ring(114.09, 30.09, 114.11, 30.11)],
}
const point = (longitude: number, latitude: number) => ({ type: 'Point', coordinates: [longitude, latitude] })
const PLACES: Record<string, object> = {
  inside: point(114.05, 30.05),
  inTheLake: point(114.1, 30.1),
  outside: point(114.3, 30.1),
  farAway: point(121.47, 31.23),
  street: {
    type: 'LineString',
    coordinates: [
      [114.01, 30.01],
      [114.05, 30.02],
      [114.05, 30.08],
    ],
  },
  crossing: {
    type: 'LineString',
    coordinates: [
      [114.1, 30.15],
      [114.1, 30.25],
    ],
  },
  overTheLake: {
    type: 'LineString',
    coordinates: [
      [114.05, 30.1],
      [114.15, 30.1],
    ],
  },
  stations: {
    type: 'MultiPoint',
    coordinates: [
      [114.02, 30.02],
      [114.03, 30.03],
    ],
  },
  lines: {
    type: 'MultiLineString',
    coordinates: [
      [
        [114.01, 30.01],
        [114.02, 30.02],
      ],
      [
        [114.1, 30.15],
        [114.1, 30.25],
      ],
    ],
  },
  block: { type: 'Polygon', coordinates: [ring(114.01, 30.01, 114.02, 30.02)] },
  aroundTheLake: { type: 'Polygon', coordinates: [ring(114.08, 30.08, 114.12, 30.12)] },
  beyond: { type: 'Polygon', coordinates: [ring(113, 29, 115, 31)] },
  blocks: {
    type: 'MultiPolygon',
    coordinates: [[ring(114.01, 30.01, 114.02, 30.02)], [ring(114.3, 30, 114.4, 30.1)]],
  },
}

let store: Store
beforeEach(() => {
  const place = { name: 'place', keys: [['at', '2dsphere'] as [string, '2dsphere']], unique: false }
  store = temporaryStore({ places: { indexes: [place] }, plain: {} })
  store.insert(
    'places',
    Object.entries(PLACES).map(([_id, at]) => ({ _id, at })),
  )
  store.insert('places', [{ _id: 'nowhere' }, { _id: 'null', at: null }])
})
afterEach(removeTemporaryStores)

const namesOf = (found: Document[]) => found.map(({ _id }) => _id)
const found = (filter: Filter) => namesOf(documents(store.find('places', { filter })))
const within = ($geometry: object) => found({ at: { $geoWithin: { $geometry } } })
const intersecting = ($geometry: object) => found({ at: { $geoIntersects: { $geometry } } })

describe('an area', () => {
  it('holds what lies in it with all its parts, and nothing that touches its holes', () => {
    expect(within(DISTRICT)).toEqual(['inside', 'street', 'stations', 'block'])
  })

  it('of several polygons holds what lies in any of them', () => {
    const both = {
      type: 'MultiPolygon',
      coordinates: [[ring(114.04, 30.04, 114.06, 30.06)], [ring(114.29, 30.09, 114.31, 30.11)]],
    }
    expect(within(both)).toEqual(['inside', 'outside'])
  })

  it('holds itself, and points on its edge', () => {
    expect(within(PLACES.block!)).toEqual(['block'])
    store.insert('places', [{ _id: 'corner', at: point(114.01, 30.01) }])
    expect(within(PLACES.block!)).toEqual(['block', 'corner'])
  })

  it('holds the point in its very middle', () => {
    expect(within({ type: 'Polygon', coordinates: [ring(114.04, 30.04, 114.06, 30.06)] })).toEqual(['inside'])
  })

  it('may be a circle, whose radius is an angle', () => {
    const $centerSphere = [[114.05, 30.05], 3000 / 6_378_100]
    expect(found({ at: { $geoWithin: { $centerSphere } } })).toEqual(['inside'])
  })

  it('may lie across the line where the day changes', () => {
    store.insert('places', [
      { _id: 'fiji', at: point(179.9, -17) },
      { _id: 'samoa', at: point(-179.9, -17) },
    ])
    const across = {
      type: 'Polygon',
      coordinates: [
        [
          [179, -18],
          [-179, -18],
          [-179, -16],
          [179, -16],
          [179, -18],
        ],
      ],
    }
    expect(within(across)).toEqual(['fiji', 'samoa'])
  })
})

describe('an intersection', () => {
  it('is any common point with an area', () => {
    expect(intersecting(DISTRICT)).toEqual([
      'inside',
      'street',
      'crossing',
      'overTheLake',
      'stations',
      'lines',
      'block',
      'aroundTheLake',
      'beyond',
      'blocks',
    ])
  })

  it('of lines is a crossing or a touch', () => {
    const street = {
      type: 'LineString',
      coordinates: [
        [114, 30.2],
        [114.2, 30.2],
      ],
    }
    expect(intersecting(street)).toEqual(['crossing', 'lines', 'beyond'])
    expect(
      intersecting({
        type: 'LineString',
        coordinates: [
          [114.05, 30.1],
          [114.05, 30.2],
        ],
      }),
    ).toEqual(['overTheLake', 'beyond'])
  })

  it('with a point is being at it, on it, or around it', () => {
    expect(intersecting(point(114.01, 30.01))).toEqual(['street', 'lines', 'block', 'beyond', 'blocks'])
  })
})

describe('nearness', () => {
  const near = (distances: object = {}) => ({
    at: { $nearSphere: { $geometry: point(114.05, 30.05), ...distances } },
  })

  it('orders by distance, which is none to what lies around', () => {
    expect(found(near()).slice(0, 3).sort()).toEqual(['beyond', 'inside', 'street'])
    expect(found(near())[3]).toBe('stations')
    expect(found(near())).toHaveLength(Object.keys(PLACES).length)
    expect(found(near()).at(-1)).toBe('farAway')
  })

  it('is measured in metres along the earth', () => {
    const distance = (6_378_100 * Math.PI) / 180
    store.insert('places', [{ _id: 'north', at: point(114.05, 31.05) }])
    expect(found(near({ $minDistance: distance - 1, $maxDistance: distance + 1 }))).toEqual(['north'])
    expect(found(near({ $minDistance: distance + 1, $maxDistance: distance + 2 }))).toEqual([])
  })

  it('is cut into pages after it is ordered, and gives way to another order', () => {
    const filter = { $and: [near(), { _id: { $ne: 'street' } }] }
    expect(namesOf(documents(store.find('places', { filter, skip: 1, limit: 1 })))).toEqual(['beyond'])
    expect(namesOf(documents(store.find('places', { filter, sort: { _id: 1 }, limit: 1 })))).toEqual([
      'aroundTheLake',
    ])
  })

  it('is refused as one of several choices, and in a stage that only matches', () => {
    const either = () => store.find('places', { filter: { $or: [near(), { _id: 'street' }] } })
    expect(refusalOf(either).message).toBe('geo $near must be top-level expr')
    const matching = () => store.aggregate('places', [{ $match: near() }])
    expect(refusalOf(matching).message).toBe(
      '$geoNear, $near, and $nearSphere are not allowed in this context',
    )
  })

  it('is refused without an index for geometry', () => {
    const asking = () => store.find('plain', { filter: near() })
    expect(refusalOf(asking).message).toBe('unable to find index for $geoNear query')
  })
})

describe('the stage $geoNear', () => {
  const stage = { near: point(114.05, 30.05), spherical: true, distanceField: 'far.metres' }
  const run = (more: object = {}, ...stages: Record<string, unknown>[]) =>
    documents(store.aggregate('places', [{ $geoNear: { ...stage, ...more } }, ...stages]))

  it('gives the nearest first, with their distances', () => {
    const [first, second] = run({ query: { _id: { $in: ['outside', 'inTheLake', 'nowhere'] } } })
    expect([first?._id, second?._id]).toEqual(['inTheLake', 'outside'])
    const { metres } = first!.far as { metres: number }
    expect(metres).toBeCloseTo(7360.7, 0)
  })

  it('limits, multiplies and shows what it measured', () => {
    const query = { _id: 'inTheLake' }
    const [found] = run({ query, distanceMultiplier: 0.001, includeLocs: 'where' })
    expect(found).toMatchObject({
      where: PLACES.inTheLake,
      far: { metres: expect.closeTo(7.36, 2) as number },
    })
    expect(run({ limit: 2 })).toHaveLength(2)
    expect(run({ minDistance: 1, maxDistance: 10_000, key: 'at' }, { $count: 'some' })).toEqual([{ some: 7 }])
  })

  const refusals: [what: string, collection: string, stages: Record<string, unknown>[], message: string][] = [
    [
      'without an index',
      'plain',
      [{ $geoNear: stage }],
      '$geoNear requires a 2d or 2dsphere index, but none were found',
    ],
    [
      'with a key that has no index',
      'places',
      [{ $geoNear: { ...stage, key: 'b' } }],
      'unable to find index for $geoNear query',
    ],
    [
      'without a field for the distance',
      'places',
      [{ $geoNear: { near: stage.near } }],
      "$geoNear requires a 'distanceField' option as a String",
    ],
    [
      'with a field that would reach a prototype',
      'places',
      [{ $geoNear: { ...stage, distanceField: '__proto__.far' } }],
      "Accessing __proto__ is not allowed in selector: '__proto__.far'.",
    ],
    [
      'behind another stage',
      'places',
      [{ $match: {} }, { $geoNear: stage }],
      '$geoNear is only valid as the first stage in a pipeline',
    ],
  ]
  it.each(refusals)('is refused %s', (_, collection, stages, message) => {
    const refusal = refusalOf(() => store.aggregate(collection, stages))
    expect(refusal).toEqual({ code: 'DATABASE_REQUEST_FAILED', message })
  })
})

describe('what is no geometry is refused', () => {
  const refusals: [what: string, operators: object, message: string][] = [
    [
      'an area that is a line',
      { $geoWithin: { $geometry: PLACES.street } },
      '$geoWithin not supported with provided geometry',
    ],
    [
      'an outline that does not close',
      {
        $geoWithin: {
          $geometry: {
            type: 'Polygon',
            coordinates: [
              [
                [1, 1],
                [2, 2],
                [3, 1],
              ],
            ],
          },
        },
      },
      'Loop is not closed',
    ],
    [
      'a place off the earth',
      { $geoIntersects: { $geometry: point(200, 0) } },
      'out of bounds, lng: 200 lat: 0',
    ],
    [
      'a shape unknown',
      { $geoIntersects: { $geometry: { type: 'Circle', coordinates: [] } } },
      '$geoIntersects not supported',
    ],
    ['nearness to a line', { $nearSphere: { $geometry: PLACES.street } }, 'invalid point in geo near query'],
    [
      'a negative distance',
      { $nearSphere: { $geometry: PLACES.inside, $maxDistance: -1 } },
      'must be non-negative',
    ],
    [
      'a negative radius',
      { $geoWithin: { $centerSphere: [[1, 1], -1] } },
      'radius must be a non-negative number',
    ],
  ]
  it.each(refusals)('%s', (_, at, message) => {
    expect(refusalOf(() => store.find('places', { filter: { at } })).message).toContain(message)
  })
})

it('passes over a geometry that is off the earth, where no index refused it', () => {
  store.insert('plain', [
    { _id: 'lost', at: point(999, 0) },
    { _id: 'there', at: PLACES.inside },
  ])
  const filter = { at: { $geoWithin: { $geometry: DISTRICT } } }
  expect(namesOf(documents(store.find('plain', { filter })))).toEqual(['there'])
})

it('nothing but geometry is stored where an index for it is', () => {
  expect(refusalOf(() => store.insert('places', [{ at: 'a place' }])).message).toContain(
    "Can't extract geo keys",
  )
  const moving = () =>
    store.update('places', { _id: 'inside' }, { $set: { at: point(200, 0) } }, { multi: false })
  expect(refusalOf(moving).message).toContain('out of bounds')
  expect(found({ at: { $geoWithin: { $geometry: DISTRICT } } })).toContain('inside')
})
