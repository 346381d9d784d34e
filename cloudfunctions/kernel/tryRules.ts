/** How many tries an account has made since when. */
export interface Tries {
  since: Date
  count: number
}

/** The tries after one more; null when there were too many within the time. */
export const oneMoreTry = (before: Tries | null, most: number, hours: number, now: Date): Tries | null => {
  const isOver = !before || now.getTime() - before.since.getTime() >= hours * 3_600_000
  if (isOver) return { since: now, count: 1 }
  return before.count < most ? { since: before.since, count: before.count + 1 } : null
}
