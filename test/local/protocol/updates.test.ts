import { startTestCloud, type TestCloud } from '../testCloud'
import type { Sdk } from '../sdk'

let cloud: TestCloud

beforeAll(async () => {
  cloud = await startTestCloud()
})
afterAll(() => cloud.dispose())

/** How a document looks after an update. `change` is sent as text: it sees its argument only. */
async function updated(before: object, change: (sdk: Sdk) => object): Promise<unknown> {
  const program = `async (sdk, before) => {
    const note = sdk.db.collection('notes').doc('one')
    await note.set({ data: before })
    await note.update({ data: (${change.toString()})(sdk) })
    const { _id, ...after } = (await note.get()).data
    return after
  }`
  return cloud.run({ toString: () => program } as never, before)
}

describe('an update', () => {
  it.each<[name: string, before: object, change: (sdk: Sdk) => object, after: object]>([
    ['sets a field', { a: 1, b: 2 }, () => ({ a: 3 }), { a: 3, b: 2 }],
    [
      'sets a nested field beside its siblings',
      { o: { a: 1, b: 2 } },
      () => ({ o: { a: 3 } }),
      { o: { a: 3, b: 2 } },
    ],
    [
      'sets a whole object with set',
      { o: { a: 1, b: 2 } },
      ({ _ }) => ({ o: _.set({ c: 3 }) }),
      { o: { c: 3 } },
    ],
    ['sets an item of an array', { list: [1, 2, 3] }, () => ({ 'list.1': 9 }), { list: [1, 9, 3] }],
    ['sets null', { a: 1 }, () => ({ a: null }), { a: null }],
    ['removes a field', { a: 1, b: 2 }, ({ _ }) => ({ a: _.remove() }), { b: 2 }],
    ['increments', { n: 1 }, ({ _ }) => ({ n: _.inc(2), made: _.inc(5) }), { n: 3, made: 5 }],
    ['decrements a nested field', { o: { n: 1 } }, ({ _ }) => ({ o: { n: _.inc(-3) } }), { o: { n: -2 } }],
    ['multiplies', { n: 3 }, ({ _ }) => ({ n: _.mul(4) }), { n: 12 }],
    ['keeps the smaller', { n: 3, m: 3 }, ({ _ }) => ({ n: _.min(2), m: _.min(5) }), { n: 2, m: 3 }],
    ['keeps the greater', { n: 3, m: 3 }, ({ _ }) => ({ n: _.max(2), m: _.max(5) }), { n: 3, m: 5 }],
    ['does bit arithmetic', { n: 5 }, ({ _ }) => ({ n: _.bit({ or: 2 }) }), { n: 7 }],
    ['renames a field', { old: 1 }, ({ _ }) => ({ old: _.rename('fresh') }), { fresh: 1 }],
    ['pushes one', { list: [1] }, ({ _ }) => ({ list: _.push(2) }), { list: [1, 2] }],
    ['pushes several', { list: [1] }, ({ _ }) => ({ list: _.push([2, 3]) }), { list: [1, 2, 3] }],
    ['pushes into what is not there', { a: 1 }, ({ _ }) => ({ list: _.push('x') }), { a: 1, list: ['x'] }],
    [
      'pushes at a position, sorts and cuts',
      { list: [{ n: 3 }, { n: 1 }] },
      ({ _ }) => ({ list: _.push({ each: [{ n: 2 }], position: 0, sort: { n: 1 }, slice: 2 }) }),
      { list: [{ n: 1 }, { n: 2 }] },
    ],
    ['takes from the end', { list: [1, 2, 3] }, ({ _ }) => ({ list: _.pop() }), { list: [1, 2] }],
    ['takes from the front', { list: [1, 2, 3] }, ({ _ }) => ({ list: _.shift() }), { list: [2, 3] }],
    ['puts in front', { list: [3] }, ({ _ }) => ({ list: _.unshift([1, 2]) }), { list: [1, 2, 3] }],
    ['pulls a value', { list: [1, 2, 1] }, ({ _ }) => ({ list: _.pull(1) }), { list: [2] }],
    [
      'pulls what meets a condition',
      { list: [{ n: 1 }, { n: 5 }] },
      ({ _ }) => ({ list: _.pull({ n: _.gt(3) }) }),
      { list: [{ n: 1 }] },
    ],
    ['pulls several values', { list: [1, 2, 3, 1] }, ({ _ }) => ({ list: _.pullAll([1, 3]) }), { list: [2] }],
    ['adds to a set once', { list: [1] }, ({ _ }) => ({ list: _.addToSet(1) }), { list: [1] }],
    [
      'adds several to a set',
      { list: [1] },
      ({ _ }) => ({ list: _.addToSet({ $each: [1, 2] }) }),
      { list: [1, 2] },
    ],
    [
      'does several things at once',
      { n: 1, list: [1] },
      ({ _ }) => ({ n: _.inc(1), list: _.push(2), t: 'x' }),
      { n: 2, list: [1, 2], t: 'x' },
    ],
  ])('%s', async (_name, before, change, after) => {
    expect(await updated(before, change)).toEqual(after)
  })

  it('puts the server time where serverDate stands', async () => {
    const after = (await updated({ at: null }, ({ db }) => ({ at: db.serverDate() }))) as { at: string }
    expect(Math.abs(Date.now() - Date.parse(after.at))).toBeLessThan(60_000)
  })

  it('changes every document of a query, or the first one when asked', async () => {
    const answer = await cloud.run(async ({ db, _ }) => {
      await db.collection('notes').remove()
      await db.collection('notes').add({ data: [{ n: 1 }, { n: 1 }, { n: 2 }] })
      const all = await db
        .collection('notes')
        .where({ n: 1 })
        .update({ data: { seen: true } })
      const one = await db
        .collection('notes')
        .where({ n: 1 })
        .update({ data: { first: true }, multi: false })
      const firsts = await db
        .collection('notes')
        .where({ first: _.exists(true) })
        .count()
      return [all.stats, one.stats, firsts.total]
    })
    expect(answer).toEqual([{ updated: 2 }, { updated: 1 }, 1])
  })

  it('tells that nothing was changed when the document is not there', async () => {
    const answer = await cloud.run(({ db }) =>
      db
        .collection('notes')
        .doc('none')
        .update({ data: { a: 1 } }),
    )
    expect(answer).toMatchObject({ stats: { updated: 0 } })
  })

  it('is refused when it names the version that somebody else has changed', async () => {
    const answer = await cloud.run(async ({ db, _ }) => {
      await db
        .collection('notes')
        .doc('case')
        .set({ data: { version: 1 } })
      const decide = () =>
        db
          .collection('notes')
          .where({ _id: 'case', version: 1 })
          .update({ data: { version: _.inc(1) } })
      const [first, second] = await Promise.all([decide(), decide()])
      return [
        first.stats.updated + second.stats.updated,
        (await db.collection('notes').doc('case').get()).data.version,
      ]
    })
    expect(answer).toEqual([1, 2])
  })

  it('is refused when a field has the wrong type', async () => {
    const incrementing = updated({ n: 'text' }, ({ _ }) => ({ n: _.inc(1) }))
    await expect(incrementing).rejects.toMatchObject({ errCode: -502001 })
    const pushing = updated({ list: 1 }, ({ _ }) => ({ list: _.push(1) }))
    await expect(pushing).rejects.toMatchObject({ errCode: -502001 })
  })
})
