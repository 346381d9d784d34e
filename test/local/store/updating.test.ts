import type { Document, Filter, Store } from '../../../local/store'
import { documents, refusalOf, removeTemporaryStores, temporaryStore } from './temporaryStore'

let store: Store
beforeEach(() => {
  store = temporaryStore({ cases: {} })
})
afterEach(removeTemporaryStores)

const DOCUMENT = {
  _id: 'x',
  n: 1,
  text: 'a',
  empty: null,
  list: [1, 1],
  rows: [{ k: 1 }, { k: 2 }],
  o: { p: 1 },
}

const updated = (update: Record<string, unknown>, filter: Filter = { _id: 'x' }): Document => {
  store.insert('cases', [DOCUMENT])
  expect(store.update('cases', filter, update, { multi: false })).toEqual({ updated: 1 })
  return documents(store.find('cases', { filter: {} }))[0]!
}

describe('an update', () => {
  const changes: [what: string, update: Record<string, unknown>, change: Document][] = [
    ['sets a field inside an object', { $set: { 'o.q': new Date(1) } }, { o: { p: 1, q: new Date(1) } }],
    ['makes the objects on the way to a field', { $set: { 'a.b.c': {} } }, { a: { b: { c: {} } } }],
    ['sets an element of a list', { $set: { 'rows.1.k': 5 } }, { rows: [{ k: 1 }, { k: 5 }] }],
    [
      'increments and multiplies',
      { $inc: { n: 2, new: 1 }, $mul: { 'o.p': 3 } },
      { n: 3, new: 1, o: { p: 3 } },
    ],
    ['keeps the least and the greatest', { $min: { n: 0 }, $max: { 'o.p': 9 } }, { n: 0, o: { p: 9 } }],
    ['renames', { $rename: { text: 'o.text' } }, { text: undefined, o: { p: 1, text: 'a' } }],
    ['does bit arithmetic', { $bit: { n: { or: 6 } } }, { n: 7 }],
    ['appends several', { $push: { list: { $each: [0, 3], $position: 0 } } }, { list: [0, 3, 1, 1] }],
    ['sorts and cuts a list', { $push: { list: { $each: [0], $sort: 1, $slice: 2 } } }, { list: [0, 1] }],
    [
      'sorts and cuts a list that it begins',
      { $push: { new: { $each: [2, 1, 3], $sort: 1, $slice: -2 } } },
      { new: [2, 3] },
    ],
    ['begins a list inside an object', { $addToSet: { 'o.set': 'a' } }, { o: { p: 1, set: ['a'] } }],
    ['adds what a list lacks, once', { $addToSet: { list: { $each: [1, 2, 2] } } }, { list: [1, 1, 2] }],
    ['takes the first or the last', { $pop: { list: -1, rows: 1 } }, { list: [1], rows: [{ k: 1 }] }],
    ['takes out what equals', { $pull: { list: 1 } }, { list: [] }],
    ['takes out what matches', { $pull: { rows: { k: { $gt: 1 } } } }, { rows: [{ k: 1 }] }],
    ['takes out all that is named', { $pullAll: { list: [1, 2] } }, { list: [] }],
  ]
  it.each(changes)('%s', (_, update, change) => {
    expect(updated(update)).toEqual({ ...DOCUMENT, ...change })
  })

  it('removes a field', () => expect(updated({ $unset: { text: '' } })).not.toHaveProperty('text'))

  it('finds the element of a list that the filter means', () => {
    expect(updated({ $set: { 'rows.$.k': 7 } }, { 'rows.k': 2 })).toMatchObject({
      rows: [{ k: 1 }, { k: 7 }],
    })
  })

  it('changes one document, or all that match', () => {
    store.insert('cases', [{ n: 1 }, { n: 1 }, { n: 2 }])
    expect(store.update('cases', { n: 1 }, { $set: { seen: true } }, { multi: true })).toEqual({ updated: 2 })
    expect(store.update('cases', { n: { $gt: 0 } }, { $set: { first: true } }, { multi: false })).toEqual({
      updated: 1,
    })
    expect(store.count('cases', { first: true })).toBe(1)
  })

  it('counts no document in which nothing changes', () => {
    store.insert('cases', [DOCUMENT])
    expect(store.update('cases', {}, { $set: { n: 1 } }, { multi: true })).toEqual({ updated: 0 })
  })

  it('that fails for one document changes none', () => {
    store.insert('cases', [{ n: 1 }, { n: 'one' }])
    expect(() => store.update('cases', {}, { $inc: { n: 1 } }, { multi: true })).toThrow('non-numeric type')
    expect(store.count('cases', { n: 1 })).toBe(1)
  })
})

