import { addDays, minutesIntoDay, type Day } from '@contract/calendar'
import type { DayPart } from '@contract/letterbox'

export const whens = ['now', 'earlier', 'yesterday', 'day'] as const
export type When = (typeof whens)[number]

/** When something was seen; `on` is '' until a day is chosen. */
export interface Seen {
  when: When | null
  on: Day
  part: DayPart | null
}

/** The first minute after each part of a day. */
const ends: readonly [DayPart, number][] = [
  ['night', 6 * 60],
  ['morning', 11 * 60],
  ['noon', 13 * 60],
  ['afternoon', 18 * 60],
]

/** Never closer than a part of the day: the exact time would tell who was there. */
export const partOf = (now: Date): DayPart =>
  ends.find(([, end]) => minutesIntoDay(now) < end)?.[0] ?? 'evening'

export function seenAt(when: When, today: Day, now: Date): Seen {
  if (when === 'now') return { when, on: today, part: partOf(now) }
  if (when === 'earlier') return { when, on: today, part: null }
  return { when, on: when === 'yesterday' ? addDays(today, -1) : '', part: null }
}

/** What was chosen when a draft was written, as it is to be called on the day on which it is gone on with. */
export function seenOn(seen: Seen, today: Day): Seen {
  if (seen.on === '' || seen.when === 'day') return seen
  if (seen.on === today) return seen
  return { ...seen, when: seen.on === addDays(today, -1) ? 'yesterday' : 'day' }
}
