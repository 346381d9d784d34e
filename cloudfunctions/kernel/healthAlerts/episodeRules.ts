import { addDays, dayOf, instantAt } from '@contract/calendar'
import { ESCALATED_AFTER_MINUTES } from '@contract/healthAlerts'
import { isEmergency, type Concern } from '@contract/reportingRules'
import type { Symptom } from '@contract/returneeAnswers'

const MINUTE = 60_000

/** In °C: so much more than before is worse, and not the time of day. */
const RISE = 0.5

/** What these rules read of a report. */
export interface Said {
  temperature: number | null
  symptoms: readonly Symptom[]
  concerns: readonly Concern[]
}

/** Whether a report says something graver than all before it in the same episode. */
export const isWorse = (said: Said, before: readonly Said[]): boolean => {
  const known = before.flatMap(({ concerns }) => concerns)
  return (
    said.concerns.some((concern) => !known.includes(concern)) ||
    (isEmergency(said) && !before.some(isEmergency)) ||
    (said.concerns.includes('fever') && hasRisen(said, before))
  )
}

const hasRisen = ({ temperature }: Said, before: readonly Said[]): boolean => {
  const highest = Math.max(...before.flatMap((said) => said.temperature ?? []))
  // In tenths: 37.4 and half a degree is not 37.9 to a computer.
  return temperature !== null && Math.round((temperature - highest) * 10) >= RISE * 10
}

/** By when an episode must have been opened by somebody, before the community officer is told as well. */
export const openingDue = (now: Date): Date => new Date(now.getTime() + ESCALATED_AFTER_MINUTES * MINUTE)

/** By when whoever has opened it says what was done, at any time of day. */
export const handlingDue = (now: Date): Date => new Date(now.getTime() + 120 * MINUTE)

/** When it is looked at again: at ten the next morning. */
export const nextLookDue = (now: Date): Date => instantAt(addDays(dayOf(now), 1), 10)
