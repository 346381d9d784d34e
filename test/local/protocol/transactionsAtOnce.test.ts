import type { TestCloud } from '../testCloud'
import { goneText } from '../transactionTexts'
import { conflict, leaveTwoNotes, startCloudWithNotes, storedNotes } from './twoNotes'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startCloudWithNotes()
})
beforeEach(() => leaveTwoNotes(cloud))
afterAll(() => cloud.dispose())

const stored = () => storedNotes(cloud)

describe('a second request beside one of the same transaction', () => {
  const busy = /-501001 resource system error\. \[ResourceUnavailable\.TransactionBusy\] Transaction is busy$/

  it('is refused, every time', async () => {
    const outcomes = (await cloud.run(async ({ db }) => {
      const rounds: string[][] = []
      for (let round = 0; round < 50; round += 1) {
        const transaction = await db.startTransaction()
        const notes = transaction.collection('notes')
        const both = await Promise.allSettled([
          notes.doc('a').get(),
          notes.doc('b').update({ data: { n: round } }),
        ])
        rounds.push(both.map((one) => (one.status === 'fulfilled' ? 'done' : (one.reason as Error).message)))
        await transaction.rollback()
      }
      return rounds
    })) as string[][]
    expect(outcomes).toHaveLength(50)
    for (const outcome of outcomes) expect(outcome.sort()).toEqual([expect.stringMatching(busy), 'done'])
  })

  it('is refused also beside the commit', async () => {
    const outcome = await cloud.run(async ({ db }) => {
      const transaction = await db.startTransaction()
      await transaction
        .collection('notes')
        .doc('a')
        .update({ data: { n: 5 } })
      const both = await Promise.allSettled([
        transaction.collection('notes').doc('b').get(),
        transaction.commit(),
      ])
      await transaction.rollback().catch(() => undefined)
      return both.filter(({ status }) => status === 'rejected').length
    })
    expect(outcome).toBe(1)
  })

  it('is never seen where requests follow one another, whatever else goes on', async () => {
    const count = await cloud.run(async ({ db, _ }) => {
      const oneAfterAnother = async (id: string) => {
        const transaction = await db.startTransaction()
        for (let step = 0; step < 40; step += 1) {
          await transaction
            .collection('notes')
            .doc(id)
            .update({ data: { n: _.inc(1) } })
        }
        await transaction.commit()
      }
      const others = Array.from({ length: 40 }, () => db.collection('notes').count())
      await Promise.all([oneAfterAnother('a'), oneAfterAnother('b'), ...others])
      return (await db.collection('notes').orderBy('_id', 'asc').get()).data.map(({ n }) => n)
    })
    expect(count).toEqual([41, 42])
  })
})

describe('a write outside', () => {
  it('waits for the transaction that has written the document', async () => {
    const order = await cloud.run(async ({ db, _ }) => {
      const happened: string[] = []
      const transaction = await db.startTransaction()
      await transaction
        .collection('notes')
        .doc('a')
        .update({ data: { n: 10 } })
      const writing = db
        .collection('notes')
        .doc('a')
        .update({ data: { n: _.inc(1) } })
        .then(() => happened.push('written outside'))
      await db
        .collection('notes')
        .doc('b')
        .update({ data: { n: 3 } })
      await transaction.collection('notes').doc('a').get()
      happened.push('committing')
      await transaction.commit()
      await writing
      return happened
    })
    expect(order).toEqual(['committing', 'written outside'])
    expect(await stored()).toContainEqual({ _id: 'a', n: 11 })
  })

  it('that would wait too long is a conflict: such as one by the transaction itself', async () => {
    const impatient = await startCloudWithNotes({ transactions: { patienceMs: 300 } })
    const message = await impatient.run(({ db }) =>
      db
        .runTransaction(async (transaction) => {
          const notes = transaction.collection('notes')
          await notes.add({ data: { _id: 'a', n: 10 } })
          await db.collection('notes').add({ data: { _id: 'a', n: 11 } })
        })
        .catch((error: unknown) => (error as Error).message),
    )
    expect(message).toBe(`collection.add:fail ${conflict}`)
    await impatient.dispose()
  })
})

describe('a transaction that nobody ends', () => {
  it('does not exist after its time, and its documents are free', async () => {
    const forgetful = await startCloudWithNotes({ transactions: { lifetimeMs: 1_000 } })
    const refusal = await forgetful.run(async ({ db }) => {
      const transaction = await db.startTransaction()
      await transaction.collection('notes').add({ data: { _id: 'a', by: 'transaction' } })
      await db.collection('notes').add({ data: { _id: 'a', by: 'whoever waited' } })
      return transaction.commit().catch((error: unknown) => {
        const { code, message } = error as { code: string; message: string }
        return [code, message]
      })
    })
    expect(refusal).toEqual(['DATABASE_TRANSACTION_FAIL', expect.stringContaining(goneText)])
    expect(await forgetful.run(({ db }) => db.collection('notes').doc('a').get())).toMatchObject({
      data: { by: 'whoever waited' },
    })
    await forgetful.dispose()
  })
})

describe('more transactions at once than the cloud keeps open', () => {
  it('wait for one another', async () => {
    await cloud.run(({ db }) => {
      const adding = (number: number) =>
        db.runTransaction((transaction) =>
          transaction.collection('notes').add({ data: { _id: `t${number}`, n: number } }),
        )
      return Promise.all(Array.from({ length: 80 }, (_none, number) => adding(number)))
    })
    expect(await cloud.run(({ db }) => db.collection('notes').count())).toMatchObject({ total: 82 })
  })
})
