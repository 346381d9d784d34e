import { startTestCloud, type TestCloud } from '../testCloud'

let cloud: TestCloud

beforeAll(async () => {
  const places = {
    indexes: [{ name: 'at', keys: [['at', '2dsphere'] as [string, '2dsphere']], unique: false }],
  }
  cloud = await startTestCloud({ database: { collections: { notes: {}, places } } })
  await cloud.run(({ db }) =>
    db.collection('places').add({
      data: [
        { _id: 'gate', kind: 'gate', at: db.Geo.Point(114.05, 30.05) },
        { _id: 'market', kind: 'shop', at: db.Geo.Point(114.06, 30.05) },
        { _id: 'station', kind: 'shop', at: db.Geo.Point(114.3, 30.1) },
      ],
    }),
  )
})
afterAll(() => cloud.dispose())

it('gives back every shape as the class that it was', async () => {
  const answer = await cloud.run(async ({ db }) => {
    const { Point, LineString, Polygon, MultiPoint, MultiLineString, MultiPolygon } = db.Geo
    const corners = [Point(0, 0), Point(1, 0), Point(1, 1), Point(0, 0)]
    const polygon = () => Polygon([LineString(corners)])
    const shapes = {
      point: Point(1, 2),
      line: LineString(corners),
      polygon: polygon(),
      points: MultiPoint(corners),
      lines: MultiLineString([LineString(corners)]),
      polygons: MultiPolygon([polygon()]),
    }
    await db.collection('notes').add({ data: { _id: 'shapes', ...shapes } })
    const { data } = await db.collection('notes').doc('shapes').get()
    return Object.entries(shapes).map(([name, shape]) => {
      const found = data[name] as object
      return found.constructor === shape.constructor && JSON.stringify(found) === JSON.stringify(shape)
    })
  })
  expect(answer).toEqual([true, true, true, true, true, true])
})

it('finds what is near, nearest first, within distances in metres', async () => {
  const answer = await cloud.run(async ({ db, _ }) => {
    const near = async (distances: object) => {
      const geometry = db.Geo.Point(114.055, 30.05)
      const { data } = await db
        .collection('places')
        .where({ at: _.geoNear({ geometry, ...distances }) })
        .get()
      return data.map(({ _id }) => _id)
    }
    return [await near({}), await near({ maxDistance: 1000 }), await near({ minDistance: 1000 })]
  })
  expect(answer).toEqual([
    expect.arrayContaining(['gate', 'market', 'station']),
    expect.arrayContaining(['gate', 'market']),
    ['station'],
  ])
})

it('finds what lies within an area or a circle, and what crosses a line', async () => {
  const answer = await cloud.run(async ({ db, _ }) => {
    const { Point, LineString, Polygon } = db.Geo
    const corners = [Point(114.04, 30.04), Point(114.055, 30.04), Point(114.055, 30.06), Point(114.04, 30.06)]
    const area = Polygon([LineString([...corners, Point(114.04, 30.04)])])
    const conditions = [
      _.geoWithin({ geometry: area }),
      _.geoWithin({ centerSphere: [Point(114.3, 30.1), 0.001] }),
      _.geoWithin({ centerSphere: [[114.3, 30.1], 0.001] }),
      _.geoIntersects({ geometry: Point(114.06, 30.05) }),
    ]
    const ids: unknown[] = []
    for (const at of conditions) {
      const { data } = await db.collection('places').where({ at }).get()
      ids.push(...data.map(({ _id }) => _id))
    }
    return ids
  })
  expect(answer).toEqual(['gate', 'station', 'station', 'market'])
})

it('aggregates from what is near', async () => {
  const answer = await cloud.run(async ({ db }) => {
    const near = db.Geo.Point(114.05, 30.05)
    const options = {
      near,
      spherical: true,
      distanceField: 'far',
      query: { kind: 'shop' },
      maxDistance: 5000,
    }
    return (await db.collection('places').aggregate().geoNear(options).project({ far: 1 }).end()).list
  })
  expect(answer).toEqual([{ _id: 'market', far: expect.closeTo(963.5, 0) as number }])
})

it('refuses nearness where no index for geometry is declared', async () => {
  const asking = cloud.run(({ db, _ }) =>
    db
      .collection('notes')
      .where({ at: _.geoNear({ geometry: db.Geo.Point(1, 1) }) })
      .get(),
  )
  await expect(asking).rejects.toMatchObject({ errCode: -502001 })
  await expect(asking).rejects.toThrow('unable to find index for $geoNear query')
})
