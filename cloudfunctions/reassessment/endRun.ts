import { runId } from '@kernel/assessment/newRun'
import { affected, type RunDocument } from '@kernel/assessment/runDocuments'
import { now as clock } from '@kernel/clock'
import { noteRun } from './noteRun'
import { tellGridWorkers } from './tellGridWorkers'

/** How long after an edition has done its work one can still see whom it was expected to change. */
const ROWS_KEPT_MS = 7 * 86_400_000

/** Of two who end a run only one tells the staff. */
export async function endRun(run: RunDocument): Promise<void> {
  const now = clock()
  const ended = await noteRun(run, { status: 'done', endedAt: now })
  if (!ended || run.purpose === 'forecast') return
  const removeAt = new Date(now.getTime() + ROWS_KEPT_MS)
  await affected.where({ run: runId('forecast', run.edition) }).update({ data: { removeAt } })
  await tellGridWorkers(ended)
}
