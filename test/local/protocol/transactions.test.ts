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

describe('within a transaction', () => {
  it('documents are read, added, set, updated and removed, and are there after the commit', async () => {
    const answers = await cloud.run(({ db, _ }) =>
      db.runTransaction(async (transaction) => {
        const notes = transaction.collection('notes')
        const added = await notes.add({ data: { _id: 'c', n: 3 } })
        const set = await notes.doc('d').set({ data: { n: 4 } })
        const replaced = await notes.doc('a').set({ data: { n: 10 } })
        const updated = await notes.doc('a').update({ data: { n: _.inc(1) } })
        const removed = await notes.doc('b').remove()
        const read = await notes.doc('a').get()
        return [added._id, set.stats, replaced.stats, updated.stats, removed.stats, read.data]
      }),
    )
    expect(answers).toEqual([
      'c',
      // The SDK reads `created` from a field that is not there within a transaction.
      { updated: 0, created: 0 },
      { updated: 1, created: 0 },
      { updated: 1 },
      { removed: 1 },
      { _id: 'a', n: 11 },
    ])
    expect(await stored()).toEqual([
      { _id: 'a', n: 11 },
      { _id: 'c', n: 3 },
      { _id: 'd', n: 4 },
    ])
  })

  it('queries see the snapshot and its own changes', async () => {
    const found = await cloud.run(({ db, _ }) =>
      db.runTransaction(async (transaction) => {
        await db.collection('notes').add({ data: { _id: 'outside', n: 7 } })
        await transaction.collection('notes').add({ data: { _id: 'inside', n: 8 } })
        const { data } = await transaction
          .collection('notes')
          .where({ n: _.gt(1) })
          .orderBy('n', 'desc')
          .get()
        return data.map(({ _id }) => _id)
      }),
    )
    expect(found).toEqual(['inside', 'b'])
  })

  it('a document that is not there is refused by the SDK, and adding it helps', async () => {
    const value = await cloud.run(({ db }) =>
      db.runTransaction(async (transaction) => {
        const reading = transaction.collection('notes').doc('z').get()
        const message = await reading.catch((error: unknown) => (error as Error).message)
        await transaction.collection('notes').add({ data: { _id: 'z' } })
        return message
      }),
    )
    expect(value).toContain('document with _id z does not exist')
    expect(await stored()).toContainEqual({ _id: 'z' })
  })

  it('a collection that nobody created is refused as outside', async () => {
    const adding = cloud.run(({ db }) =>
      db.runTransaction((transaction) => transaction.collection('nowhere').add({ data: { n: 1 } })),
    )
    await expect(adding).rejects.toMatchObject({ errCode: -502005 })
  })

  it('a duplicate is refused where it is added, as outside', async () => {
    const adding = cloud.run(({ db }) =>
      db.runTransaction(async (transaction) => {
        await transaction.collection('people').add({ data: { phone: '1' } })
        await transaction.collection('people').add({ data: { phone: '1' } })
      }),
    )
    await expect(adding).rejects.toThrow(/E11000 duplicate key error collection: people index: phone/)
    expect(await cloud.run(({ db }) => db.collection('people').count())).toMatchObject({ total: 0 })
  })

  it('what the SDK sends without the transaction runs outside of it', async () => {
    const seen = await cloud.run(({ db }) =>
      db
        .runTransaction(async (transaction) => {
          const notes = transaction.collection('notes')
          await notes.add({ data: { _id: 'c', n: 3 } })
          const { total } = await notes.where({}).count()
          const { list } = await notes.aggregate().count('total').end()
          await notes.where({ _id: 'b' }).update({ data: { n: 20 } })
          await transaction.rollback([total, list])
        })
        .catch((reason: unknown) => reason),
    )
    expect(seen).toEqual([2, [{ total: 2 }]])
    expect(await stored()).toEqual([
      { _id: 'a', n: 1 },
      { _id: 'b', n: 20 },
    ])
  })
})

