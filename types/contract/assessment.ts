import { exposuresOf, indexAreas, type AreaIndex } from './areaIndex'
import { daysBetween, type Day } from './calendar'
import { ruleFor } from './circumstances'
import type { Exposure, Stay } from './exposure'
import { compareFrom, type Basis, type Outcome } from './outcome'
import type { Rule } from './policyRules'
import type { ReportingRules } from './reportingRules'
import type { TippingRules } from './tippingRules'
import type { TestResult, Vaccination } from './returneeAnswers'
import { riskLevels } from './riskLevels'
import { outcomeUnder } from './ruleOutcome'

export { indexAreas, type AreaIndex } from './areaIndex'
export { fits, ruleFor, type Circumstances } from './circumstances'
export { compareOutcomes } from './outcome'
export { outcomeUnder } from './ruleOutcome'

/** All that the rules may know of a registration. */
export interface Facts {
  stays: readonly Stay[]
  arrivesOn: Day
  /** The day of arrival or, if later, of registering. */
  judgedOn: Day
  hasSymptoms: boolean
  test: TestResult
  vaccination: Vaccination
}

/** An edition in force, as far as assessing needs it. */
export interface PolicyInForce {
  id: string
  number: number
  name: string
  rules: readonly Rule[]
  reporting: ReportingRules
  tipping: TippingRules
}

export interface ListInForce {
  id: string
  number: number
  publishedOn: Day
  source: string
  areas: AreaIndex
}

type NameOf = (region: string) => string

const MOST_POSSIBLE = 5

/** Finer areas of a county where they were, without our knowing where in it. */
const possibleIn = (exposures: readonly Exposure[], nameOf: NameOf): Basis['possible'] => {
  const areas = exposures.flatMap(({ near, area }) => (near === 'county' && area ? [area] : []))
  return [...new Set(areas)]
    .sort((one, other) => riskLevels.indexOf(other.level) - riskLevels.indexOf(one.level))
    .slice(0, MOST_POSSIBLE)
    .map(({ region, name, level }) => ({ place: `${nameOf(region)} ${name}`, level }))
}

/** A city can have thousands of areas of one level: of those that cannot be told apart the first speaks for all. */
const distinct = (exposures: readonly Exposure[]): Exposure[] => {
  const sorts = new Map<string, Exposure>()
  for (const exposure of exposures) {
    const { level, near, on, stay } = exposure
    const sort = `${level} ${near} ${on} ${stay.through}`
    if (!sorts.has(sort)) sorts.set(sort, exposure)
  }
  return [...sorts.values()]
}

interface Judged {
  exposure: Exposure
  rule: Rule
  outcome: Outcome
}

function judge(exposure: Exposure, facts: Facts, rules: readonly Rule[]): Judged | null {
  const { hasSymptoms, test, vaccination, judgedOn, arrivesOn } = facts
  const { level, near, on, stay } = exposure
  const daysSince = Math.max(0, daysBetween(on, judgedOn))
  const { through } = stay
  const rule = ruleFor(rules, { level, near, through, daysSince, hasSymptoms, test, vaccination })
  return rule ? { exposure, rule, outcome: outcomeUnder(rule.then, on, arrivesOn) } : null
}

const strictest = (judged: readonly Judged[], { judgedOn }: Facts): Judged | undefined =>
  judged.reduce<Judged | undefined>(
    (most, one) => (most && compareFrom(judgedOn, one.outcome, most.outcome) <= 0 ? most : one),
    undefined,
  )

const basisOf = (
  { exposure, rule }: Judged,
  { id, number, name }: Omit<PolicyInForce, 'reporting' | 'tipping'>,
  { arrivesOn, judgedOn }: Facts,
  nameOf: NameOf,
): Omit<Basis, 'list' | 'possible'> => {
  const { area, stay, on } = exposure
  const { countedFrom, stages } = rule.then
  return {
    policy: { id, number, name },
    rule: { id: rule.id, name: rule.name, resident: rule.resident, staff: rule.staff },
    counted: {
      from: countedFrom,
      since: countedFrom === 'leaving' ? on : arrivesOn,
      days: stages[0]?.days ?? 0,
    },
    exposure,
    place: [nameOf(area?.region ?? stay.region), area?.name ?? ''].join(' ').trim(),
    judgedOn,
  }
}

/**
 * The one outcome of a registration: of all its stays, each under the first rule that fits it, the strictest that is not
 * over on the day of judging; of equally strict ones the first. Null only where no rule fits any stay, which the check of a
 * policy excludes. `nameOf` gives the names of a region.
 */
export function assess(
  facts: Facts,
  policy: Omit<PolicyInForce, 'reporting' | 'tipping'>,
  list: ListInForce | null,
  nameOf: NameOf,
): Outcome | null {
  const areas = list?.areas ?? indexAreas([])
  const exposures = facts.stays.flatMap((stay) => exposuresOf(stay, areas))
  const judged = distinct(exposures).flatMap((exposure) => judge(exposure, facts, policy.rules) ?? [])
  const most = strictest(judged, facts)
  if (!most) return null
  return {
    ...most.outcome,
    basis: {
      ...basisOf(most, policy, facts, nameOf),
      list: list && { id: list.id, number: list.number, publishedOn: list.publishedOn, source: list.source },
      possible: possibleIn(exposures, nameOf),
    },
  }
}
