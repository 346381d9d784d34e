import { startTestCloud, type TestCloud } from '../testCloud'
import type { Sdk } from '../sdk'

let cloud: TestCloud

beforeAll(async () => {
  cloud = await startTestCloud()
  await cloud.run(({ db }) =>
    db.collection('notes').add({
      data: [
        {
          _id: 'a',
          n: 1,
          text: 'Apple',
          tags: ['red', 'round'],
          place: { street: 's1', grid: 1 },
          at: new Date(1000),
        },
        {
          _id: 'b',
          n: 2,
          text: 'banana',
          tags: ['yellow'],
          place: { street: 's1', grid: 2 },
          at: new Date(2000),
        },
        { _id: 'c', n: 3, text: 'cherry', tags: [], place: { street: 's2', grid: 3 }, at: null },
        {
          _id: 'd',
          n: 4,
          text: 'date',
          marks: [
            { by: 'x', points: 5 },
            { by: 'y', points: 8 },
          ],
        },
      ],
    }),
  )
})
afterAll(() => cloud.dispose())

/** The ids that a condition finds, in order. `pick` is sent as text: it sees its argument only. */
async function idsFor(pick: (sdk: Sdk) => object): Promise<string> {
  const program = `async (sdk) => {
    const { data } = await sdk.db.collection('notes').where((${pick.toString()})(sdk)).orderBy('_id', 'asc').get()
    return data.map(({ _id }) => _id).join('')
  }`
  return String(await cloud.run({ toString: () => program } as never))
}

describe('conditions', () => {
  it.each<[name: string, pick: (sdk: Sdk) => object, found: string]>([
    ['equality', () => ({ n: 2 }), 'b'],
    ['equality of a nested field', () => ({ place: { street: 's1' } }), 'ab'],
    ['equality of a dotted field', () => ({ 'place.grid': 3 }), 'c'],
    ['an item of an array', () => ({ tags: 'red' }), 'a'],
    ['a date', () => ({ at: new Date(2000) }), 'b'],
    ['null, which a missing field is too', () => ({ at: null }), 'cd'],
    ['eq', ({ _ }) => ({ n: _.eq(1) }), 'a'],
    ['neq', ({ _ }) => ({ n: _.neq(1) }), 'bcd'],
    ['lt', ({ _ }) => ({ n: _.lt(2) }), 'a'],
    ['lte', ({ _ }) => ({ n: _.lte(2) }), 'ab'],
    ['gt', ({ _ }) => ({ n: _.gt(3) }), 'd'],
    ['gte', ({ _ }) => ({ n: _.gte(3) }), 'cd'],
    ['gt of a date', ({ _ }) => ({ at: _.gt(new Date(1000)) }), 'b'],
    ['in', ({ _ }) => ({ n: _.in([1, 3, 9]) }), 'ac'],
    ['nin', ({ _ }) => ({ n: _.nin([1, 3]) }), 'bd'],
    ['exists', ({ _ }) => ({ marks: _.exists(true) }), 'd'],
    ['not exists', ({ _ }) => ({ place: _.exists(false) }), 'd'],
    ['mod', ({ _ }) => ({ n: _.mod(2, 0) }), 'bd'],
    ['all', ({ _ }) => ({ tags: _.all(['round', 'red']) }), 'a'],
    ['size', ({ _ }) => ({ tags: _.size(1) }), 'b'],
    ['elemMatch', ({ _ }) => ({ marks: _.elemMatch({ by: 'y', points: _.gt(5) }) }), 'd'],
    ['and on a field', ({ _ }) => ({ n: _.gt(1).and(_.lt(4)) }), 'bc'],
    ['or on a field', ({ _ }) => ({ n: _.eq(1).or(_.eq(4)) }), 'ad'],
    ['and of conditions', ({ _ }) => _.and([{ n: _.gt(1) }, { 'place.street': 's1' }]), 'b'],
    ['or of conditions', ({ _ }) => _.or([{ n: 1 }, { text: 'date' }]), 'ad'],
    ['nor', ({ _ }) => _.nor([{ n: 1 }, { n: 2 }]), 'cd'],
    ['not', ({ _ }) => ({ n: _.not(_.gt(2)) }), 'ab'],
    ['a regular expression', () => ({ text: /an/ }), 'b'],
    ['a regular expression with a flag', () => ({ text: /^a/i }), 'a'],
    ['db.RegExp', ({ db }) => ({ text: db.RegExp({ regexp: '^D', options: 'i' }) }), 'd'],
    ['an expression', ({ _, $ }) => ({ n: _.exists(true), ...(_.expr($.gt(['$n', 3])) as object) }), 'd'],
    ['nothing', () => ({}), 'abcd'],
  ])('find by %s', async (_name, pick, found) => {
    expect(await idsFor(pick)).toBe(found)
  })
})

describe('a query', () => {
  it('is ordered by several fields', async () => {
    const ids = await cloud.run(async ({ db }) => {
      const query = db.collection('notes').where({ place: { grid: 1 } })
      const { data } = await query.orderBy('place.street', 'desc').orderBy('n', 'desc').get()
      const all = await db.collection('notes').orderBy('place.street', 'desc').orderBy('n', 'desc').get()
      return [data.length, all.data.map(({ _id }) => _id)]
    })
    expect(ids).toEqual([1, ['c', 'b', 'a', 'd']])
  })

  it('skips and limits', async () => {
    const ids = await cloud.run(async ({ db }) => {
      const { data } = await db.collection('notes').orderBy('n', 'asc').skip(1).limit(2).get()
      return data.map(({ _id }) => _id)
    })
    expect(ids).toEqual(['b', 'c'])
  })

  it('counts what it would find', async () => {
    const answer = await cloud.run(({ db, _ }) =>
      db
        .collection('notes')
        .where({ n: _.gt(1) })
        .count(),
    )
    expect(answer).toMatchObject({ total: 3 })
  })

  it('shows only the fields asked for, and always the id', async () => {
    const answer = await cloud.run(async ({ db }) => {
      const chosen = await db.collection('notes').doc('a').field({ text: true, 'place.street': true }).get()
      const withoutId = await db.collection('notes').where({ _id: 'a' }).field({ _id: false, n: true }).get()
      return [chosen.data, withoutId.data]
    })
    expect(answer).toEqual([{ _id: 'a', text: 'Apple', place: { street: 's1' } }, [{ n: 1 }]])
  })

  it('leaves out the fields not wanted', async () => {
    const answer = await cloud.run(async ({ db }) => {
      const { data } = await db
        .collection('notes')
        .where({ _id: 'c' })
        .field({ place: false, tags: false, at: false })
        .get()
      return data
    })
    expect(answer).toEqual([{ _id: 'c', n: 3, text: 'cherry' }])
  })

  it('answers 100 documents when no limit is given and never more than 1,000', async () => {
    const lengths = await cloud.run(async ({ db }) => {
      await db.createCollection('many')
      const many = db.collection('many')
      await many.add({ data: Array.from({ length: 1100 }, (_item, n) => ({ n })) })
      return [
        (await many.get()).data.length,
        (await many.limit(5000).get()).data.length,
        (await many.count()).total,
      ]
    })
    expect(lengths).toEqual([100, 1000, 1100])
  })
})
