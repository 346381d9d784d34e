import { addDays, daysBetween, type Day } from './calendar'
import { compareStrictness, type Terms } from './decisions'
import type { Exposure, Stay } from './exposure'
import { lastDayOf, type Basis, type Outcome, type Span } from './outcome'
import { nearnesses, type Rule, type RuleStage } from './policyRules'
import { cityOf, currentRegions, isAbroad } from './regionCodes'
import type { TestResult, Vaccination } from './returneeAnswers'
import { riskLevels, type RiskArea } from './riskLevels'

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

/** What one line of the table of rules looks at. */
export type Circumstances = Pick<Exposure, 'level' | 'near'> & {
  through: boolean
  daysSince: number
} & Pick<Facts, 'hasSymptoms' | 'test' | 'vaccination'>

/** The areas of a list by what they are looked for: their county as it is called today, and their city. */
export interface AreaIndex {
  byCounty: ReadonlyMap<string, readonly RiskArea[]>
  byCity: ReadonlyMap<string, readonly RiskArea[]>
}

export function indexAreas(areas: readonly RiskArea[]): AreaIndex {
  const byCounty = new Map<string, RiskArea[]>()
  const byCity = new Map<string, RiskArea[]>()
  const put = (index: Map<string, RiskArea[]>, key: string, area: RiskArea): void => {
    const listed = index.get(key)
    if (listed) listed.push(area)
    else index.set(key, [area])
  }
  for (const area of areas) {
    for (const region of currentRegions(area.region)) {
      put(byCounty, region, area)
      const city = cityOf(region)
      if (city !== null) put(byCity, city, area)
    }
  }
  return { byCounty, byCity }
}

/** People write "某某小区 3 栋" of what the list calls 某某小区. */
const saysName = (detail: string, name: string): boolean =>
  name !== '' && detail.replace(/\s/g, '').includes(name.replace(/\s/g, ''))

const isWithin = (area: RiskArea, stay: Stay): boolean =>
  area.from <= stay.last && (area.until === null || area.until >= stay.first)

const lastDayAtRisk = ({ until }: RiskArea, { last }: Stay): Day =>
  until !== null && until < last ? until : last

/** Every way in which a stay touches the list, and the stay by itself. */
function exposuresOf(stay: Stay, index: AreaIndex): Exposure[] {
  const { region, detail, last, through } = stay
  const told = { region, last, through }
  const byItself: Exposure = {
    stay: told,
    level: null,
    near: isAbroad(region) ? 'abroad' : null,
    area: null,
    on: last,
  }
  const regions = currentRegions(region)
  const listed = new Set(
    regions.flatMap((code) => [
      ...(index.byCounty.get(code) ?? []),
      ...(index.byCity.get(cityOf(code) ?? '') ?? []),
    ]),
  )
  const touched = [...listed].filter((area) => isWithin(area, stay))
  return [
    byItself,
    ...touched.map((area): Exposure => {
      const isSameCounty = currentRegions(area.region).some((code) => regions.includes(code))
      const isInIt = isSameCounty && (area.name === '' || saysName(detail, area.name))
      const near = isInIt ? 'area' : isSameCounty ? 'county' : 'city'
      return { stay: told, level: area.level, near, area, on: lastDayAtRisk(area, stay) }
    }),
  ]
}

const atLeast = <T>(order: readonly T[], value: T | null, wanted: T): boolean =>
  value !== null && order.indexOf(value) >= order.indexOf(wanted)

// From the farthest on, as levels are from the mildest.
const nearer = [...nearnesses].reverse()

const fitsPlace = (
  { level, near }: Rule['when'],
  { level: isLevel, near: isNear }: Circumstances,
): boolean => {
  if (near === 'abroad') return isNear === 'abroad'
  if (level === 'any' || near === 'any') return true
  return atLeast(riskLevels, isLevel, level) && isNear !== 'abroad' && atLeast(nearer, isNear, near)
}

const fitsTest = (wanted: Rule['when']['test'], test: TestResult): boolean => {
  if (wanted === 'notNegative') return test !== 'negative'
  return wanted === 'any' || wanted === test
}

const fitsYesOrNo = (wanted: string, isSo: boolean, yes: string): boolean =>
  wanted === 'any' || (wanted === yes) === isSo

