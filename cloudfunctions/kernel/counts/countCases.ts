import { ok, type Result } from '@contract/action'
import { dayOf } from '@contract/calendar'
import { now as clock } from '../clock'
import { collection, command } from '../cloud'
import { logBug } from '../serve'
import { inTransaction, type Transaction } from '../transaction'
import {
  countedAs,
  countsAfter,
  countsTouched,
  type Countable,
  type CountsDocument,
  type Recounting,
} from './countRules'

/** What counting reads of a case that is to be counted. */
type CountableCase = Countable & { _id: string; uncounted: Date }

/** Requests of a transaction follow one another, and whoever changes one of its cases waits for it. */
const AT_ONCE = 20

/** As many as one request answers. */
const MANY = 1000

/** For reading: {@link countsAfter} says what is written. */
export const caseCounts = collection<CountsDocument>('caseCounts')

const light = { body: false, history: false } as const

const LONG_AGO = new Date(0)

/** What is to be counted, those that have waited longest first. */
const uncountedAfter = (after: Date): Promise<{ data: CountableCase[] }> =>
  collection<CountableCase>('cases')
    .where({ uncounted: command.gt(after) })
    .orderBy('uncounted', 'asc')
    .limit(MANY)
    .field(light)
    .get()

/**
 * Counts at most {@link AT_ONCE} cases as what they are now: they and the counts change together, so that whoever is killed
 * has counted nothing, and whoever comes second finds nothing to count. Or `changedMeanwhile`, where others kept coming first.
 */
const countSome = (ids: readonly string[]): Promise<Result<null>> =>
  inTransaction(async (transaction) => {
    const recountings = await recountingsOf(transaction, ids)
    if (recountings.length > 0) await writeCounts(transaction, recountings)
    const cases = transaction.collection<CountableCase>('cases')
    for (const { _id, after } of recountings)
      await cases.doc(_id).update({ data: { counted: command.set(after), uncounted: command.remove() } })
    return ok(null)
  })

async function recountingsOf(
  transaction: Transaction,
  ids: readonly string[],
): Promise<(Recounting & { _id: string })[]> {
  const { data } = await transaction
    .collection<CountableCase>('cases')
    .where({ _id: command.in([...ids]), uncounted: command.gt(LONG_AGO) })
    .limit(AT_ONCE)
    .field(light)
    .get()
  return data.map(({ _id, uncounted, ...one }) => ({
    _id,
    kind: one.kind,
    before: one.counted ?? null,
    after: countedAs(one, uncounted),
  }))
}

async function writeCounts(transaction: Transaction, recountings: readonly Recounting[]): Promise<void> {
  const counts = transaction.collection<CountsDocument>('caseCounts')
  const { data: stored } = await counts
    .where({ _id: command.in(countsTouched(recountings)) })
    .limit(MANY)
    .get()
  for (const { _id, ...document } of countsAfter(stored, recountings, dayOf(clock())))
    await counts.doc(_id).set({ data: document })
}

const slicesOf = (ids: readonly string[]): (readonly string[])[] =>
  Array.from({ length: Math.ceil(ids.length / AT_ONCE) }, (_, n) => ids.slice(n * AT_ONCE, (n + 1) * AT_ONCE))

/** Throws when others have kept changing them: whoever needs them counted tries again. */
export async function countAll(ids: readonly string[]): Promise<void> {
  for (const some of slicesOf(ids))
    if (!(await countSome(some)).ok) throw new Error('cases could not be counted: others were quicker')
}

/**
 * Counts whatever is to be counted, until then. It may end anywhere, and two may do it at once. What cannot be counted now is
 * tried again the next time, and does not keep the others waiting.
 */
export async function countDue(until: Date): Promise<void> {
  let after = LONG_AGO
  while (clock() < until) {
    const { data } = await uncountedAfter(after)
    for (const some of slicesOf(data.map(({ _id }) => _id))) {
      if (clock() >= until) return
      await countSome(some).catch(logBug)
    }
    const last = data[MANY - 1]
    if (!last) return
    after = last.uncounted
  }
}
