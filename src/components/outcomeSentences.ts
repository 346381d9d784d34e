import { addDays, type Day } from '@contract/calendar'
import { isOver as asksNothing, lastDayOf, type Outcome, type Span } from '@contract/outcome'
import { words } from '@/words'
import { outcomeWords } from '@/words/outcome'

const said = outcomeWords.now
const { registration, records } = words

const measureTitle = ({ measure, days }: Pick<Span, 'measure' | 'days'>): string =>
  measure === 'noticeOnly' ? said.notice : registration.decision(registration.measure[measure], days)

/** 集中观察 5 天，再健康监测 3 天: what is asked of the person, in a line. */
export const outcomeTitle = (outcome: Outcome): string =>
  outcome.then
    ? registration.decisions(measureTitle(outcome), measureTitle(outcome.then))
    : measureTitle(outcome)

/** The same with its last day. */
export const outcomeInFull = (outcome: Outcome, today: Day): string =>
  outcome.days === 0
    ? outcomeTitle(outcome)
    : outcomeWords.changed.until(outcomeTitle(outcome), words.dates.dayInFull(lastDayOf(outcome), today))

const measuresOver = (outcome: Outcome, today: Day): boolean => outcome.days > 0 && lastDayOf(outcome) < today

export const isOver = (outcome: Outcome, today: Day): boolean =>
  measuresOver(outcome, today) && asksNothing(outcome, today)

/** Whether the first measure of the rule had passed on arriving. */
export const hasPassed = ({ basis, days, until }: Outcome): boolean => {
  const { days: ruled = 0, since = '' } = basis?.counted ?? {}
  return ruled > 0 && (days === 0 || addDays(since, ruled - 1) !== until)
}

/** From when until when each measure lasts; one that has passed is left out while another goes on. */
function spans(outcome: Outcome, today: Day): string[] {
  const { days, from, until, then } = outcome
  if (days === 0) return []
  const inFull = (day: Day): string => words.dates.dayInFull(day, today)
  if (measuresOver(outcome, today)) return [records.now.over(inFull(lastDayOf(outcome)))]
  if (!then) return [records.now.span(inFull(from), inFull(until))]
  if (until < today) return [records.now.span(inFull(then.from), inFull(then.until))]
  return [
    records.now.span(inFull(from), inFull(until)),
    said.then(registration.measure[then.measure], then.days, inFull(then.from), inFull(then.until)),
  ]
}

/** Tests that are still to be taken. */
function testsAhead({ tests = [] }: Outcome, today: Day): string[] {
  const ahead = tests.filter((day) => day > today).map((day) => words.dates.date(day, today))
  const list = ahead.join(words.app.list)
  return [
    ...(tests.includes(today) ? [said.testToday] : []),
    ...(ahead.length === 0 ? [] : [ahead.length < tests.length ? said.testsLeft(list) : said.tests(list)]),
  ]
}

/** From when until when, and on which days something is to be done; after the last day, only that it is over. */
export function outcomeDates(outcome: Outcome, today: Day): string[] {
  const dates = [...spans(outcome, today), ...testsAhead(outcome, today)]
  const { temperatures = 0 } = outcome
  return temperatures > 0 && !measuresOver(outcome, today)
    ? [...dates, said.temperatures(temperatures)]
    : dates
}

/** What is to be done from today on, and until when; after the last day, only that it is over. */
export function outcomeSentences(outcome: Outcome, today: Day): string[] {
  const dates = [...spans(outcome, today), ...testsAhead(outcome, today)]
  if (measuresOver(outcome, today)) return dates
  const { basis, then, until, measure, temperatures = 0 } = outcome
  const following = then && until < today ? then.measure : null
  // A rule says in its own words what its first measure asks.
  const asks = following ?? (basis && !hasPassed(outcome) ? null : measure)
  return [
    ...dates,
    ...(temperatures > 0 ? [said.temperatures(temperatures)] : []),
    asks ? registration.measureMeans[asks] : (basis?.rule.resident ?? ''),
    records.now.feverCall,
  ]
}
