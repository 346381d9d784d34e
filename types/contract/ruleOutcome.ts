import { addDays, daysBetween, type Day } from './calendar'
import type { Outcome, Span } from './outcome'
import type { Rule, RuleStage } from './policyRules'

const measureDays = (start: Day, { measure, days }: RuleStage, here: Day): Span | null => {
  const until = addDays(start, days - 1)
  if (days === 0 || until < here) return null
  const from = start < here ? here : start
  return { measure, days: daysBetween(from, until) + 1, from, until }
}

/** Tests whose day was before arriving are taken on the day of arrival. */
const testDays = (start: Day, { tests }: RuleStage, here: Day): Day[] =>
  tests.map((test) => addDays(start, test - 1)).map((day) => (day < here ? here : day))

/**
 * What a rule makes of days. A measure counted from leaving has partly passed on the day of arrival; one that is over by
 * then is none. The second begins on the day after the first.
 */
export function outcomeUnder(
  { countedFrom, stages, temperatures }: Rule['then'],
  leftOn: Day,
  arrivesOn: Day,
): Outcome & { tests: Day[]; temperatures: number } {
  let start = countedFrom === 'leaving' && leftOn < arrivesOn ? leftOn : arrivesOn
  const spans: Span[] = []
  const tests: Day[] = []
  for (const stage of stages) {
    const span = measureDays(start, stage, arrivesOn)
    if (span) spans.push(span)
    if (span || stage.measure === 'noticeOnly') tests.push(...testDays(start, stage, arrivesOn))
    start = addDays(start, stage.days)
  }
  const [first, then = null] = spans
  const notice: Span = { measure: 'noticeOnly', days: 0, from: arrivesOn, until: arrivesOn }
  return {
    ...(first ?? notice),
    then,
    tests: [...new Set(tests)].sort(),
    temperatures: first ? temperatures : 0,
  }
}
