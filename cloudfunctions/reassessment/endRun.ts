import { runId } from '@kernel/assessment/newRun'
import { affected, type RunDocument } from '@kernel/assessment/runDocuments'
import { now as clock } from '@kernel/clock'
import { noteRun } from './noteRun'
import { nextToTell, tellOfTodos } from './tellGridWorkers'

/** How long after an edition has done its work one can still see whom it was expected to change. */
const ROWS_KEPT_MS = 7 * 86_400_000

/**
 * Tells the next of the staff concerned; when all have been told the run is done, and null. First it is noted who is told:
 * of two who end a run one tells them.
 */
export async function endRun(run: RunDocument): Promise<RunDocument | null> {
  const { works, left } = run.purpose === 'forecast' ? { works: [], left: {} } : await nextToTell(run.todos)
  if (works.length > 0) {
    const noted = await noteRun(run, { todos: left })
    if (noted) await tellOfTodos(run, works)
    return noted
  }
  const now = clock()
  const ended = await noteRun(run, { status: 'done', endedAt: now })
  if (!ended || run.purpose === 'forecast') return null
  const removeAt = new Date(now.getTime() + ROWS_KEPT_MS)
  await affected.where({ run: runId('forecast', run.edition) }).update({ data: { removeAt } })
  return null
}
