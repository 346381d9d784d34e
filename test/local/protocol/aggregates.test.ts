import { startTestCloud, type TestCloud } from '../testCloud'

let cloud: TestCloud

beforeAll(async () => {
  cloud = await startTestCloud({ database: { collections: { notes: {}, people: {} } } })
  await cloud.run(async ({ db }) => {
    await db.collection('people').add({
      data: [
        { _id: 'x', name: 'Xu' },
        { _id: 'y', name: 'Yan' },
      ],
    })
    await db.collection('notes').add({
      data: [
        { _id: 1, by: 'x', n: 1, tags: ['a', 'b'], at: new Date(Date.UTC(2026, 0, 1)) },
        { _id: 2, by: 'x', n: 2, tags: ['b'], at: new Date(Date.UTC(2026, 0, 1)) },
        { _id: 3, by: 'y', n: 5, tags: [], at: new Date(Date.UTC(2026, 0, 2)) },
      ],
    })
  })
})
afterAll(() => cloud.dispose())

describe('an aggregation', () => {
  it('matches, groups and sorts', async () => {
    const answer = await cloud.run(async ({ db, _, $ }) => {
      const notes = db
        .collection('notes')
        .aggregate()
        .match({ n: _.gte(1) })
      const { list } = await notes
        .group({ _id: '$by', total: $.sum('$n'), most: $.max('$n') })
        .sort({ _id: 1 })
        .end()
      return list
    })
    expect(answer).toEqual([
      { _id: 'x', total: 3, most: 2 },
      { _id: 'y', total: 5, most: 5 },
    ])
  })

  it('matches dates and gives dates back', async () => {
    const answer = await cloud.run(async ({ db, _, $ }) => {
      const notes = db
        .collection('notes')
        .aggregate()
        .match({ at: _.lt(new Date(Date.UTC(2026, 0, 2))) })
      const { list } = await notes.group({ _id: null, last: $.max('$at') }).end()
      return list.map((group) => (group as { last: unknown }).last instanceof Date)
    })
    expect(answer).toEqual([true])
  })

  it('formats a date in a time zone', async () => {
    const answer = await cloud.run(async ({ db, $ }) => {
      const day = $.dateToString({ date: '$at', format: '%Y-%m-%d', timezone: '+08:00' })
      return (
        await db.collection('notes').aggregate().project({ _id: 1, day }).sort({ _id: 1 }).limit(1).end()
      ).list
    })
    expect(answer).toEqual([{ _id: 1, day: '2026-01-01' }])
  })

  it('looks up documents of another collection', async () => {
    const answer = await cloud.run(async ({ db }) => {
      const looked = db.collection('notes').aggregate().match({ _id: 3 })
      return (await looked.lookup({ from: 'people', localField: 'by', foreignField: '_id', as: 'who' }).end())
        .list
    })
    expect(answer).toMatchObject([{ _id: 3, who: [{ _id: 'y', name: 'Yan' }] }])
  })

  it('unwinds arrays and counts values', async () => {
    const answer = await cloud.run(async ({ db }) => {
      const { list } = await db.collection('notes').aggregate().unwind('$tags').sortByCount('$tags').end()
      return list
    })
    expect(answer).toEqual([
      { _id: 'b', count: 2 },
      { _id: 'a', count: 1 },
    ])
  })

  it('without a limit answers 20 documents, as WeChat does', async () => {
    const found = await cloud.run(async ({ db }) => {
      const many = db.collection('people')
      for (let n = 0; n < 21; n += 1) await many.add({ data: { _id: `many-${n}`, many: true } })
      const grouped = () => many.aggregate().match({ many: true }).group({ _id: '$_id' })
      return [(await grouped().end()).list.length, (await grouped().limit(1000).end()).list.length]
    })
    expect(found).toEqual([20, 21])
  })

  it('skips, limits and counts', async () => {
    const answer = await cloud.run(async ({ db }) => {
      const { list } = await db
        .collection('notes')
        .aggregate()
        .sort({ n: -1 })
        .skip(1)
        .limit(5)
        .count('rest')
        .end()
      return list
    })
    expect(answer).toEqual([{ rest: 2 }])
  })

  it('adds fields and replaces the root', async () => {
    const answer = await cloud.run(async ({ db, $ }) => {
      const notes = db
        .collection('notes')
        .aggregate()
        .match({ _id: 2 })
        .addFields({ twice: $.multiply(['$n', 2]) })
      return (await notes.replaceRoot({ newRoot: { id: '$_id', twice: '$twice' } }).end()).list
    })
    expect(answer).toEqual([{ id: 2, twice: 4 }])
  })

  it('tells a missing collection with the code of the cloud', async () => {
    const counting = cloud.run(({ db }) => db.collection('nowhere').aggregate().count('all').end())
    await expect(counting).rejects.toMatchObject({ code: 'DATABASE_COLLECTION_NOT_EXIST' })
  })
})
