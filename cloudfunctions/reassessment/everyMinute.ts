import { now as clock } from '@kernel/clock'
import { continueDueRuns } from './continueRuns'
import { remindOwners } from './remindOwners'
import { removeRows } from './removeRows'

/** Together shorter than the function's time, with a page and its messages to spare. */
const REMINDERS_MS = 3_000
const RUNS_MS = 9_000

/** WeChat gives a function one timer: it reminds, goes on with runs, and removes what has served its purpose. */
export async function everyMinute(now: Date): Promise<void> {
  await remindOwners(now, after(REMINDERS_MS))
  await continueDueRuns(after(RUNS_MS))
  await removeRows(now)
}

const after = (milliseconds: number): Date => new Date(clock().getTime() + milliseconds)
