import { isDeepStrictEqual } from 'node:util'
import { ok } from '@contract/action'
import { addDays, type Day } from '@contract/calendar'
import type { CaseKind } from '@contract/cases'
import type { At } from '@contract/roles'
import { now as clock } from '@kernel/clock'
import { collection, command } from '@kernel/cloud'
import { caseCounts } from '@kernel/counts/countCases'
import {
  countsId,
  endedWith,
  firstDayCounted,
  newCounts,
  NOW,
  plusAt,
  type CountsDocument,
} from '@kernel/counts/countRules'
import { inTransaction } from '@kernel/transaction'

/** How far a night's recount has come. */
export interface Recount {
  /** The day that has begun; what was open is noted with the day before. */
  today: Day
  /** The last place recounted; null before the first. */
  after: string | null
  /** What was not counted as it was, cases and places. */
  mended: { cases: number; places: number }
  done: boolean
}

export const startOf = (today: Day): Recount => ({
  today,
  after: null,
  mended: { cases: 0, places: 0 },
  done: false,
})

const cases = collection('cases')

/** One place more; first of all what no place counts. */
export async function recountNext(progress: Recount): Promise<Recount> {
  if (progress.after === null) {
    // `now` stands behind every day.
    await caseCounts.where({ day: command.lt(firstDayCounted(progress.today)) }).remove()
    const overlooked = await countAgain({ 'counted.openIn': null, 'todo.urgency': command.gte(0) })
    return { ...progress, after: '', mended: { cases: overlooked, places: 0 } }
  }
  const { data } = await caseCounts
    .where({ day: NOW, _id: command.gt(progress.after) })
    .orderBy('_id', 'asc')
    .limit(1)
    .get()
  const [next] = data
  if (!next) return ended(progress)
  const overlooked = await countAgain({ 'counted.openIn': next._id, 'todo.urgency': null })
  const isMended = await recountPlace(next, addDays(progress.today, -1))
  const mended = {
    cases: progress.mended.cases + overlooked,
    places: progress.mended.places + (isMended ? 1 : 0),
  }
  return { ...progress, after: next._id, mended }
}

/** Says so where anything was not as it must be. */
function ended(progress: Recount): Recount {
  const { cases: some, places } = progress.mended
  if (some + places > 0)
    console.log(JSON.stringify({ action: 'recount', outcome: 'mended', cases: some, places }))
  return { ...progress, done: true }
}

/** Has cases counted that nobody has said were changed: the next minute does it. Answers how many. */
async function countAgain(those: Record<string, unknown>): Promise<number> {
  const { stats } = await cases
    .where({ ...those, uncounted: null, deletion: null })
    .update({ data: { uncounted: clock() } })
  return stats.updated
}

/**
 * Sums up anew what is counted as open in a place, and keeps it with the day that has ended. Nothing is written where somebody
 * has counted meanwhile: then the next night does. Answers whether the sums had to be mended.
 */
async function recountPlace(seen: CountsDocument, day: Day): Promise<boolean> {
  const sums = await openIn(seen._id)
  const isWrong = !isDeepStrictEqual(sums, { total: seen.total, below: seen.below })
  const written = await inTransaction(async (transaction) => {
    const counts = transaction.collection<CountsDocument>('caseCounts')
    const { data: current } = await counts.doc(seen._id).get()
    if (current?.version !== seen.version) return ok(false)
    const id = countsId(seen._id, day)
    const ofDay = (await counts.doc(id).get()).data ?? newCounts(id, seen.at, day)
    const write = ({ _id, ...document }: CountsDocument) =>
      counts.doc(_id).set({ data: { ...document, version: document.version + 1 } })
    await write(endedWith(ofDay, sums))
    if (isWrong) await write({ ...seen, ...sums })
    return ok(isWrong)
  })
  return written.ok && written.data
}

/** More kinds in more units than a community has. */
const GROUPS_AT_MOST = 20_000

interface Group {
  kind: CaseKind
  at: At
  waits: boolean
}

async function openIn(place: string): Promise<Pick<CountsDocument, 'total' | 'below'>> {
  const $ = command.aggregate
  const { list } = await cases
    .aggregate()
    .match({ 'counted.openIn': place })
    .group({ _id: { kind: '$kind', at: '$counted.at', waits: '$counted.waits' }, number: $.sum(1) })
    .limit(GROUPS_AT_MOST)
    .end()
  return list.reduce<Pick<CountsDocument, 'total' | 'below'>>(
    (sums, { _id, number }) => {
      const { kind, at, waits } = _id as Group
      const open = plusAt(sums, at, kind, 'open', Number(number))
      return waits ? plusAt(open, at, kind, 'waiting', Number(number)) : open
    },
    { total: {}, below: {} },
  )
}
