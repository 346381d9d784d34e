import { OpenTransactions } from '../../../local/protocol/openTransactions'
import type { Documents } from '../../../local/store'
import { removeTemporaryStores, temporaryStore } from '../store/temporaryStore'
import { busyText } from '../transactionTexts'

afterEach(removeTemporaryStores)

const busy = { code: 'DATABASE_TRANSACTION_FAIL', message: busyText }

const begun = async () => {
  const transactions = new OpenTransactions(temporaryStore({ notes: {} }))
  const id = await transactions.begin()
  const count = (documents: Documents) => documents.find('notes', { filter: {} }).length
  /** A request that arrives now. */
  const ask = (sentAt?: Date) => transactions.run(id, { now: new Date(), sentAt }, count)
  return { transactions, id, ask }
}

describe('a request of a transaction', () => {
  it('that arrives while another is under way is refused', async () => {
    const { transactions, id, ask } = await begun()
    const request = { now: new Date(), sentAt: undefined }
    const { second } = await transactions.run(id, request, () => ({
      second: ask().catch((refusal: unknown) => refusal),
    }))
    expect(await second).toMatchObject(busy)
  })

  it('that was sent before the last one had arrived is refused, however late it comes', async () => {
    const { ask } = await begun()
    for (let round = 0; round < 20; round += 1) {
      const sentAt = new Date()
      await ask(sentAt)
      await expect(ask(sentAt)).rejects.toMatchObject(busy)
    }
  })

  it('that was sent after the last one was answered is not refused, however soon it comes', async () => {
    const { ask } = await begun()
    for (let round = 0; round < 20; round += 1) expect(await ask(new Date())).toBe(0)
  })

  it('that does not say when it was sent is refused only while another is under way', async () => {
    const { ask } = await begun()
    await ask()
    expect(await ask()).toBe(0)
  })

  it('is under way no longer when it was refused', async () => {
    const { transactions, id, ask } = await begun()
    const refused = transactions.run(id, { now: new Date(), sentAt: undefined }, () => {
      throw new Error('a bug')
    })
    await expect(refused).rejects.toThrow('a bug')
    expect(await ask()).toBe(0)
  })

  it('to abort it is always taken', async () => {
    const { transactions, id, ask } = await begun()
    const underWay = ask()
    transactions.abort(id)
    expect(await underWay).toBe(0)
    await expect(async () => ask()).rejects.toThrow('TransactionNotExist')
  })
})

describe('stopping', () => {
  it('aborts what is open, and lets writes go on that wait for it', async () => {
    const store = temporaryStore({ notes: {} })
    const transactions = new OpenTransactions(store)
    const id = await transactions.begin()
    const request = { now: new Date(), sentAt: undefined }
    await transactions.run(id, request, (documents) => documents.insert('notes', [{ _id: 'a', by: 1 }]))
    const waiting = transactions.run(undefined, request, (documents) =>
      documents.insert('notes', [{ _id: 'a', by: 2 }]),
    )
    transactions.stop()
    expect(await waiting).toEqual(['a'])
    expect(store.find('notes', { filter: {} })).toEqual(['{"_id":"a","by":2}'])
  })
})
