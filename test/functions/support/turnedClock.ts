import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { functionsWithClock } from '../../support/functionsWithClock'
import { openCommunity, type Community } from './community'

/** Longer than a function goes by what it has last read of the clock. */
const NOTICED_WITHIN_MS = 50
const DAY_MS = 86_400_000

interface TurnedClock {
  /** A folder with the built functions, see `openCommunity`. */
  functions: string
  /** From now on it is so many days later than it is. */
  turnTo(days: number): Promise<void>
  remove(): void
}

/** A community whose clock can be turned, of one file of tests; after each it is the time that it is. */
export function useTurnedClock() {
  const town = {} as { community: Community; clock: TurnedClock }
  beforeAll(async () => {
    town.clock = turnedClock()
    town.community = await openCommunity({}, town.clock)
  })
  afterAll(async () => {
    await town.community.close()
    town.clock.remove()
  })
  afterEach(() => town.clock.turnTo(0))
  return town
}

function turnedClock(): TurnedClock {
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
