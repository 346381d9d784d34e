import { openStore } from '../../../local/store'
import type { Document, Filter, FindOptions, Store } from '../../../local/store'
import type { OnUnindexed, UnindexedQuery } from '../../../local/store/unindexed'
import { index, removeTemporaryStores, temporaryDirectory } from './temporaryStore'

const MANY = 1500
const INDEXES = [
  index('place', { place: 1, due: 1, _id: 1 }),
  index('tags', { tags: 1 }),
  { name: 'at', keys: [['at', '2dsphere'] as [string, '2dsphere']], unique: false },
]

let store: Store
let reported: UnindexedQuery[]
const open = (onUnindexed?: OnUnindexed) => {
  const collections = { cases: { indexes: INDEXES }, few: {}, people: {} }
  store = openStore({ directory: temporaryDirectory(), declaration: { collections }, onUnindexed })
  const cases = Array.from({ length: MANY }, (_, n) => ({
    _id: `c${n}`,
    place: n === 0 ? 'q' : 'p',
    due: new Date(n),
    owner: `o${n}`,
    n,
    tags: [`t${n}`],
    at: { type: 'Point', coordinates: [n / 100, 0] },
  }))
  store.insert('cases', cases)
  store.insert('few', cases.slice(0, 1000))
  store.insert(
    'people',
    cases.map(({ _id }): Document => ({ _id, case: _id })),
  )
}
beforeEach(() => {
  reported = []
  open((query) => reported.push(query))
})
afterEach(() => {
  store.close()
  removeTemporaryStores()
})

describe('a query is reported that read more than a thousand documents in vain', () => {
  const finds: [what: string, options: FindOptions, fields: string[], given: number][] = [
    ['for an equal text', { filter: { owner: 'o7' } }, ['owner'], 1],
    ['for a range', { filter: { n: { $gt: MANY - 2 } } }, ['n'], 1],
    ['for a page of an order that no index has', { filter: {}, sort: { n: 1 }, limit: 20 }, ['n'], 20],
    [
      'for an order that SQLite has to make',
      { filter: { place: 'p' }, sort: { _id: -1 }, limit: 3 },
      ['place', '_id'],
      3,
    ],
    ['for few of a long stretch of an index', { filter: { place: 'p', n: 1200 } }, ['place', 'n'], 1],
    [
      'for an equal text in a long stretch',
      { filter: { place: 'p', owner: 'o1400' } },
      ['place', 'owner'],
      1,
    ],
    ['for a path that its index does not begin with', { filter: { due: new Date(5) } }, ['due'], 1],
    ['for either of two fields', { filter: { $or: [{ owner: 'o7' }, { n: 3 }] } }, ['owner', 'n'], 2],
    [
      'for what is equal, then the order, then the rest',
      { filter: { n: { $lt: 9 }, owner: 'o1' }, sort: { due: 1 } },
      ['owner', 'due', 'n'],
      1,
    ],
    ['for nothing at all', { filter: { owner: 'nobody' } }, ['owner'], 0],
  ]
  it.each(finds)('%s', (_, options, fields, given) => {
    store.find('cases', options)
    expect(reported).toMatchObject([{ collection: 'cases', fields, given }])
    expect(reported[0]!.read).toBeGreaterThanOrEqual(MANY - 1)
  })

  const calls: [what: string, call: () => unknown][] = [
    ['to count', () => store.count('cases', { owner: 'o7' })],
    ['to count by an index that is no use', () => store.count('cases', { due: new Date(5) })],
    ['to update', () => store.update('cases', { owner: 'o7' }, { $set: { n: 0 } }, { multi: true })],
    ['to remove', () => store.remove('cases', { owner: 'o7' }, { multi: true })],
    [
      'to aggregate',
      () => store.aggregate('cases', [{ $match: { owner: 'o7' } }, { $group: { _id: '$place' } }]),
    ],
    [
      'to look up',
      () =>
        store.aggregate('few', [
          { $match: { _id: 'c1' } },
          { $lookup: { from: 'people', localField: '_id', foreignField: 'case', as: 'who' } },
        ]),
    ],
  ]
  const onlyOne = { $match: { _id: 'c1' } }
  const byPipeline = (match: Filter) => ({
    $lookup: { from: 'cases', let: { id: '$_id', n: '$n' }, pipeline: [{ $match: match }], as: 'joined' },
  })
  const lookups: [what: string, match: Filter, fields: string[]][] = [
    ['to look up by a pipeline', { owner: 'o7' }, ['owner']],
    ['to look up by a pipeline with variables', { $expr: { $eq: ['$n', '$$n'] } }, ['n']],
    [
      'to look up by a pipeline with several conditions',
      { $and: [{ $expr: { $and: [{ $eq: ['$$id', '$owner'] }] } }, { place: 'p' }] },
      ['place', 'owner'],
    ],
  ]
  it.each(lookups)('%s', (_, match, fields) => {
    store.aggregate('few', [onlyOne, byPipeline(match)])
    expect(reported).toMatchObject([{ collection: 'cases', fields }])
  })

  it('within a transaction', () => {
    const transaction = store.begin()
    transaction.find('cases', { filter: { owner: 'o7' } })
    expect(reported).toMatchObject([{ collection: 'cases', fields: ['owner'], given: 1 }])
  })

  it.each(calls)('%s', (_, call) => {
    call()
    expect(reported).toHaveLength(1)
  })

  it('once, however often and with whatever values it is asked', () => {
    store.find('cases', { filter: { owner: 'o7' } })
    store.find('cases', { filter: { owner: 'o8' } })
    store.find('cases', { filter: { owner: 'o8', n: 8 } })
    expect(reported.map(({ fields }) => fields)).toEqual([['owner'], ['owner', 'n']])
  })
})

