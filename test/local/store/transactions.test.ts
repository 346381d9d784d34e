import { statSync } from 'node:fs'
import { join } from 'node:path'
import type { Document, Store, Transaction } from '../../../local/store'
import { MOST_OPEN_TRANSACTIONS } from '../../../local/store/transactions/transactions'
import { conflictText, goneText } from '../transactionTexts'
import {
  close,
  documents,
  index,
  refusalOf,
  removeTemporaryStores,
  temporaryDirectory,
  temporaryStore,
  waitOf,
} from './temporaryStore'

let store: Store
let transaction: Transaction
beforeEach(() => {
  store = temporaryStore({
    notes: {},
    people: { indexes: [index('phone', { phone: 1 }, true), index('tags', { tags: 1 })] },
    places: { indexes: [{ name: 'at', keys: [['at', '2dsphere']], unique: false }] },
  })
  store.insert('notes', [
    { _id: 'a', n: 1 },
    { _id: 'b', n: 2 },
    { _id: 'c', n: 3 },
  ])
  transaction = store.begin()
})
afterEach(removeTemporaryStores)

const inside = (options: Partial<Parameters<Store['find']>[1]> = {}) =>
  documents(transaction.find('notes', { filter: {}, ...options }))
const outside = () => documents(store.find('notes', { filter: {} }))
const set = (on: Store | Transaction, id: string, change: Document) =>
  on.update('notes', { _id: id }, { $set: change }, { multi: false })

const conflict = { code: 'DATABASE_TRANSACTION_CONFLICT', message: conflictText }
const gone = { code: 'DATABASE_TRANSACTION_FAIL', message: goneText }

describe('a transaction reads', () => {
  it('what was there when it began, whatever is written meanwhile', () => {
    set(store, 'a', { n: 10 })
    store.remove('notes', { _id: 'b' }, { multi: false })
    store.insert('notes', [{ _id: 'd', n: 4 }])
    expect(inside()).toEqual([
      { _id: 'a', n: 1 },
      { _id: 'b', n: 2 },
      { _id: 'c', n: 3 },
    ])
  })

  it('its own changes, in their places, and nobody else reads them', () => {
    const before = outside()
    set(transaction, 'a', { n: 10 })
    transaction.remove('notes', { _id: 'b' }, { multi: false })
    transaction.insert('notes', [{ _id: 'd', n: 4 }])
    expect(inside()).toEqual([
      { _id: 'a', n: 10 },
      { _id: 'c', n: 3 },
      { _id: 'd', n: 4 },
    ])
    expect(outside()).toEqual(before)
  })

  it('its own changes as a filter, an order, a page and a projection ask for them', () => {
    set(transaction, 'a', { n: 9 })
    transaction.insert('notes', [{ _id: 'd', n: 8 }])
    transaction.remove('notes', { _id: 'c' }, { multi: false })
    expect(inside({ filter: { n: { $gt: 1 } }, sort: { n: -1 }, skip: 1, limit: 1 })).toEqual([
      { _id: 'd', n: 8 },
    ])
    expect(inside({ filter: { n: 1 } })).toEqual([])
    expect(inside({ sort: { n: 1 }, limit: 2, projection: { n: 0 } })).toEqual([{ _id: 'b' }, { _id: 'd' }])
  })

  it('what is near, its own changes among it, nearest first', () => {
    const at = (longitude: number) => ({ type: 'Point', coordinates: [longitude, 30] })
    store.insert('places', [
      { _id: 'far', at: at(116) },
      { _id: 'near', at: at(114) },
    ])
    const moving = store.begin()
    moving.insert('places', [{ _id: 'between', at: at(115) }])
    moving.update('places', { _id: 'far' }, { $set: { at: at(113.5) } }, { multi: false })
    const filter = { at: { $nearSphere: { $geometry: at(113) } } }
    expect(documents(moving.find('places', { filter })).map(({ _id }) => _id)).toEqual([
      'far',
      'near',
      'between',
    ])
    expect(documents(moving.find('places', { filter, skip: 1, limit: 1 })).map(({ _id }) => _id)).toEqual([
      'near',
    ])
  })

  it('nothing of a collection that is younger than itself, and conflicts', () => {
    store.createCollection('later')
    expect(refusalOf(() => transaction.find('later', { filter: {} }))).toEqual(conflict)
  })

  it('from no collection that nobody created', () => {
    expect(refusalOf(() => transaction.find('nowhere', { filter: {} })).code).toBe(
      'DATABASE_COLLECTION_NOT_EXIST',
    )
  })
})

describe('a commit', () => {
  it('stores everything, also in several collections', () => {
    transaction.replace('notes', 'a', { kind: 'new' })
    transaction.replace('notes', 'e', { kind: 'first' })
    transaction.insert('people', [{ _id: 'p', phone: '1' }])
    transaction.remove('notes', { _id: 'b' }, { multi: false })
    transaction.commit()
    expect(outside()).toEqual([
      { _id: 'a', kind: 'new' },
      { _id: 'c', n: 3 },
      { _id: 'e', kind: 'first' },
    ])
    expect(store.count('people', { phone: '1' })).toBe(1)
  })

  it('lets indexes find what it stored, also values of a type not seen before', () => {
    store.insert('people', [{ _id: 'p', tags: '1' }])
    const later = store.begin()
    later.insert('people', [{ _id: 'q', phone: '2', tags: ['2', '3'] }])
    later.commit()
    expect(store.count('people', { tags: '3' })).toBe(1)
  })

  it('ends it: afterwards it does not exist', () => {
    transaction.commit()
    expect(refusalOf(() => inside())).toEqual(gone)
    expect(refusalOf(() => transaction.commit())).toEqual(gone)
  })
})

