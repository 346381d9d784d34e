import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { functionsWithClock } from '../../support/functionsWithClock'

/** Longer than a function goes by what it has last read of the clock. */
const NOTICED_WITHIN_MS = 50
const DAY_MS = 86_400_000

/** The built functions, with a clock that can be turned. */
export interface TurnedClock {
  /** A folder, see `openCommunity`. */
  functions: string
  /** From now on it is so many days later than it is. */
  turnTo(days: number): Promise<void>
  remove(): void
}

export function turnedClock(): TurnedClock {
  const folder = mkdtempSync(join(tmpdir(), 'shouwang-clock-'))
  const clock = join(folder, 'clock')
  writeFileSync(clock, '0')
  return {
    functions: functionsWithClock(join(folder, 'functions'), { follow: clock }),
    async turnTo(days) {
      writeFileSync(clock, String(days * DAY_MS))
      await wait(NOTICED_WITHIN_MS)
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}
