import { addDays } from './calendar'
import { fits, type Circumstances } from './circumstances'
import type { Exposure } from './exposure'
import { compareOutcomes } from './outcome'
import { nearnesses, type Rule } from './policyRules'
import { riskLevels } from './riskLevels'
import { outcomeUnder } from './ruleOutcome'

/** One sort of circumstances that rules can tell apart, and the rules that fit, by their place in the table. */
export interface Cell {
  circumstances: Circumstances
  /** One and the same list for all cells of a day that the same rules fit. */
  fitting: readonly number[]
}

/** Of the cells of a day that the same rules fit, the first: tables have few of these, and phones are slow. */
export const firstOfAlike = (cells: readonly Cell[]): Cell[] => {
  const seen = new Set<readonly number[]>()
  return cells.filter(({ fitting }) => {
    if (seen.has(fitting)) return false
    seen.add(fitting)
    return true
  })
}

// In each list the mildest comes first, so that an example is as ordinary as it can be.
const places: Pick<Exposure, 'level' | 'near'>[] = [
  { level: null, near: null },
  { level: null, near: 'abroad' },
  ...[...nearnesses].reverse().flatMap((near) => riskLevels.map((level) => ({ level, near }))),
]

/** What rules ask of a person; where none asks, one answer stands for all. */
const personsFor = (rules: readonly Rule[]) => {
  const asked = <Answer>(key: keyof Rule['when'], ...answers: [Answer, ...Answer[]]): Answer[] =>
    rules.some(({ when }) => when[key] !== 'any') ? answers : [answers[0]]
  return asked('symptoms', false, true).flatMap((hasSymptoms) =>
    asked('test', 'negative' as const, 'none' as const, 'positive' as const).flatMap((test) =>
      asked('vaccination', 'full' as const, 'none' as const).flatMap((vaccination) =>
        asked('through', false, true).map((through) => ({ hasSymptoms, test, vaccination, through })),
      ),
    ),
  )
}

/** After so many days no rule changes its answer any more: its measures are over, as is the time that it is for. */
const daysThatMatter = (rules: readonly Rule[]): number =>
  2 +
  Math.max(
    0,
    ...rules.map(({ when }) => when.withinDays ?? 0),
    ...rules.map(({ then }) => then.stages.reduce((sum, { days }) => sum + days, 0)),
  )

const lasts = ({ when }: Rule, daysSince: number): boolean =>
  when.withinDays === null || daysSince <= when.withinDays

const perDay = <T>(days: number, make: (daysSince: number) => T): T[] =>
  Array.from({ length: days }, (_, daysSince) => make(daysSince))

export interface Cells {
  all: readonly Cell[]
  /** The same circumstances at the next higher level; undefined at the highest, and where nothing is at risk. */
  higher: (index: number) => Cell | undefined
  /** Whether one rule fits only where another does too. */
  isWithin: (one: Rule, other: Rule) => boolean
}

export function cellsOf(rules: readonly Rule[]): Cells {
  const days = daysThatMatter(rules)
  // On the day of leaving every rule fits that ever does.
  const sorts = personsFor(rules).flatMap((person) =>
    places.map((place) => ({ ...place, ...person, daysSince: 0 })),
  )
  const fittingOnDays = new Map<string, readonly number[][]>()
  const all = sorts.flatMap((sort) => {
    const could = rules.flatMap(({ when }, index) => (fits(when, sort) ? [index] : []))
    const onDays =
      fittingOnDays.get(could.join()) ??
      perDay(days, (daysSince) => could.filter((index) => lasts(rules[index] as Rule, daysSince)))
    fittingOnDays.set(could.join(), onDays)
    return onDays.map((fitting, daysSince): Cell => ({ circumstances: { ...sort, daysSince }, fitting }))
  })
  return {
    all,
    higher: (index) => {
      // Levels of one nearness follow each other, so that a cell above `low` stands right after the one below it.
      const next = all[index + days]
      return next && riskLevels.indexOf(next.circumstances.level ?? 'low') > 0 ? next : undefined
    },
    isWithin: (one, other) =>
      (one.when.withinDays ?? Infinity) <= (other.when.withinDays ?? Infinity) &&
      sorts.every((sort) => !fits(one.when, sort) || fits(other.when, sort)),
  }
}

/** How strict a rule is under circumstances: a number to compare with that of another rule, or of other circumstances. */
export type Strictness = (rule: number, circumstances: Circumstances) => number

const ARRIVAL = '2022-01-01'

export function strictnessOf(rules: readonly Rule[]): Strictness {
  const days = daysThatMatter(rules)
  const outcomes = rules.flatMap(({ then }) => {
    if (then.countedFrom === 'leaving')
      return perDay(days, (daysSince) => outcomeUnder(then, addDays(ARRIVAL, -daysSince), ARRIVAL))
    const always = outcomeUnder(then, ARRIVAL, ARRIVAL)
    return perDay(days, () => always)
  })
  const ranks = new Map<object, number>()
  const sorted = [...outcomes].sort(compareOutcomes)
  let rank = 0
  sorted.forEach((outcome, index) => {
    const before = sorted[index - 1]
    if (before && compareOutcomes(outcome, before) > 0) rank += 1
    ranks.set(outcome, rank)
  })
  const inOrder = outcomes.map((outcome) => ranks.get(outcome) ?? 0)
  return (rule, { daysSince }) => inOrder[rule * days + daysSince] ?? 0
}