describe('a rollback', () => {
  it('keeps nothing, and rejects with its reason', async () => {
    const reason = await cloud.run(({ db }) =>
      db
        .runTransaction(async (transaction) => {
          await transaction
            .collection('notes')
            .doc('a')
            .update({ data: { n: 10 } })
          await transaction.rollback({ because: 'of this' })
        })
        .catch((thrown: unknown) => thrown),
    )
    expect(reason).toEqual({ because: 'of this' })
    expect(await stored()).toContainEqual({ _id: 'a', n: 1 })
  })

  it('happens by itself when the work throws', async () => {
    const working = cloud.run(({ db }) =>
      db.runTransaction(async (transaction) => {
        await transaction
          .collection('notes')
          .doc('a')
          .update({ data: { n: 10 } })
        throw new Error('a bug')
      }),
    )
    await expect(working).rejects.toThrow('a bug')
    expect(await stored()).toContainEqual({ _id: 'a', n: 1 })
  })

  it('is accepted after a refusal, which has undone everything already', async () => {
    const refusals = await cloud.run(async ({ db }) => {
      const transaction = await db.startTransaction()
      const a = transaction.collection('notes').doc('a')
      const texts: string[] = []
      await a.update({ data: { n: 10 } })
      await transaction
        .collection('notes')
        .add({ data: { _id: 'b' } })
        .catch((error: unknown) => texts.push((error as Error).message))
      await a.update({ data: { n: 11 } }).catch((error: unknown) => texts.push((error as Error).message))
      await transaction.rollback()
      return texts
    })
    expect(refusals).toEqual([expect.stringContaining('E11000'), expect.stringContaining(goneText)])
    expect(await stored()).toContainEqual({ _id: 'a', n: 1 })
  })
})

describe('a conflict', () => {
  it('at an operation is thrown without a code, so that the SDK does not try again', async () => {
    const outcome = await cloud.run(async ({ db }) => {
      let runs = 0
      const working = db.runTransaction(async (transaction) => {
        runs += 1
        await db
          .collection('notes')
          .doc('a')
          .update({ data: { n: 10 + runs } })
        await transaction
          .collection('notes')
          .doc('a')
          .update({ data: { n: 0 } })
      })
      const error = (await working.catch((thrown: unknown) => thrown)) as { code?: string; message: string }
      return { runs, code: error.code, message: error.message }
    })
    expect(outcome).toEqual({ runs: 1, message: `document.update:fail ${conflict}` })
  })

  it('that keeps its code is tried again three times', async () => {
    const runs = await cloud.run(async ({ db }) => {
      let count = 0
      const working = db.runTransaction(async (transaction) => {
        count += 1
        await db
          .collection('notes')
          .doc('a')
          .update({ data: { n: 10 + count } })
        const updating = transaction
          .collection('notes')
          .doc('a')
          .update({ data: { n: 0 } })
        await updating.catch((error: unknown) => {
          throw Object.assign(error as Error, { code: 'DATABASE_TRANSACTION_CONFLICT' })
        })
      })
      await working.catch(() => undefined)
      return count
    })
    expect(runs).toBe(4)
  })

  it('arises between two that insert the same id', async () => {
    const message = await cloud.run(async ({ db }) => {
      const [one, other] = [await db.startTransaction(), await db.startTransaction()]
      await one.collection('notes').add({ data: { _id: 'c', by: 'one' } })
      const adding = other.collection('notes').add({ data: { _id: 'c', by: 'other' } })
      const text = await adding.then(
        () => 'added',
        (error: unknown) => (error as Error).message,
      )
      await one.commit()
      return text
    })
    expect(message).toBe(`collection.add:fail ${conflict}`)
    expect(await stored()).toContainEqual({ _id: 'c', by: 'one' })
  })
})

describe('a transaction that was committed', () => {
  it('does not exist any more', async () => {
    const message = await cloud.run(async ({ db }) => {
      const transaction = await db.startTransaction()
      await transaction.commit()
      const reading = transaction.collection('notes').doc('a').get()
      return reading.then(
        () => 'read',
        (error: unknown) => (error as Error).message,
      )
    })
    expect(message).toContain(goneText)
  })
})
