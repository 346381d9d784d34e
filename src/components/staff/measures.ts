import { limits, type Measure } from '@contract/returnee'

/** What is usual, until the policy says so. */
export const usualDays: Record<Measure, number> = {
  centralObservation: 7,
  homeObservation: 7,
  healthMonitoring: 3,
  noticeOnly: 0,
}

/** Days that a measure can last: a notice has none, everything else at least one. */
export const clampDays = (measure: Measure, days: number): number =>
  measure === 'noticeOnly' ? 0 : Math.min(limits.measureDays, Math.max(1, days))
