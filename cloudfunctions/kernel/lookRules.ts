const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

/** So many looks within an hour are a day's work; more are told to the officer above. */
export const LOOKS_AN_HOUR = 30

/** What is remembered of one person's looks. */
export interface LookTally {
  /** The account; `calls-` and the account for its calls. */
  _id: string
  /** When they looked, the latest first; at most {@link LOOKS_AN_HOUR}. */
  recent: Date[]
  /** The submissions of these: what arrives twice is one look, and is let through twice. */
  acts: string[]
  /** The latest of them. */
  lastAt: Date
  /** When the officer above was last told of them; null before the first time. */
  alertedAt: Date | null
}

/** Instants that decide about a look at `now`. */
export const windowAt = (now: Date): { hourAgo: Date; minuteAgo: Date } => ({
  hourAgo: new Date(now.getTime() - HOUR_MS),
  minuteAgo: new Date(now.getTime() - MINUTE_MS),
})

const after = (instant: Date, milliseconds: number): number => instant.getTime() + milliseconds

/** Whether the rolling hour is full, so that from here on there is one look a minute. */
export const isFull = ({ recent }: Pick<LookTally, 'recent'>, now: Date): boolean => {
  const first = recent[LOOKS_AN_HOUR - 1]
  return first !== undefined && after(first, HOUR_MS) > now.getTime()
}

/** Seconds until the next look is allowed; 0 when it is. */
export const secondsToWait = (tally: Pick<LookTally, 'recent'>, now: Date): number => {
  const last = tally.recent[0]
  const first = tally.recent[LOOKS_AN_HOUR - 1]
  if (!last || !first || !isFull(tally, now)) return 0
  const next = Math.min(after(last, MINUTE_MS), after(first, HOUR_MS))
  return Math.max(0, Math.ceil((next - now.getTime()) / 1000))
}

/** Once an hour is enough to be told of somebody. */
export const isAlertDue = ({ alertedAt }: Pick<LookTally, 'alertedAt'>, now: Date): boolean =>
  alertedAt === null || after(alertedAt, HOUR_MS) <= now.getTime()
