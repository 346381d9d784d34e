import { addDays, minuteOf, type Day, type Minute } from '@contract/calendar'
import type { Instant } from '@contract/cases'

const WEEKDAYS = ['日', '一', '二', '三', '四', '五', '六'] as const

/** 周四: a day that exists has a weekday. */
const weekday = (day: Day): string => `周${WEEKDAYS[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? ''}`

const monthAndDay = (day: Day): string => `${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`

/** The days around `today` that people call by name. */
const nearDay = (day: Day, today: Day): string | undefined => {
  if (day === today) return '今天'
  if (day === addDays(today, 1)) return '明天'
  return day === addDays(today, -1) ? '昨天' : undefined
}

const withYear = (day: Day, today: Day): string =>
  day.slice(0, 4) === today.slice(0, 4) ? '' : `${day.slice(0, 4)}年`

/** 11月20日, with the year when it is not this one. */
const date = (day: Day, today: Day): string => `${withYear(day, today)}${monthAndDay(day)}`

/** 11月20日（周四）, with the year when it is not this one. */
const dayInFull = (day: Day, today: Day): string => `${date(day, today)}（${weekday(day)}）`

/** 今天 15:30, 11月18日 15:30. */
const minute = (at: Minute, today: Day): string => {
  const day = at.slice(0, 10)
  return `${nearDay(day, today) ?? date(day, today)} ${at.slice(11)}`
}

const MINUTES_AN_HOUR = 60
const HOURS_A_DAY = 24

/** How long, in the largest whole unit: 35 分钟, 2 小时, 3 天. Less than a minute counts as one. */
const duration = (milliseconds: number): string => {
  const minutes = Math.max(1, Math.floor(milliseconds / 60_000))
  if (minutes < MINUTES_AN_HOUR) return `${minutes} 分钟`
  const hours = Math.floor(minutes / MINUTES_AN_HOUR)
  return hours < HOURS_A_DAY ? `${hours} 小时` : `${Math.floor(hours / HOURS_A_DAY)} 天`
}

const yearAndMonth = (day: Day): string => `${day.slice(0, 4)}年${Number(day.slice(5, 7))}月`

/** 2026年11月, 2026年11月至12月, 2026年12月至2027年1月. */
const months = (first: Day, last: Day): string => {
  if (first.slice(0, 7) === last.slice(0, 7)) return yearAndMonth(first)
  const isSameYear = first.slice(0, 4) === last.slice(0, 4)
  return `${yearAndMonth(first)}至${isSameYear ? `${Number(last.slice(5, 7))}月` : yearAndMonth(last)}`
}

/** Days and times as people say them, at UTC+8; `today` is the phone's. */
export const dates = {
  date,
  dayInFull,
  minute,
  duration,
  months,
  /** 今天, 明天, 昨天, else 11月20日. */
  shortDay: (day: Day, today: Day): string => nearDay(day, today) ?? date(day, today),
  instant: (at: Instant, today: Day): string => minute(minuteOf(at), today),
}
