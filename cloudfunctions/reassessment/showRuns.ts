import { ok } from '@contract/action'
import type { reassessmentActions, Run } from '@contract/reassessment'
import { runs, type RunDocument } from '@kernel/assessment/runDocuments'
import { now as clock } from '@kernel/clock'
import { noSuch } from '@kernel/deciders'
import type { UseCase } from '@kernel/serve'
import { continueRun } from './continueRuns'

/** A phone waits no longer. */
const WHILE_ASKED_MS = 6_000

/** How far the runs of an edition are. A forecast is gone on with meanwhile; what changes cases is left to the timer. */
export const showRuns: UseCase<typeof reassessmentActions.runs> = async (on) => {
  const found = await runsOf(on)
  if (found.length === 0) return noSuch('edition')
  const forecast = found.find(({ purpose, status }) => purpose === 'forecast' && status !== 'done')
  if (!forecast) return ok(found.map(runView))
  await continueRun(forecast, new Date(clock().getTime() + WHILE_ASKED_MS))
  return ok((await runsOf(on)).map(runView))
}

/** The forecast first. */
async function runsOf({ place, edition }: { place: string; edition: string }): Promise<RunDocument[]> {
  const { data } = await runs.where({ edition }).get()
  return data.filter((run) => run.place.id === place).sort((a, b) => (a.purpose < b.purpose ? -1 : 1))
}

const runView = (run: RunDocument): Run => ({
  edition: run.edition,
  kind: run.kind,
  purpose: run.purpose,
  status: run.status,
  seen: run.seen,
  changed: run.changed,
  total: run.total,
  communities: Object.entries(run.numbers)
    .map(([id, { name, numbers }]) => ({ community: { id, name }, numbers }))
    .sort((a, b) => (a.community.id < b.community.id ? -1 : 1)),
  beganAt: run.beganAt?.toISOString() ?? null,
  endedAt: run.endedAt?.toISOString() ?? null,
})
