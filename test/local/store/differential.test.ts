import fc from 'fast-check'
import { find } from 'mingo'
import type { Document } from '../../../local/store'
import { toStoredText } from '../../../local/store/storedText'
import { byText, collection, copyOf, filled, filter, settings, sort } from './randomDocuments'
import { documents, removeTemporaryStores } from './temporaryStore'

const RUNS = 50
const QUERIES = 40
const MERGES = 12

afterEach(removeTemporaryStores)

/** Some fields, or all but some. A field and one inside it contradict each other. */
const projection = fc
  .tuple(fc.constantFrom(0, 1), fc.subarray(['k', 'o.k', 'o.p', 'free', 'o.free.a'], { minLength: 1 }))
  .map(([shown, paths]) => Object.fromEntries(paths.map((path) => [path, shown])))

it(`finds, sorts, cuts, projects and counts what mingo does, ${RUNS * QUERIES} times`, () => {
  const query = fc.record({
    filter,
    sort,
    skip: fc.nat(3),
    limit: fc.integer({ min: 1, max: 8 }),
    projection,
  })
  const queries = fc.array(query, { minLength: QUERIES, maxLength: QUERIES })
  fc.assert(
    fc.property(collection, queries, (fields, asked) => {
      const { store, plain } = filled(fields)
      for (const { filter, sort, skip, limit, projection } of asked) {
        const expected = find<Document>(plain, filter)
        const matched = expected.all()
        expect(store.count('things', filter)).toBe(matched.length)
        expect(byText(documents(store.find('things', { filter })))).toEqual(byText(matched))
        const ordered = find<Document>(plain, filter).sort(sort).skip(skip).limit(limit).all()
        expect(store.find('things', { filter, sort, skip, limit })).toEqual(ordered.map(toStoredText))
        // mingo leaves fields out of the very documents that it is given.
        const shown = find<Document>(copyOf(plain), filter, projection).sort(sort).all()
        expect(store.find('things', { filter, sort, projection })).toEqual(shown.map(toStoredText))
      }
      removeTemporaryStores()
    }),
    settings(RUNS),
  )
})

it(`merges several stretches of one index into the page that mingo finds, ${RUNS * MERGES} times`, () => {
  const rank = fc.constantFrom(null, 0, 1, 2, 3)
  const place = fc.constantFrom('a', 'b', 'c')
  const rows = fc.array(fc.record({ o: fc.record({ k: place }), k: rank }), { minLength: 10, maxLength: 40 })
  const behind = fc
    .tuple(rank, fc.constantFrom('id05', 'id20'))
    .map(([k, _id]) => ({ $or: [{ k: { $lt: k ?? 9 } }, { k, _id: { $gt: _id } }, { k: null }] }))
  const places = fc.uniqueArray(place, { minLength: 2 })
  const query = fc.record({
    filter: fc.tuple(places, fc.option(behind)).map(([names, more]) => ({
      $and: [{ 'o.k': { $in: names } }, more ?? { $or: [{ k: { $gte: 1 } }, { k: { $in: [null, 2] } }] }],
    })),
    sort: fc.constantFrom<Record<string, 1 | -1>[]>({ k: -1, _id: 1 }, { k: 1, _id: -1 }),
    limit: fc.integer({ min: 1, max: 20 }),
  })
  fc.assert(
    fc.property(rows, fc.array(query, { minLength: MERGES, maxLength: MERGES }), (fields, asked) => {
      const { store, plain } = filled(fields)
      for (const { filter, sort, limit } of asked) {
        const expected = find<Document>(plain, filter).sort(sort).limit(limit).all()
        expect(store.find('things', { filter, sort, limit })).toEqual(expected.map(toStoredText))
      }
      removeTemporaryStores()
    }),
    settings(RUNS),
  )
})
