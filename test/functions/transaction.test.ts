import { rmSync } from 'node:fs'
import type { refused } from '@contract/action'
import type { inTransaction } from '@kernel/transaction'
import type { Sdk } from '../local/sdk'
import { startTestCloud, type TestCloud } from '../local/testCloud'
import { functionOf } from './support/program'

/** A function that runs what a test sends it, as the fixture of the same name does, with the kernel at hand. */
const program = `
  import cloud from 'wx-server-sdk'
  import { ok, refused } from '@contract/action'
  import { inTransaction } from '@kernel/transaction'
  const db = cloud.database()
  export const main = async ({ program, input }) => {
    try {
      const run = (0, eval)('(' + program + ')')
      return { value: await run({ db, _: db.command, inTransaction, ok, refused }, input) }
    } catch (error) {
      return { error: { errCode: error.errCode, code: error.code, message: error.message } }
    }
  }`

interface Kit extends Pick<Sdk, 'db' | '_'> {
  inTransaction: typeof inTransaction
  ok: (data: unknown) => { ok: true; data: unknown }
  refused: typeof refused
}

let functions: string
let cloud: TestCloud
beforeAll(async () => {
  functions = functionOf('program', program)
  cloud = await startTestCloud({
    functions,
    database: { collections: { staff: {}, places: {} } },
    transactions: { patienceMs: 300 },
  })
})
afterAll(async () => {
  await cloud.dispose()
  rmSync(functions, { recursive: true })
})

beforeEach(() =>
  run(async ({ db, _ }) => {
    await db
      .collection('staff')
      .where({ _id: _.exists(true) })
      .remove()
    await db
      .collection('places')
      .where({ _id: _.exists(true) })
      .remove()
    await db.collection('staff').add({ data: { _id: 'a', n: 0 } })
  }),
)

const run = (work: (kit: Kit) => unknown) => cloud.run(work as unknown as (sdk: Sdk) => unknown)

const stored = async () => {
  const found = (await run(({ db }) => db.collection('staff').where({}).get())) as { data: unknown[] }
  return found.data
}

describe('what is done in a transaction', () => {
  it('is stored all together, and its result is answered', async () => {
    const result = await run(({ inTransaction, ok }) =>
      inTransaction(async (transaction) => {
        const staff = transaction.collection<{ _id: string; n: number }>('staff')
        const { data } = await staff.doc('a').get()
        await staff.add({ data: { _id: 'b', n: 1 } })
        await staff.doc('a').set({ data: { n: 5 } })
        await staff.doc('c').set({ data: { n: 6 } })
        await staff.doc('b').update({ data: { n: 7 } })
        await staff.doc('c').remove()
        const { data: found } = await staff.where({}).orderBy('n', 'asc').limit(9).get()
        return ok([data, found.length])
      }),
    )
    expect(result).toEqual({ ok: true, data: [{ _id: 'a', n: 0 }, 2] })
    expect(await stored()).toEqual([
      { _id: 'a', n: 5 },
      { _id: 'b', n: 7 },
    ])
  })

  it('is undone by a refusal, which is answered', async () => {
    const result = await run(({ inTransaction, refused }) =>
      inTransaction(async (transaction) => {
        await transaction
          .collection('staff')
          .doc('a')
          .update({ data: { n: 1 } })
        return refused('notFound', 'there is none')
      }),
    )
    expect(result).toEqual({ ok: false, error: { code: 'notFound', message: 'there is none' } })
    expect(await stored()).toEqual([{ _id: 'a', n: 0 }])
  })

  it('is undone by a bug, which is thrown on', async () => {
    const working = run(({ inTransaction }) =>
      inTransaction(async (transaction) => {
        await transaction
          .collection('staff')
          .doc('a')
          .update({ data: { n: 1 } })
        throw new Error('a bug')
      }),
    )
    await expect(working).rejects.toThrow('a bug')
    expect(await stored()).toEqual([{ _id: 'a', n: 0 }])
  })

  it('is undone by a refusal of the database, which is thrown on and not tried again', async () => {
    const outcome = await run(async ({ inTransaction, ok }) => {
      let runs = 0
      const working = inTransaction(async (transaction) => {
        runs += 1
        await transaction.collection('places').add({ data: { _id: 'p' } })
        await transaction.collection('staff').add({ data: { _id: 'a' } })
        return ok(null)
      })
      return [await working.catch((error: unknown) => (error as Error).message), runs]
    })
    expect(outcome).toEqual([expect.stringContaining('E11000'), 1])
    expect(await run(({ db }) => db.collection('places').count())).toMatchObject({ total: 0 })
  })
})

describe('a conflict', () => {
  it('makes the work run again, on what is stored then', async () => {
    const result = await run(async ({ db, _, inTransaction, ok }) => {
      const seen: unknown[] = []
      await inTransaction(async (transaction) => {
        const a = transaction.collection<{ _id: string; n: number }>('staff').doc('a')
        const { data } = await a.get()
        seen.push(data?.n)
        if (seen.length < 3)
          await db
            .collection('staff')
            .doc('a')
            .update({ data: { n: _.inc(10) } })
        await a.update({ data: { n: (data?.n ?? 0) + 1 } })
        return ok(null)
      })
      return seen
    })
    expect(result).toEqual([0, 10, 20])
    expect(await stored()).toEqual([{ _id: 'a', n: 21 }])
  })

  it('each time is in the end a refusal', async () => {
    const outcome = await run(async ({ db, _, inTransaction, ok }) => {
      let runs = 0
      const result = await inTransaction(async (transaction) => {
        runs += 1
        await db
          .collection('staff')
          .doc('a')
          .update({ data: { n: _.inc(10) } })
        await transaction
          .collection('staff')
          .doc('a')
          .update({ data: { n: -1 } })
        return ok(null)
      })
      return [result, runs]
    })
    expect(outcome).toMatchObject([{ ok: false, error: { code: 'changedMeanwhile' } }, 5])
    expect(await stored()).toEqual([{ _id: 'a', n: 50 }])
  })

  it('of several who count at once loses no count', async () => {
    const count = () =>
      run(({ inTransaction, ok }) =>
        inTransaction(async (transaction) => {
          const a = transaction.collection<{ _id: string; n: number }>('staff').doc('a')
          const { data } = await a.get()
          await a.update({ data: { n: (data?.n ?? 0) + 1 } })
          return ok(null)
        }),
      )
    const results = await Promise.all([count(), count(), count()])
    const done = results.filter((result) => (result as { ok: boolean }).ok).length
    expect(done).toBeGreaterThan(0)
    expect(await stored()).toEqual([{ _id: 'a', n: done }])
  })
})
