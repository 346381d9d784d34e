import { continueDueRuns } from './continueRuns'
import { remindOwners } from './remindOwners'
import { removeRows } from './removeRows'

/** By when each begins nothing new: ten cases and their messages last for some seconds more, and there are twenty. */
const REMINDERS_MS = 3_000
const RUNS_MS = 12_000

/** WeChat gives a function one timer: it reminds, goes on with runs, and removes what has served its purpose. */
export async function everyMinute(now: Date): Promise<void> {
  const after = (milliseconds: number): Date => new Date(now.getTime() + milliseconds)
  await remindOwners(now, after(REMINDERS_MS))
  await continueDueRuns(after(RUNS_MS))
  await removeRows(now)
}
