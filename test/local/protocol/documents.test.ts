import { startTestCloud, type TestCloud } from '../testCloud'

let cloud: TestCloud

beforeAll(async () => {
  cloud = await startTestCloud({
    database: {
      collections: {
        notes: {},
        people: { indexes: [{ name: 'phone', keys: [['phone', 1]], unique: true }] },
      },
    },
  })
})
afterAll(() => cloud.dispose())
beforeEach(() =>
  cloud.run(({ db, _ }) =>
    db
      .collection('notes')
      .where({ _id: _.exists(true) })
      .remove(),
  ),
)

describe('documents as a function sees them', () => {
  it('gives an added document an id by which it is found', async () => {
    const found = await cloud.run(async ({ db }) => {
      const { _id } = await db
        .collection('notes')
        .add({ data: { text: 'a', nested: { list: [1, 'two', null, true] } } })
      const { data } = await db.collection('notes').doc(_id).get()
      return { same: data._id === _id, length: _id.length, text: data.text, nested: data.nested }
    })
    expect(found).toEqual({ same: true, length: 32, text: 'a', nested: { list: [1, 'two', null, true] } })
  })

  it('keeps an id that the function chose, text or number', async () => {
    const ids = await cloud.run(async ({ db }) => {
      await db.collection('notes').add({ data: { _id: 'chosen' } })
      await db.collection('notes').add({ data: { _id: 7 } })
      const { data } = await db.collection('notes').doc(7).get()
      return [(await db.collection('notes').doc('chosen').get()).data._id, data._id]
    })
    expect(ids).toEqual(['chosen', 7])
  })

  it('adds several documents at once', async () => {
    const total = await cloud.run(async ({ db }) => {
      const { _ids } = await db.collection('notes').add({ data: [{ n: 1 }, { n: 2 }, { n: 3 }] })
      return [_ids?.length, (await db.collection('notes').count()).total]
    })
    expect(total).toEqual([3, 3])
  })

  it('adds none of several documents when one of them is a duplicate', async () => {
    await cloud.run(({ db }) => db.collection('notes').add({ data: { _id: 'there' } }))
    const adding = cloud.run(({ db }) =>
      db.collection('notes').add({ data: [{ _id: 'new' }, { _id: 'there' }] }),
    )
    await expect(adding).rejects.toMatchObject({ errCode: -502001 })
    expect(await cloud.run(({ db }) => db.collection('notes').count())).toMatchObject({ total: 1 })
  })

  it('gives dates back as dates, to the millisecond', async () => {
    const answer = await cloud.run(async ({ db }) => {
      const at = new Date(Date.UTC(2026, 0, 2, 3, 4, 5, 678))
      const { _id } = await db.collection('notes').add({ data: { at, list: [at] } })
      const { data } = await db.collection('notes').doc(_id).get()
      return [data.at instanceof Date, data.at, (data.list as Date[])[0]]
    })
    expect(answer).toEqual([true, '2026-01-02T03:04:05.678Z', '2026-01-02T03:04:05.678Z'])
  })

  it('puts the server time where serverDate stands, moved by its offset in milliseconds', async () => {
    const answer = await cloud.run(async ({ db }) => {
      const start = Date.now()
      const data = { now: db.serverDate(), later: db.serverDate({ offset: 60_000 }) }
      const { _id } = await db.collection('notes').add({ data })
      const stored = (await db.collection('notes').doc(_id).get()).data as unknown as {
        now: Date
        later: Date
      }
      const isNow = stored.now.getTime() >= start && stored.now.getTime() <= Date.now()
      return [isNow, stored.later.getTime() - stored.now.getTime()]
    })
    expect(answer).toEqual([true, 60_000])
  })

  it('keeps numbers that are no integers, negative or very large', async () => {
    const numbers = [0.1, -1.5, 1e21, Number.MAX_SAFE_INTEGER, -0.25]
    const stored = await cloud.run(async ({ db }, given) => {
      const { _id } = await db.collection('notes').add({ data: { given } })
      return (await db.collection('notes').doc(_id).get()).data.given
    }, numbers)
    expect(stored).toEqual(numbers)
  })

  it('keeps text of any kind', async () => {
    const texts = ['张三', '👵🏽', "'; drop table notes; --", '\u0000\u2028"\\', '']
    const stored = await cloud.run(async ({ db }, given) => {
      const { _id } = await db.collection('notes').add({ data: { given } })
      return (await db.collection('notes').doc(_id).get()).data.given
    }, texts)
    expect(stored).toEqual(texts)
  })

  it('gives a point back as a point', async () => {
    const point = await cloud.run(async ({ db }) => {
      const { _id } = await db.collection('notes').add({ data: { where: db.Geo.Point(113, 23) } })
      const stored = (await db.collection('notes').doc(_id).get()).data.where as {
        longitude: number
        latitude: number
      }
      return [stored.longitude, stored.latitude]
    })
    expect(point).toEqual([113, 23])
  })

  it('tells a missing document as the SDK does', async () => {
    await expect(cloud.run(({ db }) => db.collection('notes').doc('none').get())).rejects.toMatchObject({
      errCode: -1,
      message: 'document.get:fail document with _id none does not exist',
    })
  })

  it('creates with set what is not there and replaces what is', async () => {
    const answer = await cloud.run(async ({ db }) => {
      const note = db.collection('notes').doc('one')
      const created = await note.set({ data: { a: 1, b: 2 } })
      const replaced = await note.set({ data: { c: 3 } })
      return [created.stats, replaced.stats, (await note.get()).data]
    })
    expect(answer).toEqual([
      { updated: 0, created: 1 },
      { updated: 1, created: 0 },
      { _id: 'one', c: 3 },
    ])
  })

  it('removes one document and says whether it was there', async () => {
    const answer = await cloud.run(async ({ db }) => {
      await db
        .collection('notes')
        .doc('one')
        .set({ data: { a: 1 } })
      const note = db.collection('notes').doc('one')
      return [(await note.remove()).stats, (await note.remove()).stats]
    })
    expect(answer).toEqual([{ removed: 1 }, { removed: 0 }])
  })

  it('removes every document of a query, or the first one when asked', async () => {
    const answer = await cloud.run(async ({ db }) => {
      await db.collection('notes').add({ data: [{ n: 1 }, { n: 1 }, { n: 1 }, { n: 2 }] })
      const one = await db.collection('notes').where({ n: 1 }).remove({ multi: false })
      const rest = await db.collection('notes').where({ n: 1 }).remove()
      return [one.stats, rest.stats, (await db.collection('notes').count()).total]
    })
    expect(answer).toEqual([{ removed: 1 }, { removed: 2 }, 1])
  })

  it('takes a removal without a condition to mean every document', async () => {
    const answer = await cloud.run(async ({ db }) => {
      await db.collection('notes').add({ data: [{ n: 1 }, { n: 2 }] })
      return (await db.collection('notes').remove()).stats
    })
    expect(answer).toEqual({ removed: 2 })
  })
})

