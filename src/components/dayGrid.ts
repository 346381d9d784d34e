import { addDays, daysBetween, type Day } from '@contract/calendar'
import { lastDayOf, type Outcome, type Span } from '@contract/outcome'
import { words } from '@/words'
import { outcomeWords } from '@/words/outcome'

const said = outcomeWords.calendar

/** One square of the picture. */
export interface DaySquare {
  day: Day
  number: number
  /** The measure that lasts on this day: the first, or the one that follows it. */
  measure: 'first' | 'then' | null
  /** The first or the last day of its measure. */
  edge: { first: boolean; last: boolean }
  hasTest: boolean
  isToday: boolean
  /** Below the number: a test, or the month that begins; '' for nothing. */
  mark: string
  /** Read out; '' where nothing is asked on this day. */
  label: string
}

const DAYS_A_WEEK = 7

/** 0 for Monday to 6 for Sunday. */
const weekdayOf = (day: Day): number => (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % DAYS_A_WEEK

const lasts = (span: Span | null | undefined, day: Day): boolean =>
  span != null && span.days > 0 && span.from <= day && day <= span.until

const numberIn = ({ from }: Span, day: Day): number => daysBetween(from, day) + 1

/** Whole weeks, Monday to Sunday, from that of one day to that of another. */
export function weeksBetween(first: Day, last: Day): Day[][] {
  const monday = addDays(first, -weekdayOf(first))
  const count = Math.floor(daysBetween(monday, last) / DAYS_A_WEEK) + 1
  return Array.from({ length: count }, (_, week) =>
    Array.from({ length: DAYS_A_WEEK }, (_, weekday) => addDays(monday, week * DAYS_A_WEEK + weekday)),
  )
}

/** The weeks of an outcome; none where no day asks anything. */
export function weeksOf(outcome: Outcome, today: Day): DaySquare[][] {
  const { from, days, tests = [], then } = outcome
  const asked = [...tests, ...(days > 0 || then ? [from, lastDayOf(outcome)] : [])].sort()
  const [first, last] = [asked[0], asked[asked.length - 1]]
  if (first === undefined || last === undefined) return []
  return weeksBetween(first, last).map((week) => week.map((day) => squareOf(day, outcome, today)))
}

/** 20 of 2026-11-20. */
export const numberOf = (day: Day): number => Number(day.slice(8))

/** The month that begins on a day; '' where none does. */
const monthBegun = (day: Day): string => (numberOf(day) === 1 ? said.month(Number(day.slice(5, 7))) : '')

function squareOf(day: Day, outcome: Outcome, today: Day): DaySquare {
  const isFirst = lasts(outcome, day)
  const span = isFirst ? outcome : lasts(outcome.then, day) ? outcome.then : null
  const hasTest = outcome.tests?.includes(day) ?? false
  const isToday = day === today
  return {
    day,
    number: numberOf(day),
    measure: span ? (isFirst ? 'first' : 'then') : null,
    edge: { first: span?.from === day, last: span?.until === day },
    hasTest,
    isToday,
    mark: hasTest ? said.test : monthBegun(day),
    label: labelOf(day, { span: span ?? null, hasTest, isToday }, today),
  }
}

type Asked = Pick<DaySquare, 'hasTest' | 'isToday'> & { span: Span | null }

/** 11月20日（周五），今天，居家观察第 1 天，做核酸检测. */
function labelOf(day: Day, { span, hasTest, isToday }: Asked, today: Day): string {
  if (!span && !hasTest && !isToday) return ''
  return [
    words.dates.dayInFull(day, today),
    isToday && said.today,
    span && said.dayOfSpan(words.registration.measure[span.measure], numberIn(span, day)),
    span?.until === day && said.lastDay,
    hasTest && said.takesTest,
  ]
    .filter(Boolean)
    .join(said.join)
}

/** The months that the picture shows: 2026年11月, 2026年11月至12月. */
export const monthsOf = (weeks: readonly { day: Day }[][]): string => {
  const days = weeks.reduce<Day[]>((all, week) => [...all, ...week.map(({ day }) => day)], [])
  const [first, last] = [days[0], days[days.length - 1]]
  return first && last ? words.dates.months(first, last) : ''
}
