import type { EditionKind } from '@contract/editions'
import { editions, type EditionOf } from '@kernel/assessment/editionDocuments'
import { forgetRulings } from '@kernel/assessment/inForce'
import { runs, type RunDocument } from '@kernel/assessment/runDocuments'
import { now as clock } from '@kernel/clock'
import { command } from '@kernel/cloud'
import { logBug } from '@kernel/serve'
import { endRun } from './endRun'
import { forecastPage, rulingWith } from './forecastPage'
import { counted, type Looked } from './lookedAt'
import { noteRun } from './noteRun'
import { countSwept, isOver, readPage } from './pages'
import { reassessPage } from './reassessPage'
import { rulingsOf } from './rulings'
import { FORGOTTEN_AFTER_MS, scopeOf } from './runScope'

const AT_ONCE = 20

/** Of codes that lead to nobody, after so many it is noted where a run is. */
const NOTED_AT_LEAST = 20

/** Goes on with the runs that are due, whichever has waited longest first, until then. */
export async function continueDueRuns(until: Date): Promise<void> {
  const { data } = await runs
    .where({ status: command.in(['waiting', 'running']), turnAt: command.lte(clock()) })
    .orderBy('turnAt', 'asc')
    .limit(AT_ONCE)
    .get()
  for (const run of data) {
    if (clock() >= until) return
    // One that fails is tried again every minute, and must not keep the others from their turn.
    await continueRun(run, until).catch(logBug)
  }
}

/**
 * Goes on with one run until it has seen everything or time is up. It may end anywhere, and another may do the same beside
 * it: what has not been noted is looked at once more, and what has been done already is not done again.
 */
export async function continueRun(found: RunDocument, until: Date): Promise<void> {
  // What is in force may have changed this second.
  forgetRulings()
  const edition = found.purpose === 'forecast' || found.status === 'waiting' ? await editionOf(found) : null
  if (found.purpose === 'forecast' && edition?.status !== 'proposed') {
    await endRun(found)
    return
  }
  let run = found.status === 'waiting' && edition ? await begin(found, edition) : found
  const look = lookerFor(run, edition)
  while (run && clock() < until) run = isOver(run) ? await endSweep(run) : await goOn(run, look, until)
}

type Page = Awaited<ReturnType<typeof readPage>>['page']
type Look = (run: RunDocument, page: Page, until: Date) => Promise<Looked>

const lookerFor = (run: RunDocument | null, edition: EditionOf[EditionKind] | null): Look => {
  const now = clock()
  if (run?.purpose === 'forecast' && edition) {
    const rulings = rulingsOf(now, rulingWith(edition))
    return (current, page) => forecastPage(current, page, rulings, now)
  }
  const rulings = rulingsOf(now)
  return (current, page, until) => reassessPage(current, page, rulings, until)
}

const editionOf = async ({ kind, edition }: RunDocument): Promise<EditionOf[EditionKind] | null> =>
  (await editions(kind).doc(edition).get()).data

async function begin(run: RunDocument, edition: EditionOf[EditionKind]): Promise<RunDocument | null> {
  const now = clock()
  const scope = await scopeOf(run, edition, now)
  const total = await countSwept({ ...run, ...scope })
  return noteRun(run, { ...scope, total, status: 'running', sweep: 1, sweptFrom: now, beganAt: now })
}

/** One page, or as much of it as there is time for, and where that leads. Null when somebody else goes on with this run. */
async function goOn(run: RunDocument, look: Look, until: Date): Promise<RunDocument | null> {
  const sweptFrom = run.sweptFrom ?? clock()
  const { page, next } = await readPage(run)
  const looked = await look(run, page, until)
  const position = looked.seen < page.length ? behind(run, page[looked.seen - 1]) : next
  const seen = run.seen + (run.sweep === 1 ? looked.seen : 0)
  const progress = { ...position, sweptFrom, seen, ...counted(run, looked.changed) }
  // Most codes that lead to nobody are passed again sooner than noted; but never so many that a slice gets no further.
  const isWorthNoting = page.length > 0 || next.step % NOTED_AT_LEAST === 0 || isOver({ ...run, ...next })
  return isWorthNoting ? noteRun(run, progress) : { ...run, ...progress }
}

const behind = ({ step, after }: RunDocument, last: Page[number] | undefined) =>
  last ? { step, after: { openedAt: last.openedAt, id: last._id } } : { step, after }

/**
 * Instances that remembered what was in force before may have assessed by it until two minutes later: the sweep that was
 * begun after that is the last one.
 */
async function endSweep(run: RunDocument): Promise<RunDocument | null> {
  const settledAt = new Date(run.startsAt.getTime() + FORGOTTEN_AFTER_MS)
  const isLast =
    run.purpose === 'forecast' || run.codes?.length === 0 || (run.sweptFrom ?? clock()) >= settledAt
  if (isLast) return endRun(run)
  const turnAt = settledAt > clock() ? settledAt : clock()
  const again = await noteRun(run, { sweep: run.sweep + 1, sweptFrom: null, step: 0, after: null, turnAt })
  return turnAt > clock() ? null : again
}
