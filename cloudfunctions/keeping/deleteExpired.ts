import { randomUUID } from 'node:crypto'
import { now as clock } from '@kernel/clock'
import { beginBatch, finishBatch, latestBatch, type Choice } from '@kernel/deletion/batches'
import { certify, isCertified } from '@kernel/deletion/certifying'
import { runs, type RunDocument } from '@kernel/deletion/deletionDocuments'
import { forgetTallies } from '@kernel/lookTally'
import { chooseDue } from './chooseDue'
import { forgetReports } from './forgetReports'
import { forgetVouchers } from './forgetVouchers'
import { removeExports } from './removeExports'
import { forgetHolds, settleHolds } from './settleHolds'

/** WeChat ends the function after a minute; what is not finished by then goes on ten minutes later. */
const WORKING_MILLISECONDS = 35_000

const OPEN_AT_MOST = 20

/** No call lasts longer. */
const CALL_MILLISECONDS = 60_000

/**
 * Deletes what is past its period, what an ended outbreak leaves, and what somebody's wish has begun to delete. Killed
 * anywhere, the next one goes on from there.
 */
export async function deleteExpired(now: Date): Promise<void> {
  const until = now.getTime() + WORKING_MILLISECONDS
  await removeExports(now)
  await forgetTallies(now)
  await settleHolds(now)
  await forgetHolds(now)
  await forgetReports(now)
  await forgetVouchers(now)
  const { data: open } = await runs.where({ endedAt: null }).limit(OPEN_AT_MOST).get()
  for (const run of open) {
    if (isUnderWay(run, now)) continue
    if (await isCertified(run)) await certify(run, now)
    else if (!(await goOn(run, until))) return
  }
  if (open.some(({ by }) => by === 'timer')) return
  const choice = await chooseDue(now)
  if (!choice) return
  const run: RunDocument = { _id: randomUUID(), by: 'timer', startedAt: now, endedAt: null }
  await runs.add({ data: run })
  await beginBatch(run._id, 0, choice)
  await goOn(run, until)
}

/** Somebody's own call may still be at it: what it has not begun yet must not be taken for nothing. */
const isUnderWay = ({ by, startedAt }: RunDocument, now: Date): boolean =>
  by === 'person' && now.getTime() - startedAt.getTime() < CALL_MILLISECONDS

/** Goes on with a run until it is over; false when the time was. */
async function goOn(run: RunDocument, until: number): Promise<boolean> {
  while (clock().getTime() < until) {
    const batch = await latestBatch(run._id)
    if (batch) await finishBatch(batch, run)
    const next = (batch?.n ?? -1) + 1
    const choice: Choice | null = run.by === 'timer' ? await chooseDue(run.startedAt) : null
    if (choice) await beginBatch(run._id, next, choice)
    // What was due may have been taken by another call, as the next batch of this run.
    else if (((await latestBatch(run._id))?.n ?? -1) < next) {
      await certify(run, clock())
      return true
    }
  }
  return false
}
