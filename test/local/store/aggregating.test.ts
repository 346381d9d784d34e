import type { Store } from '../../../local/store'
import { close, documents, index, refusalOf, removeTemporaryStores, temporaryStore } from './temporaryStore'

let store: Store
beforeEach(() => {
  store = temporaryStore({ cases: { indexes: [index('place', { place: 1, n: 1 })] }, places: {} })
  store.insert('places', [
    { _id: 'p', name: '一' },
    { _id: 'q', name: '二', tags: ['x', 'y'] },
  ])
  store.insert('cases', [
    { _id: 1, place: 'p', n: 3, opened: new Date(5), kinds: ['x'] },
    { _id: 2, place: 'q', n: 1, opened: new Date(6), kinds: ['y', 'z'] },
    { _id: 3, place: 'q', n: 2 },
    { _id: 4, n: 9 },
  ])
})
afterEach(removeTemporaryStores)

const aggregated = (...stages: Record<string, unknown>[]) => documents(store.aggregate('cases', stages))

it('matches, sorts, skips and limits like a find', () => {
  const stages = [
    { $match: { place: 'q' } },
    { $match: { n: { $gt: 0 } } },
    { $sort: { n: -1 } },
    { $skip: 1 },
    { $limit: 5 },
  ]
  expect(aggregated(...stages)).toMatchObject([{ _id: 2 }])
})

it('keeps the order of stages that a find would do in another', () => {
  expect(aggregated({ $limit: 2 }, { $sort: { n: 1 } }, { $match: { n: 3 } })).toMatchObject([{ _id: 1 }])
  expect(aggregated({ $limit: 1 }, { $skip: 1 })).toEqual([])
})

it('groups what matches', () => {
  const stages = [
    { $match: { place: { $in: ['p', 'q'] } } },
    { $group: { _id: '$place', total: { $sum: '$n' }, last: { $max: '$opened' } } },
    { $sort: { _id: 1 } },
  ]
  expect(aggregated(...stages)).toEqual([
    { _id: 'p', total: 3, last: new Date(5) },
    { _id: 'q', total: 3, last: new Date(6) },
  ])
})

it('looks up the documents of another collection by field, one after the other', () => {
  const found = aggregated(
    { $lookup: { from: 'places', localField: 'place', foreignField: '_id', as: 'at' } },
    { $lookup: { from: 'places', localField: 'kinds', foreignField: 'tags', as: 'tagged' } },
    { $project: { at: '$at.name', tagged: '$tagged._id' } },
  )
  expect(found).toEqual([
    { _id: 1, at: ['一'], tagged: ['q'] },
    { _id: 2, at: ['二'], tagged: ['q'] },
    { _id: 3, at: ['二'], tagged: ['p'] },
    { _id: 4, at: [], tagged: ['p'] },
  ])
})

it('joins nothing for an element of a list that refers to nothing', () => {
  const lookup = { from: 'places', localField: 'kinds', foreignField: 'tags', as: 'tagged' }
  const [found] = aggregated({ $match: { _id: 2 } }, { $lookup: lookup })
  expect(found?.tagged).toEqual([{ _id: 'q', name: '二', tags: ['x', 'y'] }])
})

it('looks up by a pipeline of its own', () => {
  const pipeline = [{ $match: { $expr: { $eq: ['$_id', '$$place'] } } }, { $project: { _id: 0, name: 1 } }]
  const lookup = { from: 'places', let: { place: '$place' }, pipeline, as: 'at' }
  expect(aggregated({ $match: { _id: 1 } }, { $lookup: lookup })).toMatchObject([{ at: [{ name: '一' }] }])
})

const lookups: [what: string, variable: unknown, match: Record<string, unknown>, found: unknown[][]][] = [
  ['a field', '$place', { $expr: { $eq: ['$$v', '$_id'] } }, [['p'], ['q'], ['q'], []]],
  ['a constant', 'q', { $expr: { $eq: ['$_id', '$$v'] } }, [['q'], ['q'], ['q'], ['q']]],
  ['a list, as a whole', ['x', 'y'], { $expr: { $eq: ['$tags', '$$v'] } }, [['q'], ['q'], ['q'], ['q']]],
  ['what is missing', '$none', { $expr: { $eq: ['$tags', '$$v'] } }, [['p'], ['p'], ['p'], ['p']]],
  [
    'conditions of several kinds',
    '$place',
    { $and: [{ tags: 'x' }, { $expr: { $and: [{ $eq: ['$_id', '$$v'] }, { $gt: ['$name', ''] }] } }] },
    [[], ['q'], ['q'], []],
  ],
  [
    'one of several conditions',
    '$place',
    { $expr: { $or: [{ $eq: ['$_id', '$$v'] }, { $eq: ['$name', '一'] }] } },
    [['p'], ['p', 'q'], ['p', 'q'], ['p']],
  ],
]
it.each(lookups)('looks up by a pipeline that compares with %s', (_, v, match, found) => {
  const lookup = { from: 'places', let: { v }, pipeline: [{ $match: match }], as: 'at' }
  const joined = aggregated({ $lookup: lookup }, { $project: { at: '$at._id' } })
  expect(joined.map(({ at }) => at)).toEqual(found)
})

it('looks up by a pipeline that itself reads the same collection', () => {
  const inner = { $lookup: { from: 'places', pipeline: [], as: 'all' } }
  const lookup = { from: 'places', pipeline: [{ $match: { _id: 'p' } }, inner], as: 'at' }
  expect(aggregated({ $limit: 1 }, { $lookup: lookup })).toMatchObject([{ at: [{ all: [{}, {}] }] }])
})

it('collects what is there, null among it, and leaves out what is missing', () => {
  const collect = { all: { $push: '$place' }, set: { $addToSet: '$opened' }, first: { $first: '$gone' } }
  const collected = { all: ['p', 'q', 'q'], set: [new Date(5), new Date(6)], first: null }
  expect(aggregated({ $group: { _id: null, ...collect } })).toEqual([{ _id: null, ...collected }])
  expect(aggregated({ $addFields: { n: 0 } }, { $group: { _id: null, ...collect } })).toEqual([
    { _id: null, ...collected },
  ])
  store.insert('cases', [{ _id: 5, place: null }])
  expect(aggregated({ $match: { _id: 5 } }, { $group: { _id: 1, ...collect } })).toEqual([
    { _id: 1, all: [null], set: [], first: null },
  ])
})

const refusals: [what: string, stages: Record<string, unknown>[], message: string][] = [
  ['a stage that is none', [{ $shuffle: {} }], 'unregistered pipeline operator $shuffle.'],
  ['writing into a collection', [{ $out: 'places' }], '$out is not supported'],
  [
    'a lookup in a collection that nobody created',
    [{ $lookup: { from: 'x', localField: 'a', foreignField: 'b', as: 'c' } }],
    '[ResourceNotFound] Db or Table not exist: x',
  ],
  [
    'a lookup both by field and by pipeline',
    [{ $lookup: { from: 'places', localField: 'a', foreignField: 'b', pipeline: [], as: 'c' } }],
    "$lookup with 'pipeline' may not specify 'localField'",
  ],
]
it.each(refusals)('refuses %s', (_, stages, message) => {
  expect(refusalOf(() => store.aggregate('cases', stages)).message).toContain(message)
})

it('leaves nothing open that keeps the database from closing, when a stage finds a mistake', () => {
  expect(refusalOf(() => aggregated({ $project: { sum: { $add: ['$place', 1] } } }))).toMatchObject({
    code: 'DATABASE_REQUEST_FAILED',
  })
  expect(() => close(store)).not.toThrow()
})
