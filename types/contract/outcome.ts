import { addDays, type Day } from './calendar'
import type { Terms } from './decisions'
import type { Exposure } from './exposure'
import type { CountedFrom } from './policyRules'
import { measures, type Measure } from './returneeAnswers'

/** Days under one measure, the first and the last inclusive. */
export interface Span {
  measure: Measure
  days: number
  from: Day
  until: Day
}

/** Which editions and which rule an outcome came from, so that "why" can be answered when both have long been replaced. */
export interface Basis {
  policy: { id: string; number: number; name: string }
  /** null while there was no list. */
  list: { id: string; number: number; publishedOn: Day; source: string } | null
  rule: { id: string; name: string; resident: string; staff: string }
  /** As the rule has it: so many days of the first measure, counted from that day. */
  counted: { from: CountedFrom; since: Day; days: number }
  exposure: Exposure
  /** The names of the area or, without one, of where they were, as they were then. */
  place: string
  /** Finer areas of a county where somebody was: whether they were in one of them has to be asked. At most five. */
  possible: { place: string; level: Exposure['level'] }[]
  /** The day on which days since leaving were counted: that of arrival or, if later, of registering. */
  judgedOn: Day
}

/**
 * What applies to a registration: expected from the rules, or decided by staff. The days of a measure are counted from
 * `from`, the first one here; `until` is its last, inclusive. What staff chose by hand has neither tests nor a basis.
 */
export interface Outcome extends Terms, Span {
  /** The measure that follows the first one ("7+3"). */
  then?: Span | null
  tests?: Day[]
  /** Times a day, while a measure lasts. */
  temperatures?: number
  basis?: Basis
}

/** Days are calendar days at UTC+8: the day of arrival is the first, the last is inclusive. */
export const outcomeOf = (measure: Measure, days: number, arrivesOn: Day): Outcome => ({
  measure,
  days,
  from: arrivesOn,
  until: addDays(arrivesOn, Math.max(0, days - 1)),
})

/** The last day of the last measure. */
export const lastDayOf = ({ until, then }: Outcome): Day => then?.until ?? until

/** The last day on which anything is asked: a test may come after the last measure, or where there is none. */
const lastAskedOn = (outcome: Outcome): Day =>
  (outcome.tests ?? []).reduce((last, test) => (test > last ? test : last), lastDayOf(outcome))

/** Whether nothing is asked on that day any more, nor later. */
export const isOver = (outcome: Outcome, day: Day): boolean => lastAskedOn(outcome) < day

const compareText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

/**
 * Positive where `one` asks more of a person than `other`: a stricter measure, then a later last day, then what follows,
 * then more tests. Days are compared by when they end, because what is in force may have begun on another day.
 */
export const compareOutcomes = (one: Outcome, other: Outcome): number =>
  measures.indexOf(other.measure) - measures.indexOf(one.measure) ||
  compareText(one.until, other.until) ||
  compareText(lastDayOf(one), lastDayOf(other)) ||
  (one.tests?.length ?? 0) - (other.tests?.length ?? 0)

/** As {@link compareOutcomes}, from that day on: what is over by then asks less than what is not. */
export const compareFrom = (day: Day, one: Outcome, other: Outcome): number =>
  Number(isOver(other, day)) - Number(isOver(one, day)) || compareOutcomes(one, other)

/** All that a person has to do, and until when. */
const askedBy = ({ measure, until, then, tests = [], temperatures = 0 }: Outcome): string =>
  [measure, until, then?.measure, then?.until, temperatures, ...tests].join(' ')

/** Whether both ask the same of a person on every day; from which rule of which editions they come does not count. */
export const asksSame = (one: Outcome, other: Outcome): boolean => askedBy(one) === askedBy(other)

/** What a history keeps of an outcome: what was decided, and by which rule of which editions. */
export const outcomeDetail = ({
  measure,
  days,
  from,
  until,
  then,
  basis,
}: Outcome): Record<string, string | number> => ({
  measure,
  days,
  from,
  until,
  ...(then && { thenMeasure: then.measure, thenDays: then.days, thenUntil: then.until }),
  ...(basis && { rule: basis.rule.name, policy: basis.policy.id, list: basis.list?.id ?? '' }),
})
