import type { Basis, Outcome } from '@contract/outcome'
import { regionName } from '@kernel/assessment/assessRegistration'
import { exportWords as words } from './exportWords'

const spanText = ({ measure, from, until }: Pick<Outcome, 'measure' | 'from' | 'until'>): string =>
  words.span(words.measure[measure], from, until)

const outcomeText = (outcome: Outcome): string => {
  const { then, tests = [], temperatures = 0 } = outcome
  return [
    spanText(outcome),
    then ? words.then(spanText(then)) : '',
    tests.length > 0 ? words.tests(tests.join(words.list)) : '',
    temperatures > 0 ? words.temperatures(temperatures) : '',
  ]
    .filter((text) => text !== '')
    .join(words.semicolon)
}

/** In the words that the rule has for the person; what it says to staff is not for them. */
const whyText = ({ rule, place, exposure: { stay, area }, policy, list }: Basis): string =>
  [
    rule.resident,
    // Nobody need have been in the area that is named: it may be elsewhere in the county or the city.
    words.stay(regionName(stay.region), stay.last),
    area ? words.area(place, area.from, area.until) : '',
    words.policy(policy.name, policy.number),
    list ? words.riskList(list.source, list.publishedOn, list.number) : '',
  ].join('')

const linesOf = (outcome: Outcome | null | undefined, [what, why]: [string, string]): [string, string][] =>
  outcome
    ? [
        [what, outcomeText(outcome)],
        [why, outcome.basis ? whyText(outcome.basis) : ''],
      ]
    : []

/** What is in force and what the rules say, each with its reason. */
export const outcomeLines = (body: {
  outcome: Outcome | null
  expected?: Outcome | null
}): [string, string][] => [
  ...linesOf(body.outcome, [words.answer.outcome, words.answer.outcomeWhy]),
  ...linesOf(body.expected, [words.answer.expected, words.answer.expectedWhy]),
]
