import type { Document, Store, Transaction } from '../../../local/store'
import { conflictText } from '../transactionTexts'
import { documents, refusalOf, removeTemporaryStores, temporaryStore, waitOf } from './temporaryStore'

let store: Store
let transaction: Transaction
beforeEach(() => {
  store = temporaryStore({ notes: {} })
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

describe('a conflict', () => {
  const writes: [what: string, write: (on: Transaction) => unknown][] = [
    ['update', (on) => set(on, 'a', { n: 7 })],
    ['replace', (on) => on.replace('notes', 'a', { n: 7 })],
    ['remove', (on) => on.remove('notes', { _id: 'a' }, { multi: false })],
  ]
  it.each(writes)('arises at the %s of a document that another transaction has written', (_, write) => {
    set(store.begin(), 'a', { n: 10 })
    expect(refusalOf(() => write(transaction))).toEqual(conflict)
  })

  it.each(writes)('arises at the %s of a document that was written since', (_, write) => {
    set(store, 'a', { n: 10 })
    expect(refusalOf(() => write(transaction))).toEqual(conflict)
  })

  it('arises also where the document has become again what it was', () => {
    set(store, 'a', { n: 10 })
    set(store, 'a', { n: 1 })
    expect(refusalOf(() => set(transaction, 'a', { n: 7 }))).toEqual(conflict)
  })

  it('arises at a document that another transaction has committed since', () => {
    const other = store.begin()
    set(other, 'a', { n: 10 })
    other.commit()
    expect(refusalOf(() => set(transaction, 'a', { n: 7 }))).toEqual(conflict)
  })

  it('arises between two that insert the same id', () => {
    const other = store.begin()
    transaction.insert('notes', [{ _id: 'd' }])
    expect(refusalOf(() => other.insert('notes', [{ _id: 'd' }]))).toEqual(conflict)
  })

  it('arises where an id was inserted since', () => {
    store.insert('notes', [{ _id: 'd' }])
    expect(refusalOf(() => transaction.replace('notes', 'd', {}))).toEqual(conflict)
  })

  it('does not arise after the other has been aborted', () => {
    const other = store.begin()
    set(other, 'a', { n: 10 })
    other.abort()
    expect(set(transaction, 'a', { n: 7 })).toEqual({ updated: 1 })
  })

  it('does not arise from what was written before it began', () => {
    const early = store.begin()
    set(store, 'a', { n: 10 })
    const late = store.begin()
    expect(set(late, 'a', { n: 11 })).toEqual({ updated: 1 })
    early.abort()
  })

  it('does not arise between the ids 1 and "1"', () => {
    const other = store.begin()
    transaction.insert('notes', [{ _id: 1 }])
    expect(other.insert('notes', [{ _id: '1' }])).toEqual(['1'])
  })

  it('does not arise where each reads what the other writes: write skew is possible, as in MongoDB', () => {
    const other = store.begin()
    expect(inside({ filter: { _id: 'a' } })).toEqual([{ _id: 'a', n: 1 }])
    expect(documents(other.find('notes', { filter: { _id: 'b' } }))).toEqual([{ _id: 'b', n: 2 }])
    set(transaction, 'b', { n: 0 })
    set(other, 'a', { n: 0 })
    transaction.commit()
    other.commit()
    expect(outside().slice(0, 2)).toEqual([
      { _id: 'a', n: 0 },
      { _id: 'b', n: 0 },
    ])
  })

  it('does not arise from a document that was inserted beside what it has read', () => {
    expect(inside({ filter: { n: { $gt: 2 } } })).toHaveLength(1)
    store.insert('notes', [{ _id: 'd', n: 4 }])
    expect(set(transaction, 'c', { n: 5 })).toEqual({ updated: 1 })
    transaction.commit()
    expect(store.count('notes', { n: { $gt: 2 } })).toBe(2)
  })
})

describe('a write outside', () => {
  it('of a document that a transaction has written must wait, until that ends', async () => {
    set(transaction, 'a', { n: 10 })
    const waiting = waitOf(() => set(store, 'a', { n: 5 }))
    expect(waiting.refusal).toMatchObject(conflict)
    transaction.commit()
    await waiting.until
    expect(set(store, 'a', { n: 5 })).toEqual({ updated: 1 })
  })

  it('of many documents changes none while one of them is held', () => {
    set(transaction, 'c', { n: 10 })
    waitOf(() => store.update('notes', {}, { $inc: { n: 1 } }, { multi: true }))
    waitOf(() => store.remove('notes', {}, { multi: true }))
    expect(outside().map(({ n }) => n)).toEqual([1, 2, 3])
  })

  it('of an id that a transaction has inserted must wait', () => {
    transaction.insert('notes', [{ _id: 'd' }])
    waitOf(() => store.insert('notes', [{ _id: 'd' }]))
  })

  it('of other documents does not wait', () => {
    set(transaction, 'a', { n: 10 })
    expect(set(store, 'b', { n: 5 })).toEqual({ updated: 1 })
  })
})
