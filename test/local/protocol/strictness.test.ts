import { startTestCloud, type TestCloud } from '../testCloud'
import type { Sdk } from '../sdk'

/** What production refuses or limits, so that it is found out here. */
let cloud: TestCloud
beforeAll(async () => {
  cloud = await startTestCloud()
  await cloud.run(({ db }) =>
    db.collection('notes').add({
      data: [
        { _id: 'a', n: 1, list: [{ k: 1 }, { k: 2 }, { k: 3 }], mixed: 'text' },
        { _id: 'b', n: null, mixed: 7 },
        { _id: 'c', mixed: new Date(0) },
        { _id: 'd', n: 4, mixed: true },
      ],
    }),
  )
})
afterAll(() => cloud.dispose())

describe('a request is refused', () => {
  it.each<[what: string, program: (sdk: Sdk) => unknown, message: string]>([
    ['that brings code', ({ db }) => db.collection('notes').where({ $where: 'true' }).get(), '$where'],
    [
      'that both shows and hides fields',
      ({ db }) => db.collection('notes').field({ n: true, list: false }).get(),
      'Cannot do exclusion',
    ],
    [
      'with an id that is an object',
      ({ db }) => db.collection('notes').add({ data: { _id: { a: 1 } } }),
      '_id must be',
    ],
    [
      'with an id that is a list',
      ({ db }) => db.collection('notes').add({ data: { _id: ['a'] } }),
      '_id must be',
    ],
    [
      'to change an id',
      ({ db }) =>
        db
          .collection('notes')
          .doc('a')
          .update({ data: { _id: 'z' } }),
      '_id',
    ],
    [
      'to store a field whose name begins with $',
      ({ db }) => db.collection('notes').add({ data: { o: { $set: 1 } } }),
      "The dollar ($) prefixed field '$set' in 'o.$set' is not valid for storage",
    ],
    [
      'with an operator that nobody knows',
      ({ db }) =>
        db
          .collection('notes')
          .where({ n: { $near: 1 } })
          .get(),
      '$near',
    ],
    [
      'with a document of more than 16 MB',
      ({ db }) => db.collection('notes').add({ data: { text: 'x'.repeat(16 * 1024 * 1024) } }),
      'object to insert too large',
    ],
    [
      'to let a document grow beyond 16 MB',
      async ({ db, _ }) => {
        await db.createCollection('big')
        await db
          .collection('big')
          .doc('big')
          .set({ data: { list: ['x'.repeat(9 * 1024 * 1024)] } })
        return db
          .collection('big')
          .doc('big')
          .update({ data: { list: _.push('y'.repeat(9 * 1024 * 1024)) } })
      },
      'object to insert too large',
    ],
  ])('%s', async (_what, program, message) => {
    await expect(cloud.run(program)).rejects.toThrow(message)
  })
})

describe('a query', () => {
  const read = <Input>(program: (sdk: Sdk, input: Input) => unknown, input?: Input) =>
    cloud.run(program, input)

  it('slices a list, or shows the element that is meant', async () => {
    const lists = await read(async ({ db, _ }) => {
      const project = (_ as unknown as { project: Record<string, (value: unknown) => object> }).project
      const show = async (list: object) =>
        (await db.collection('notes').doc('a').field({ list }).get()).data.list
      return [
        await show(project.slice!(2)),
        await show(project.slice!(-1)),
        await show(project.slice!([1, 1])),
        await show(project.elemMatch!({ k: { $gt: 1 } })),
      ]
    })
    expect(lists).toEqual([[{ k: 1 }, { k: 2 }], [{ k: 3 }], [{ k: 2 }], [{ k: 2 }]])
  })

  it('keeps all other fields beside a sliced list, unless it says which it wants', async () => {
    const shown = await read(async ({ db, _ }) => {
      const slice = (_ as unknown as { project: Record<string, (value: unknown) => object> }).project.slice!
      await db.createCollection('rooms')
      const room = db.collection('rooms').doc('r')
      await room.set({ data: { topic: 't', all: { said: [1, 2, 3], by: 'b' }, list: [1, 2, 3] } })
      const show = async (field: object) => (await room.field(field).get()).data
      return [
        await show({ list: slice(1) }),
        await show({ list: slice([1, 1]), topic: false, _id: false }),
        await show({ 'all.said': slice(-1), missing: slice(1), topic: slice(1) }),
        await show({ list: slice(1), topic: true }),
      ]
    })
    expect(shown).toEqual([
      { _id: 'r', topic: 't', all: { said: [1, 2, 3], by: 'b' }, list: [1] },
      { all: { said: [1, 2, 3], by: 'b' }, list: [2] },
      { _id: 'r', topic: 't', all: { said: [3], by: 'b' }, list: [1, 2, 3] },
      { _id: 'r', topic: 't', list: [1] },
    ])
  })

  it('tells null from missing only where it is asked to', async () => {
    const ids = await read(async ({ db, _ }) => {
      const find = async (condition: object) =>
        (await db.collection('notes').where(condition).orderBy('_id', 'asc').get()).data.map(({ _id }) => _id)
      return [
        await find({ n: null }),
        await find({ n: _.exists(false) }),
        await find({ n: _.eq(null).and(_.exists(true)) }),
      ]
    })
    expect(ids).toEqual([['b', 'c'], ['c'], ['b']])
  })

  it('sorts values of several types as MongoDB does: numbers, texts, booleans, dates', async () => {
    const ids = await read(async ({ db, _ }) => {
      const { data } = await db
        .collection('notes')
        .where({ mixed: _.exists(true) })
        .orderBy('mixed', 'asc')
        .get()
      return data.map(({ _id }) => _id)
    })
    expect(ids).toEqual(['b', 'a', 'd', 'c'])
  })

  it('finds nothing beyond the end', async () => {
    expect(await read(async ({ db }) => (await db.collection('notes').skip(1000).get()).data)).toEqual([])
  })

  it('shifts the server time', async () => {
    const shifted = await read(async ({ db }) => {
      await db
        .collection('notes')
        .doc('time')
        .set({ data: { now: db.serverDate(), later: db.serverDate({ offset: 60_000 }) } })
      const { now, later } = (await db.collection('notes').doc('time').get()).data as unknown as Record<
        string,
        Date
      >
      return later!.getTime() - now!.getTime()
    })
    expect(shifted).toBe(60_000)
  })
})
