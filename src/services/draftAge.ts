import type { Instant } from '@contract/cases'

const DAYS_KEPT = 7

/** After a week the days in a draft are wrong, and what it says about a person should not lie on a phone any longer. */
export const isFresh = (savedAt: Instant, now: Date): boolean =>
  now.getTime() - new Date(savedAt).getTime() < DAYS_KEPT * 86_400_000
