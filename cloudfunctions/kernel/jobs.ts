import { now } from './clock'
import { collection, command, isDuplicate } from './cloud'

/** Work on more documents than one call can look at, as stored in `jobs`: how far it has come. */
interface Job<Progress> {
  _id: string
  version: number
  progress: Progress
}

/** A phone waits no longer. */
export const WHILE_ASKED_MS = 6_000

/** Before a function's time is over. */
export const BY_TIMER_MS = 40_000

interface Walk<Progress> {
  /** Where it begins; so also when what was begun is no longer to be done. */
  start: Progress
  /** Whether what is stored can be gone on with. */
  isCurrent(stored: Progress): boolean
  /** One batch, and where it has led. It may be done twice, and must not mind. */
  step(from: Progress): Promise<Progress>
}

/**
 * Goes on with a job for so long, keeping its progress after each batch: killed anywhere, it goes on from there. Of two
 * calls at once one stops, and answers how far the other has come.
 */
export async function goOn<Progress extends { done: boolean }>(
  name: string,
  walk: Walk<Progress>,
  milliseconds: number,
): Promise<Progress> {
  const until = now().getTime() + milliseconds
  const stored = await storedJob<Progress>(name)
  let job = stored ?? { _id: name, version: 0, progress: walk.start }
  let progress = walk.isCurrent(job.progress) ? job.progress : walk.start
  do {
    progress = await walk.step(progress)
    const next = { ...job, version: job.version + 1, progress }
    if (!(await keep(job, next))) return (await storedJob<Progress>(name))?.progress ?? walk.start
    job = next
  } while (!progress.done && now().getTime() < until)
  return progress
}

export async function storedJob<Progress>(name: string): Promise<Job<Progress> | null> {
  const { data } = await collection<Job<Progress>>('jobs').doc(name).get()
  return data
}

/** False when another call has gone on meanwhile. */
async function keep<Progress>(before: Job<Progress>, next: Job<Progress>): Promise<boolean> {
  const { _id, version, progress } = next
  const jobs = collection<Job<Progress>>('jobs')
  if (before.version > 0) {
    // An object would be merged into the stored one, field by field; `set` replaces it.
    const data = { version, progress: command.set(progress) }
    const { stats } = await jobs.where({ _id, version: before.version }).update({ data })
    return stats.updated === 1
  }
  try {
    await jobs.add({ data: next })
    return true
  } catch (cause) {
    if (isDuplicate(cause)) return false
    throw cause
  }
}
