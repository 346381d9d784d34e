import { usualReporting } from '@contract/reportingRules'
import { usualTipping } from '@contract/usualTipping'
import fc from 'fast-check'
import { indexAreas, type Facts, type ListInForce, type PolicyInForce } from '@contract/assessment'
import { addDays, type Day } from '@contract/calendar'
import type { Stay } from '@contract/exposure'
import { nearnesses, type Rule, type RuleStage } from '@contract/policyRules'
import { measures, testResults, vaccinations } from '@contract/returneeAnswers'
import { riskLevels, type RiskArea } from '@contract/riskLevels'

export const anything: Rule['when'] = {
  level: 'any',
  near: 'any',
  withinDays: null,
  symptoms: 'any',
  test: 'any',
  vaccination: 'any',
  through: 'any',
}

export const stageOf = (measure: RuleStage['measure'], days: number, tests: number[] = []): RuleStage => ({
  measure,
  days,
  tests,
})

export const notice = stageOf('noticeOnly', 0)

/** A rule with a name and sentences that nobody reads. */
export const ruleOf = (
  id: string,
  when: Partial<Rule['when']>,
  stages: RuleStage[],
  countedFrom: Rule['then']['countedFrom'] = 'leaving',
): Rule => ({
  id,
  name: id,
  when: { ...anything, ...when },
  then: { countedFrom, stages, temperatures: 2 },
  resident: id,
  staff: '',
})

export const everybodyElse = ruleOf('others', {}, [notice], 'arrival')

export const policyOf = (rules: readonly Rule[]): PolicyInForce => ({
  id: 'policy',
  number: 1,
  name: '试',
  rules,
  reporting: usualReporting,
  tipping: usualTipping,
})

export const listOf = (areas: RiskArea[]): ListInForce => ({
  id: 'list',
  number: 1,
  publishedOn: '2022-05-02',
  source: '公告',
  areas: indexAreas(areas),
})

export const areaOf = (
  region: string,
  level: RiskArea['level'],
  changes: Partial<RiskArea> = {},
): RiskArea => ({
  region,
  name: '',
  level,
  from: '2022-05-01',
  until: null,
  ...changes,
})

export const stayOf = (region: string, last: Day, changes: Partial<Stay> = {}): Stay => ({
  region,
  detail: '',
  first: addDays(last, -14),
  last,
  through: false,
  ...changes,
})

/** Somebody well, vaccinated and tested, who left a place and arrived on the same day. */
export const factsOf = (stays: Stay[], arrivesOn: Day, changes: Partial<Facts> = {}): Facts => ({
  stays,
  arrivesOn,
  judgedOn: arrivesOn,
  hasSymptoms: false,
  test: 'negative',
  vaccination: 'full',
  ...changes,
})

const ARRIVAL = '2024-03-02'
const someRegions = ['510104', '510107', '510704', '330102', '330104', '900101']

const anyDay = fc.integer({ min: -40, max: 0 }).map((days) => addDays(ARRIVAL, days))

const anyStay: fc.Arbitrary<Stay> = fc
  .record({
    region: fc.constantFrom(...someRegions),
    detail: fc.constantFrom('', '示例小区 3 栋'),
    last: anyDay,
    days: fc.integer({ min: 0, max: 14 }),
    through: fc.boolean(),
  })
  .map(({ days, ...stay }) => ({ ...stay, first: addDays(stay.last, -days) }))

export const anyFacts: fc.Arbitrary<Facts> = fc
  .record({
    stays: fc.array(anyStay, { minLength: 1, maxLength: 5 }),
    later: fc.integer({ min: 0, max: 5 }),
    hasSymptoms: fc.boolean(),
    test: fc.constantFrom(...testResults),
    vaccination: fc.constantFrom(...vaccinations),
  })
  .map(({ later, ...facts }) => ({ ...facts, arrivesOn: ARRIVAL, judgedOn: addDays(ARRIVAL, later) }))

export const anyArea: fc.Arbitrary<RiskArea> = fc
  .record({
    region: fc.constantFrom(...someRegions),
    name: fc.constantFrom('', '示例小区', '另一小区'),
    level: fc.constantFrom(...riskLevels),
    from: anyDay,
    lasts: fc.option(fc.integer({ min: 0, max: 20 })),
  })
  .map(({ lasts, ...area }) => ({ ...area, until: lasts === null ? null : addDays(area.from, lasts) }))

export const anyAreas = fc.array(anyArea, { maxLength: 8 })

const anyStage: fc.Arbitrary<RuleStage> = fc
  .record({
    measure: fc.constantFrom(...measures),
    days: fc.integer({ min: 1, max: 28 }),
    some: fc.array(fc.nat()),
  })
  .map(({ measure, days, some }) => {
    const length = measure === 'noticeOnly' ? 0 : days
    const tests = [...new Set(some.map((one) => 1 + (one % days)))].sort((one, other) => one - other)
    return stageOf(measure, length, tests.slice(0, 5))
  })

const anyPlace = fc.oneof(
  fc.constant({ level: 'any', near: 'any' } as const),
  fc.constant({ level: 'any', near: 'abroad' } as const),
  fc.record({ level: fc.constantFrom(...riskLevels), near: fc.constantFrom(...nearnesses) }),
)

const mostlyAny = <Choice extends string>(...choices: Choice[]) =>
  fc.oneof(
    { weight: 6, arbitrary: fc.constant('any' as const) },
    { weight: 1, arbitrary: fc.constantFrom(...choices) },
  )

export const anyThen: fc.Arbitrary<Rule['then']> = fc.record({
  countedFrom: fc.constantFrom('leaving', 'arrival'),
  stages: fc.array(anyStage, { minLength: 1, maxLength: 2 }),
  temperatures: fc.integer({ min: 0, max: 6 }),
})

const anyRule = fc
  .record({
    place: anyPlace,
    withinDays: fc.option(fc.integer({ min: 0, max: 30 })),
    symptoms: mostlyAny('some', 'none'),
    test: mostlyAny('positive', 'negative', 'notNegative'),
    vaccination: mostlyAny('full', 'notFull'),
    through: mostlyAny('only', 'not'),
    then: anyThen,
  })
  .map(({ place, then, ...when }): Rule => ({ ...ruleOf('', {}, []), when: { ...place, ...when }, then }))

/** Any table, whether it is good or not. */
export const anyRules: fc.Arbitrary<Rule[]> = fc
  .array(anyRule, { minLength: 1, maxLength: 4 })
  .map((rules) => rules.map((rule, index) => ({ ...rule, id: `r${index}`, name: `r${index}` })))

/** Any table that asks for places and days alone, and ends with a rule for everybody else. */
export const anyLadder: fc.Arbitrary<Rule[]> = anyRules.map((rules) => [
  ...rules.map((rule) => ({
    ...rule,
    when: { ...anything, level: rule.when.level, near: rule.when.near, withinDays: rule.when.withinDays },
  })),
  everybodyElse,
])

/** Any table that ends with a rule for everybody else. */
export const anyWholeRules: fc.Arbitrary<Rule[]> = anyRules.map((rules) => [...rules, everybodyElse])
