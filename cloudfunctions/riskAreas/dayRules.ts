import { addDays, isDay, type Day } from '@contract/calendar'

/** What is said of days; null where nothing is, 'unknown' where something is that is no day. */
export interface SaidDays {
  from: Day | null
  until: Day | null
}

const DAY = /((?:\d{4}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}|\d{1,2}\s*月\s*\d{1,2})\s*[日号]?)/
const TIME = /(?:[T ]?\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?|\d{1,2}时(?:\d{1,2}分)?)?/

const inTurn = (...parts: RegExp[]): RegExp => new RegExp(parts.map(({ source }) => source).join(''))

const ONE = inTurn(
  /^[自从于]?/,
  DAY,
  TIME,
  /(起|开始|以来|止|结束|解除|起?\s*(?:至|到|[-—–~～]+)\s*(?:今|现在))?$/,
)
const SPAN = inTurn(/^[自从]?/, DAY, TIME, /起?\s*(?:至|到|[-—–~～]+)\s*/, DAY, TIME, /止?$/)
const TO_NOW = /^(至今|长期|[-—–]+|无)$/

/** A day without its year is not further ahead than this: in January, 12月31日 was last year. */
const DAYS_AHEAD = 60

/** A first day further ahead is a slip of the pen (2202 for 2022), and would let everybody go until then. */
export const isFarAhead = (day: Day, today: Day): boolean => day > addDays(today, DAYS_AHEAD)

/**
 * 2022-05-01, 2022/5/1, 2022.5.1, 2022年5月1日, 5月1日; null for what is no day of the calendar. What ends something that
 * began on a day (`since`) ends after it: in December, 1月5日 is next year.
 */
function dayIn(text: string, today: Day, since: Day | null): Day | null {
  const numbers: readonly string[] = text.match(/\d+/g) ?? []
  const inYear = (year: string) =>
    [year, ...numbers.slice(-2).map((number) => number.padStart(2, '0'))].join('-')
  const around = (years: number) => inYear(String(Number(today.slice(0, 4)) + years))
  const withoutYear = () => {
    if (isFarAhead(around(0), today)) return around(-1)
    return since !== null && around(0) < since && !isFarAhead(around(1), today) ? around(1) : around(0)
  }
  const meant = numbers.length === 3 ? inYear(numbers[0] ?? '') : withoutYear()
  return isDay(meant) ? meant : null
}

/**
 * A day or a span of days: 5月1日, 自5月1日起, 5月1日至5月7日, 5月1日至今; null for what looks like none. `since` is the day on
 * which began what it ends.
 */
export function daysIn(text: string, today: Day, since: Day | null = null): SaidDays | 'unknown' | null {
  if (TO_NOW.test(text)) return { from: null, until: null }
  const [, only, mark = ''] = ONE.exec(text) ?? []
  if (only) {
    const day = dayIn(only, today, since)
    if (!day) return 'unknown'
    return /止|结束|解除/.test(mark) ? { from: null, until: day } : { from: day, until: null }
  }
  const [, first, last] = SPAN.exec(text) ?? []
  if (!first || !last) return null
  const from = dayIn(first, today, since)
  const until = dayIn(last, today, from)
  return from === null || until === null ? 'unknown' : { from, until }
}