describe('an update is refused in the words of MongoDB', () => {
  const refusals: [update: Record<string, unknown>, message: string][] = [
    [
      { $inc: { text: 1 } },
      `Cannot apply $inc to a value of non-numeric type. {_id: "x"} has the field 'text' of non-numeric type string`,
    ],
    [
      { $mul: { empty: 1 } },
      `Cannot apply $mul to a value of non-numeric type. {_id: "x"} has the field 'empty' of non-numeric type null`,
    ],
    [{ $push: { n: 1 } }, `The field 'n' must be an array but is of type int in document {_id: "x"}`],
    [
      { $push: { empty: 1 } },
      `The field 'empty' must be an array but is of type null in document {_id: "x"}`,
    ],
    [
      { $addToSet: { o: 1 } },
      `Cannot apply $addToSet to non-array field. Field named 'o' has non-array type object`,
    ],
    [{ $pop: { text: 1 } }, `Path 'text' contains an element of non-array type 'string'`],
    [{ $pull: { text: 1 } }, 'Cannot apply $pull to a non-array value'],
    [{ $pullAll: { text: [1] } }, 'Cannot apply $pull to a non-array value'],
    [
      { $bit: { text: { and: 1 } } },
      `Cannot apply $bit to a value of non-integral type. _id: "x" has the field text of non-integer type string`,
    ],
    [{ $set: { 'empty.deep': 1 } }, `Cannot create field 'deep' in element {empty: null}`],
    [{ $set: { 'text.deep': 1 } }, `Cannot create field 'deep' in element {text: "a"}`],
    [{ $inc: { 'list.deep': 1 } }, `Cannot create field 'deep' in element {list: [1,1]}`],
    [{ $rename: { n: 'empty.deep' } }, `Cannot create field 'deep' in element {empty: null}`],
    [{ $set: { 'list.1500003': 1 } }, `can't backfill more than 1500000 elements`],
    [
      { $set: { [Array(102).fill('deep').join('.')]: 1 } },
      'cannot insert document because it exceeds 100 levels of nesting',
    ],
    [
      { $set: { _id: 'y' } },
      `Performing an update on the path '_id' would modify the immutable field '_id'.`,
    ],
    [
      { $push: { list: 1 }, $addToSet: { list: 2 } },
      `Updating the path 'list' would create a conflict at 'list'`,
    ],
    [{ $set: { n: 1 }, $inc: { n: 1 } }, `updating the path 'n' would create a conflict at 'n'`],
    [{ $double: { n: 1 } }, `Unknown update operator: '$double'.`],
  ]
  it.each(refusals)('%j', (update, message) => {
    store.insert('cases', [DOCUMENT])
    const refusal = refusalOf(() => store.update('cases', { _id: 'x' }, update, { multi: false }))
    expect(refusal).toEqual({ code: 'DATABASE_REQUEST_FAILED', message })
    expect(documents(store.find('cases', { filter: {} }))).toEqual([DOCUMENT])
  })
})

describe('an upsert', () => {
  const upsert = (filter: Filter, update: Record<string, unknown>) =>
    store.update('cases', filter, update, { multi: false, upsert: true })

  it('updates when something matches', () => {
    store.insert('cases', [{ _id: 'a', n: 1 }])
    expect(upsert({ _id: 'a' }, { $inc: { n: 1 } })).toEqual({ updated: 1 })
  })

  it('begins with what the filter demands to be equal', () => {
    const filter = {
      _id: 'day',
      $and: [{ 'at.grid': 'g1' }, { 'at.community': { $eq: 'c1' } }],
      n: { $gt: 5 },
      text: /a/,
      list: [1],
    }
    expect(upsert(filter, { $inc: { total: 1 } })).toEqual({ updated: 0, upserted: 'day' })
    const [document] = documents(store.find('cases', { filter: {} }))
    expect(document).toEqual({ _id: 'day', at: { grid: 'g1', community: 'c1' }, list: [1], total: 1 })
  })

  it('gives an id when the filter names none', () => {
    expect(upsert({ kind: 'tip' }, { $set: { n: 1 } }).upserted).toMatch(/^[0-9a-f]{32}$/)
  })
})