describe('a query is not reported', () => {
  const finds: [what: string, collection: string, options: FindOptions][] = [
    ['that gives all it read', 'cases', { filter: {} }],
    ['that gives most of what it read', 'cases', { filter: { n: { $gt: 5 } } }],
    [
      'for a page in the order of an index',
      'cases',
      { filter: { place: 'p' }, sort: { due: 1, _id: 1 }, limit: 20 },
    ],
    [
      'for a later page in that order',
      'cases',
      { filter: { place: 'p' }, sort: { due: 1 }, skip: 1200, limit: 20 },
    ],
    [
      'for a page that is full before long',
      'cases',
      { filter: { place: 'p', n: { $gt: 9 } }, sort: { due: 1 }, limit: 20 },
    ],
    ['of a short stretch of an index', 'cases', { filter: { place: 'q', owner: 'o0' } }],
    ['for ids', 'cases', { filter: { _id: { $in: ['c1', 'c2'] } } }],
    ['over a thousand documents', 'few', { filter: { owner: 'o7' } }],
    ['for an element of a list, for which production has an index', 'cases', { filter: { tags: 't7' } }],
    ['for geometry, for which production has an index', 'cases', { filter: { at: near([0, 0]) }, limit: 3 }],
  ]
  function near(coordinates: number[]) {
    return { $nearSphere: { $geometry: { type: 'Point', coordinates } } }
  }
  it.each(finds)('%s', (_, collection, options) => {
    store.find(collection, options)
    expect(reported).toEqual([])
  })

  it('to look up by a pipeline that an index serves', () => {
    const pipeline = [{ $match: { $expr: { $eq: ['$_id', '$$case'] } } }]
    const lookup = { from: 'cases', let: { case: '$case' }, pipeline, as: 'joined' }
    store.aggregate('people', [{ $match: { _id: 'c1' } }, { $lookup: lookup }])
    expect(reported).toEqual([])
  })

  const counted: [what: string, filter: Filter][] = [
    ['a stretch of an index', { place: 'p' }],
    ['nearly all of it', { place: 'p', n: { $ne: 7 } }],
    ['everything', {}],
  ]
  it.each(counted)('that counts %s', (_, filter) => {
    expect(store.count('cases', filter)).toBeGreaterThan(1000)
    expect(reported).toEqual([])
  })
})

it('is refused each time by one who does not tolerate it, and changes nothing', () => {
  store.close()
  open(({ collection }) => {
    throw new Error(`no index in ${collection}`)
  })
  const update = () => store.update('cases', { owner: 'o7' }, { $set: { n: 0 } }, { multi: true })
  expect(update).toThrow('no index in cases')
  expect(update).toThrow('no index in cases')
  expect(store.count('cases', { _id: 'c7', n: 0 })).toBe(0)
})
