import { LETTERBOX_MINUTES } from '@contract/letterbox'

const ROUND_MS = LETTERBOX_MINUTES * 60_000

/** When the letterbox is emptied: the clock, and the time that is kept. */
export interface Round {
  now: Date
  at: Date
}

/** The time that is kept of what happens at `now`: the last at which the letterbox was to be emptied. */
export const roundOf = (now: Date): Date => new Date(Math.floor(now.getTime() / ROUND_MS) * ROUND_MS)
