import { addDays, dayOf, instantAt, minutesIntoDay, type Day } from '@contract/calendar'
import { progressMessages, type TemplateName } from '@contract/messages'
import type { Instant, TimelineEntry } from '@contract/cases'
import type { Household } from '@contract/households'

/** What this phone's owner has allowed of one kind of message. One consent is one message. */
export interface Consent {
  given: number
  /** How many of them have been used up, as far as pages have shown what messages were about. */
  used: number
  /** When the first of them was given, by this phone's clock. */
  since: Instant
  /** The messages that have been seen to be sent, the newest last. */
  known: string[]
  /** When the owner last said no. */
  refusedAt: Instant | null
}

export type Consents = Partial<Record<TemplateName, Consent>>

/** With as many in hand nobody is asked in passing: residents some days' worth, staff a day's. */
const enough: Record<TemplateName, number> = { caseProgress: 3, dailyReminder: 7, todoArrived: 20 }

/** Whoever said no is not asked in passing again for so long; a button that asks is always there. */
const RESPITE_DAYS = 7

/** How many messages more may come: at most as many as WeChat will let through, but for what was sent unseen. */
export const leftOf = (consent: Consent | undefined): number => (consent ? consent.given - consent.used : 0)

const nothing: Consent = { given: 0, used: 0, since: '', known: [], refusedAt: null }

/** Those of them for which it is worth asking in passing. */
export const worthAsking = (names: readonly TemplateName[], consents: Consents, now: Date): TemplateName[] =>
  names.filter((name) => {
    const consent = consents[name]
    if (leftOf(consent) >= enough[name]) return false
    return !consent?.refusedAt || dayOf(now) >= addDays(dayOf(consent.refusedAt), RESPITE_DAYS)
  })

/** After WeChat has answered: `accept` for one message more; anything else is a no, by the owner or by their settings. */
export function afterAnswers(
  consents: Consents,
  answers: Partial<Record<TemplateName, string>>,
  now: Date,
): Consents {
  const at = now.toISOString()
  const changed = Object.entries(answers).map(([name, answer]): [string, Consent] => {
    const before = consents[name as TemplateName] ?? nothing
    if (answer !== 'accept') return [name, { ...before, refusedAt: at }]
    const counted = leftOf(before) > 0 ? before : { ...before, given: 0, used: 0, since: at }
    return [name, { ...counted, given: counted.given + 1, refusedAt: null }]
  })
  return { ...consents, ...Object.fromEntries(changed) }
}

/** A message that WeChat was told to send: which one, and when. */
export interface SentMessage {
  key: string
  at: Instant
}

/** Clocks of phones and of the cloud differ. */
const SKEW_MS = 5 * 60_000

/** More than that are not looked at again. */
const KNOWN = 100

/** After pages have shown what messages were about; the same object where that is nothing new. */
export function afterSent(
  consents: Consents,
  name: TemplateName,
  messages: readonly SentMessage[],
): Consents {
  const consent = consents[name] ?? nothing
  const news = messages.filter(({ key }) => !consent.known.includes(key))
  if (news.length === 0) return consents
  const since = Date.parse(consent.since) - SKEW_MS
  const later = news.filter(({ at }) => Date.parse(at) >= since)
  const used = Math.min(consent.given, consent.used + later.length)
  const known = [...consent.known, ...news.map(({ key }) => key)].slice(-KNOWN)
  return { ...consents, [name]: { ...consent, used, known } }
}

/** The messages about a registration that its timeline shows: those of what the community did. */
export const toldOf = (id: string, timeline: readonly TimelineEntry[]): SentMessage[] =>
  timeline
    .filter(({ event, actor }) => actor !== 'owner' && event in progressMessages)
    .map(({ at, event }) => ({ key: `${id} ${event} ${at}`, at }))

/** Longer ago nobody has consents left. */
const LOOK_BACK_DAYS = 31

/** The reminders to a family, whose last report was on a day: at their hour of each day since, today's if that is past. */
export function remindersOf(
  { id, remindHour, reportedOn }: Pick<Household, 'id' | 'remindHour'> & { reportedOn: Day | null },
  now: Date,
): SentMessage[] {
  if (remindHour === null) return []
  const today = dayOf(now)
  const isPast = minutesIntoDay(now) >= remindHour * 60
  const first = addDays(today, -LOOK_BACK_DAYS)
  const days = Array.from({ length: LOOK_BACK_DAYS + 1 }, (_, past) => addDays(first, past))
  return days
    .filter((day) => day > (reportedOn ?? '') && (day < today || isPast))
    .map((day) => ({ key: `${id} ${day}`, at: instantAt(day, remindHour).toISOString() }))
}