describe('an abort', () => {
  it('leaves everything as it was, and the documents free', () => {
    set(transaction, 'a', { n: 10 })
    transaction.abort()
    expect(set(store, 'a', { n: 5 })).toEqual({ updated: 1 })
    expect(refusalOf(() => inside())).toEqual(gone)
  })

  it('may come twice', () => {
    transaction.abort()
    expect(() => transaction.abort()).not.toThrow()
  })

  it('follows by itself from any refusal', () => {
    set(transaction, 'a', { n: 10 })
    expect(() => transaction.update('notes', { _id: 'b' }, { $push: { n: 1 } }, { multi: false })).toThrow()
    expect(refusalOf(() => transaction.commit())).toEqual(gone)
    expect(set(store, 'a', { n: 5 })).toEqual({ updated: 1 })
  })
})

describe('a duplicate within a transaction', () => {
  const duplicate = (collection: string, name: string) => ({
    code: 'DATABASE_REQUEST_FAILED',
    message:
      '[FailedOperation.DuplicateWrite] multiple write errors: [{write errors: ' +
      `[{E11000 duplicate key error collection: ${collection} index: ${name}}]}, {<nil>}]`,
  })

  it('of an id is refused at once', () => {
    expect(refusalOf(() => transaction.insert('notes', [{ _id: 'a' }]))).toEqual(duplicate('notes', '_id_'))
  })

  it('of its own id is refused, too', () => {
    transaction.insert('notes', [{ _id: 'd' }])
    expect(refusalOf(() => transaction.insert('notes', [{ _id: 'd' }]))).toEqual(duplicate('notes', '_id_'))
  })

  it('of a unique key is refused at once', () => {
    store.insert('people', [{ _id: 'p', phone: '1' }])
    expect(refusalOf(() => transaction.insert('people', [{ phone: '1' }]))).toEqual(
      duplicate('people', 'phone'),
    )
    expect(refusalOf(() => transaction.commit())).toEqual(gone)
  })

  it('of a unique key within one request is refused, too', () => {
    expect(refusalOf(() => transaction.insert('people', [{ phone: '1' }, { phone: '1' }]))).toEqual(
      duplicate('people', 'phone'),
    )
  })

  it('of a unique key that was stored since is refused by the commit, of which nothing is stored', () => {
    set(transaction, 'a', { n: 10 })
    transaction.insert('people', [{ phone: '1' }])
    store.insert('people', [{ _id: 'p', phone: '1' }])
    expect(refusalOf(() => transaction.commit())).toEqual(duplicate('people', 'phone'))
    expect(outside()[0]).toEqual({ _id: 'a', n: 1 })
  })

  it('is none when a key wanders from one document to another', () => {
    store.insert('people', [
      { _id: 'p', phone: '1' },
      { _id: 'q', phone: '2' },
    ])
    const swap = store.begin()
    const call = (id: string, phone: string) =>
      swap.update('people', { _id: id }, { $set: { phone } }, { multi: false })
    call('p', '3')
    call('q', '1')
    call('p', '2')
    swap.commit()
    expect(documents(store.find('people', { filter: {}, sort: { _id: 1 } }))).toEqual([
      { _id: 'p', phone: '2' },
      { _id: 'q', phone: '1' },
    ])
  })
})

describe('what an index cannot take is refused at once', () => {
  it('where it must be geometry', () => {
    expect(refusalOf(() => transaction.insert('places', [{ at: 'nowhere' }])).message).toContain(
      "Can't extract geo keys",
    )
  })

  it('where it would have to be unique, element by element', () => {
    expect(refusalOf(() => transaction.insert('people', [{ phone: ['1', '2'] }])).message).toContain(
      'cannot keep the elements of a list unique',
    )
  })
})

describe('the number of open transactions', () => {
  it('is bounded; one more must wait until one ends', async () => {
    const others = Array.from({ length: MOST_OPEN_TRANSACTIONS - 1 }, () => store.begin())
    const waiting = waitOf(() => store.begin())
    expect(waiting.refusal.message).toContain('at most 32 transactions')
    others[7]?.abort()
    await waiting.until
    expect(documents(store.begin().find('notes', { filter: { _id: 'a' } }))).toEqual([{ _id: 'a', n: 1 }])
  })

  it('does not grow with the number of transactions: their connections serve again', () => {
    for (let round = 1; round <= 3 * MOST_OPEN_TRANSACTIONS; round += 1) {
      const one = store.begin()
      set(one, 'a', { n: round })
      one.commit()
    }
    expect(outside()[0]).toEqual({ _id: 'a', n: 3 * MOST_OPEN_TRANSACTIONS })
  })
})

describe('closing the store', () => {
  it('aborts what is open, and leaves nothing in the log of SQLite', () => {
    const directory = temporaryDirectory()
    const closing = temporaryStore({ notes: {} }, directory)
    closing.begin().insert('notes', [{ _id: 'a' }])
    closing.insert('notes', [{ _id: 'b' }])
    close(closing)
    expect(statSync(join(directory, 'database.sqlite-wal')).size).toBe(0)
    expect(temporaryStore({ notes: {} }, directory).find('notes', { filter: {} })).toEqual(['{"_id":"b"}'])
  })
})