describe('collections', () => {
  it('are missing until they are created', async () => {
    const reading = cloud.run(({ db }) => db.collection('nowhere').where({ a: 1 }).get())
    await expect(reading).rejects.toMatchObject({ errCode: -502005 })
    await expect(reading).rejects.toThrow(/Db or Table not exist: nowhere/)
  })

  it('refuse a document while they are missing', async () => {
    const adding = cloud.run(({ db }) => db.collection('nowhere').add({ data: { a: 1 } }))
    await expect(adding).rejects.toMatchObject({ errCode: -502005 })
  })

  it('can be created by a function and used at once', async () => {
    const answer = await cloud.run(async ({ db }) => {
      await db.createCollection('made')
      await db.collection('made').add({ data: { a: 1 } })
      return (await db.collection('made').count()).total
    })
    expect(answer).toBe(1)
  })

  it('refuse a second document with the value of a unique index, naming both', async () => {
    const adding = cloud.run(async ({ db }) => {
      await db.collection('people').add({ data: { phone: '1' } })
      await db.collection('people').add({ data: { phone: '1' } })
    })
    await expect(adding).rejects.toMatchObject({ errCode: -502001 })
    await expect(adding).rejects.toThrow(/E11000 duplicate key error collection: people index: phone/)
  })
})
