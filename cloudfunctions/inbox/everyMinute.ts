import { dayOf, minutesIntoDay } from '@contract/calendar'
import { countDue } from '@kernel/counts/countCases'
import { goOn, storedJob } from '@kernel/jobs'
import { recountNext, startOf, type Recount } from './recountPlaces'

/** WeChat ends the function after twenty seconds. */
const COUNTING_MS = 8_000
const RECOUNTING_MS = 6_000

const JOB = 'recount'

/** When a day that has ended is closed, in minutes after midnight at UTC+8: counting what happened in it comes first. */
const closing = { from: 5, until: 60 }

/** Counts what has happened since the last minute; by night it looks whether all counts are right. */
export async function everyMinute(now: Date): Promise<void> {
  await countDue(new Date(now.getTime() + COUNTING_MS))
  const minute = minutesIntoDay(now)
  if (minute >= closing.from && minute < closing.until) await recount(now)
}

/** Goes on with this night's recount; also by whoever cannot wait for the night. */
export async function recount(now: Date): Promise<void> {
  const today = dayOf(now)
  const isTonights = ({ today: night }: Recount): boolean => night === today
  const stored = await storedJob<Recount>(JOB)
  if (stored && isTonights(stored.progress) && stored.progress.done) return
  await goOn(JOB, { start: startOf(today), isCurrent: isTonights, step: recountNext }, RECOUNTING_MS)
}
