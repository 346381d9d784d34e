import dayjs, { type Dayjs } from 'dayjs'
import utc from 'dayjs/plugin/utc'

dayjs.extend(utc)

/** A calendar day at UTC+8, `YYYY-MM-DD`. Days compare as strings. */
export type Day = string

/** A minute of the clock at UTC+8, `YYYY-MM-DD HH:mm`, as a person writes it down. */
export type Minute = string

/** China has one time zone and no summer time; phones and functions may be set to any. */
const CHINA = 8

const inChina = (instant: Date | string): Dayjs => dayjs.utc(instant).utcOffset(CHINA)

const asUtc = (day: Day): Dayjs => dayjs.utc(`${day}T00:00:00Z`)

export const dayOf = (instant: Date | string): Day => inChina(instant).format('YYYY-MM-DD')

export const minuteOf = (instant: Date | string): Minute => inChina(instant).format('YYYY-MM-DD HH:mm')

/** Minutes since midnight at UTC+8, 0 to 1439. */
export const minutesIntoDay = (instant: Date): number =>
  inChina(instant).hour() * 60 + inChina(instant).minute()

/** The instant at which that day's clock in China shows `hour`:00. */
export const instantAt = (day: Day, hour: number): Date =>
  asUtc(day)
    .add(hour - CHINA, 'hour')
    .toDate()

const DAY_MS = 86_400_000

const midnight = (day: Day): number => Date.parse(`${day}T00:00:00Z`)

/** What is no day stays as it is: the schema that looks at it has a fault for that. */
export const addDays = (day: Day, days: number): Day => {
  // Assessing counts days by the hundred thousand; dayjs would take eight times as long.
  const at = midnight(day) + days * DAY_MS
  return Number.isNaN(at) ? day : new Date(at).toISOString().slice(0, 10)
}

/** Whole days from `from` to `to`; negative when `to` lies before. */
export const daysBetween = (from: Day, to: Day): number => (midnight(to) - midnight(from)) / DAY_MS

export const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && asUtc(text).isValid() && asUtc(text).format('YYYY-MM-DD') === text

export const isMinute = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2} ([01]\d|2[0-3]):[0-5]\d$/.test(text) && isDay(text.slice(0, 10))
