/** How many tries an account has made since when. */
export interface Tries {
  since: Date
  count: number
}

/** Whether the time is over for which tries are counted. */
export const isOver = ({ since }: Tries, hours: number, now: Date): boolean =>
  now.getTime() - since.getTime() >= hours * 3_600_000

/** The tries after one more; null when there were too many within the time. */
export const oneMoreTry = (before: Tries | null, most: number, hours: number, now: Date): Tries | null => {
  if (!before || isOver(before, hours, now)) return { since: now, count: 1 }
  return before.count < most ? { since: before.since, count: before.count + 1 } : null
}