export const fits = (when: Rule['when'], circumstances: Circumstances): boolean =>
  fitsPlace(when, circumstances) &&
  (when.withinDays === null || circumstances.daysSince <= when.withinDays) &&
  fitsYesOrNo(when.symptoms, circumstances.hasSymptoms, 'some') &&
  fitsTest(when.test, circumstances.test) &&
  fitsYesOrNo(when.vaccination, circumstances.vaccination === 'full', 'full') &&
  fitsYesOrNo(when.through, circumstances.through, 'only')

/** The first rule that fits; undefined where the table has a gap, which no published one has. */
export const ruleFor = (rules: readonly Rule[], circumstances: Circumstances): Rule | undefined =>
  rules.find(({ when }) => fits(when, circumstances))

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

const compareText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

/**
 * Positive where `one` asks more of a person than `other`: a stricter measure, then a later last day, then what follows,
 * then more tests. Days are compared by when they end, because two measures may begin on different days.
 */
export const compareOutcomes = (one: Outcome, other: Outcome): number =>
  compareStrictness({ ...one, days: 0 }, { ...other, days: 0 } satisfies Terms) ||
  compareText(one.until, other.until) ||
  compareText(lastDayOf(one), lastDayOf(other)) ||
  (one.tests?.length ?? 0) - (other.tests?.length ?? 0)

/** An edition in force, as far as assessing needs it. */
export interface PolicyInForce {
  id: string
  number: number
  name: string
  rules: readonly Rule[]
}

export interface ListInForce {
  id: string
  number: number
  publishedOn: Day
  source: string
  areas: AreaIndex
}

const MOST_POSSIBLE = 5

/** Finer areas of a county where they were, without our knowing where in it. `nameOf` gives the region's names. */
const possibleIn = (exposures: readonly Exposure[], nameOf: (region: string) => string): Basis['possible'] =>
  exposures
    .flatMap(({ near, area }) => (near === 'county' && area && area.name !== '' ? [area] : []))
    .filter((area, index, all) => all.indexOf(area) === index)
    .sort((one, other) => riskLevels.indexOf(other.level) - riskLevels.indexOf(one.level))
    .slice(0, MOST_POSSIBLE)
    .map(({ region, name, level }) => ({ place: `${nameOf(region)} ${name}`, level }))

const placeOf = ({ area, stay }: Exposure, nameOf: (region: string) => string): string =>
  [nameOf(area?.region ?? stay.region), area?.name ?? ''].join(' ').trim()

/**
 * The one outcome of a registration: of all its stays, each under the first rule that fits it, the strictest; of equally
 * strict ones the first. Null only where no rule fits any stay, which the check of a policy excludes.
 */
export function assess(
  facts: Facts,
  policy: PolicyInForce,
  list: ListInForce | null,
  nameOf: (region: string) => string,
): Outcome | null {
  const exposures = facts.stays.flatMap((stay) => exposuresOf(stay, list?.areas ?? indexAreas([])))
  let strictest: (Outcome & { rule: Rule; exposure: Exposure }) | null = null
  for (const exposure of exposures) {
    const { hasSymptoms, test, vaccination, judgedOn, arrivesOn } = facts
    const { level, near, on, stay } = exposure
    const rule = ruleFor(policy.rules, {
      level,
      near,
      through: stay.through,
      daysSince: Math.max(0, daysBetween(on, judgedOn)),
      hasSymptoms,
      test,
      vaccination,
    })
    if (!rule) continue
    const outcome = { ...outcomeUnder(rule.then, on, arrivesOn), rule, exposure }
    if (!strictest || compareOutcomes(outcome, strictest) > 0) strictest = outcome
  }
  if (!strictest) return null
  const { rule, exposure, ...outcome } = strictest
  const { id, number, name } = policy
  return {
    ...outcome,
    basis: {
      policy: { id, number, name },
      list: list && { id: list.id, number: list.number, publishedOn: list.publishedOn, source: list.source },
      rule: { id: rule.id, name: rule.name, resident: rule.resident, staff: rule.staff },
      counted: {
        from: rule.then.countedFrom,
        since: rule.then.countedFrom === 'leaving' ? exposure.on : facts.arrivesOn,
        days: rule.then.stages[0]?.days ?? 0,
      },
      exposure,
      place: placeOf(exposure, nameOf),
      possible: possibleIn(exposures, nameOf),
      judgedOn: facts.judgedOn,
    },
  }
}
