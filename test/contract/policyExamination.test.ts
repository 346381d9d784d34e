import fc from 'fast-check'
import * as v from 'valibot'
import { ruleFor, type Circumstances } from '@contract/circumstances'
import { compareOutcomes } from '@contract/outcome'
import { examine, isSound } from '@contract/policyExamination'
import { policyExamples } from '@contract/policyExamples'
import { nearnesses, policyLimits, rules as rulesSchema, type Rule } from '@contract/policyRules'
import { testResults, vaccinations } from '@contract/returneeAnswers'
import { riskLevels } from '@contract/riskLevels'
import { outcomeUnder } from '@contract/ruleOutcome'
import { addDays } from '@contract/calendar'
import { anyLadder, anyRules, everybodyElse, notice, ruleOf, stageOf } from './support/policies'

const central = [stageOf('centralObservation', 14, [1, 7, 14])]
const atHome = [stageOf('homeObservation', 14, [1, 7, 14])]
const monitored = [stageOf('healthMonitoring', 14)]

const high = ruleOf('high', { level: 'high', near: 'area', withinDays: 13 }, central)
const medium = ruleOf('medium', { level: 'medium', near: 'county', withinDays: 13 }, atHome)
const good = [high, medium, everybodyElse]

const anyCircumstances: fc.Arbitrary<Circumstances> = fc
  .record({
    place: fc.oneof(
      fc.constantFrom({ level: null, near: null }, { level: null, near: 'abroad' as const }),
      fc.record({ level: fc.constantFrom(...riskLevels), near: fc.constantFrom(...nearnesses) }),
    ),
    through: fc.boolean(),
    daysSince: fc.integer({ min: 0, max: 70 }),
    hasSymptoms: fc.boolean(),
    test: fc.constantFrom(...testResults),
    vaccination: fc.constantFrom(...vaccinations),
  })
  .map(({ place, ...rest }) => ({ ...place, ...rest }))

const outcomeAt = (rules: readonly Rule[], circumstances: Circumstances) => {
  const rule = ruleFor(rules, circumstances)
  return rule && outcomeUnder(rule.then, addDays('2024-03-02', -circumstances.daysSince), '2024-03-02')
}

describe('a table of rules in which nothing is wrong', () => {
  it('is found to be so', () => {
    expect(examine(good)).toEqual({ gaps: [], unreachable: [], looserFirst: [], overlaps: [], milder: [] })
  })
  it.each(policyExamples.map((example) => [example.name, example] as const))('is %s', (_, { rules }) => {
    expect(examine(rules)).toEqual({ gaps: [], unreachable: [], looserFirst: [], overlaps: [], milder: [] })
    expect(v.is(rulesSchema, rules)).toBe(true)
  })
})

describe('a gap', () => {
  it('is named once for each level and nearness, by an example as ordinary as can be', () => {
    const { gaps } = examine([high, medium])
    expect(gaps[0]).toEqual({
      level: null,
      near: null,
      daysSince: 0,
      hasSymptoms: false,
      test: 'negative',
      vaccination: 'full',
      through: false,
    })
    expect(new Set(gaps.map(({ level, near }) => `${level} ${near}`)).size).toBe(gaps.length)
    expect(gaps.length).toBeLessThanOrEqual(10)
    expect(isSound(examine([high, medium]))).toBe(false)
  })

  it('of a few days only is found', () => {
    const later = ruleOf('later', { withinDays: 7 }, [notice])
    expect(examine([later]).gaps[0]).toMatchObject({ level: null, daysSince: 8 })
  })

  it('of people with symptoms only is found', () => {
    const well = ruleOf('well', { symptoms: 'none' }, [notice])
    expect(examine([high, well]).gaps.every(({ hasSymptoms }) => hasSymptoms)).toBe(true)
  })

  it('is none where two rules share everybody between them', () => {
    const rules = [
      ruleOf('ill', { symptoms: 'some' }, atHome),
      ruleOf('well', { symptoms: 'none' }, [notice]),
    ]
    expect(examine(rules).gaps).toEqual([])
  })

  it('is found exactly where circumstances can fall into one', () => {
    fc.assert(
      fc.property(anyRules, anyCircumstances, (rules, circumstances) => {
        if (!ruleFor(rules, circumstances)) expect(examine(rules).gaps).not.toEqual([])
      }),
      { numRuns: 30 },
    )
    fc.assert(
      fc.property(anyRules, (rules) => {
        for (const gap of examine(rules).gaps) expect(ruleFor(rules, gap)).toBeUndefined()
      }),
      { numRuns: 30 },
    )
  })
})

describe('a rule that no stay ever reaches', () => {
  it('is named with those that take all of its stays', () => {
    const late = ruleOf('late', { level: 'high', near: 'area', withinDays: 7 }, central)
    expect(examine([medium, late, everybodyElse]).unreachable).toEqual([{ rule: 'late', behind: ['medium'] }])
    const [ill, well] = [
      ruleOf('ill', { symptoms: 'some' }, atHome),
      ruleOf('well', { symptoms: 'none' }, [notice]),
    ]
    expect(examine([ill, well, high]).unreachable).toEqual([{ rule: 'high', behind: ['ill', 'well'] }])
  })

  it('counts nowhere', () => {
    fc.assert(
      fc.property(anyRules, anyCircumstances, (rules, circumstances) => {
        const lost = examine(rules).unreachable.map(({ rule }) => rule)
        expect(lost).not.toContain(ruleFor(rules, circumstances)?.id)
      }),
      { numRuns: 30 },
    )
  })
})

describe('a looser rule before a stricter one', () => {
  it('is probably in the wrong order', () => {
    const vaccinated = ruleOf('vaccinated', { vaccination: 'full' }, [notice])
    const { looserFirst } = examine([vaccinated, high, everybodyElse])
    expect(looserFirst).toMatchObject([{ first: 'vaccinated', second: 'high' }])
    expect(looserFirst[0]?.example).toMatchObject({ level: 'high', near: 'area', vaccination: 'full' })
  })

  it('is an exception where it asks for all of the stricter one and for more that excuses', () => {
    const passing = ruleOf(
      'passing',
      { level: 'high', near: 'area', withinDays: 13, through: 'only' },
      monitored,
    )
    expect(examine([passing, high, everybodyElse]).looserFirst).toEqual([])
  })

  it('is no exception where what it asks for more makes the stay worse', () => {
    const recent = ruleOf('recent', { level: 'medium', near: 'county', withinDays: 3 }, monitored)
    expect(examine([recent, medium, everybodyElse]).looserFirst).toMatchObject([
      { first: 'recent', second: 'medium' },
    ])
  })

  it('is seen also where it is looser on some days only', () => {
    const long = ruleOf('long', { level: 'high', near: 'area', withinDays: 20 }, central)
    const arriving = ruleOf('arriving', {}, [stageOf('healthMonitoring', 3)], 'arrival')
    const { looserFirst } = examine([long, arriving])
    expect(looserFirst).toMatchObject([{ first: 'long', second: 'arriving', example: { daysSince: 14 } }])
  })
})

describe('overlapping rules', () => {
  it('are named where one asks for a place and the other for the person', () => {
    const ill = ruleOf('ill', { symptoms: 'some' }, atHome)
    expect(examine([high, ill, everybodyElse]).overlaps).toEqual([{ first: 'high', second: 'ill' }])
  })
  it('are no matter where they say the same, or are steps of a ladder', () => {
    const alsoAtHome = ruleOf('high-county', { level: 'high', near: 'county', withinDays: 20 }, atHome)
    expect(examine([high, alsoAtHome, medium, everybodyElse]).overlaps).toEqual([])
    const ill = ruleOf('ill', { symptoms: 'some' }, atHome)
    expect(examine([medium, ill, everybodyElse]).overlaps).toEqual([])
  })
})

describe('a higher level treated more mildly', () => {
  it('is shown by the two circumstances', () => {
    const mild = ruleOf('high', { level: 'high', near: 'area', withinDays: 13 }, monitored)
    const { milder } = examine([mild, medium, everybodyElse])
    expect(milder[0]).toMatchObject({
      lower: { level: 'medium', near: 'area' },
      higher: { level: 'high', near: 'area' },
    })
  })

  it('is never met under a table in which none was found', () => {
    fc.assert(
      fc.property(anyLadder, anyCircumstances, (rules, circumstances) => {
        fc.pre(circumstances.level !== null && examine(rules).milder.length === 0)
        const outcomes = riskLevels.map((level) => outcomeAt(rules, { ...circumstances, level }))
        outcomes.reduce((lower, higher) => {
          if (lower && higher) expect(compareOutcomes(higher, lower)).toBeGreaterThanOrEqual(0)
          return higher
        })
      }),
      { numRuns: 30 },
    )
  })
})

describe('the longest table', () => {
  const many = Array.from({ length: policyLimits.rules - 1 }, (_, index) =>
    ruleOf(
      `r${index}`,
      { level: 'medium', near: 'city', withinDays: index, symptoms: index % 2 ? 'some' : 'any' },
      [stageOf(index % 3 ? 'homeObservation' : 'healthMonitoring', 1 + (index % 28), [1])],
      index % 2 ? 'leaving' : 'arrival',
    ),
  )
  it('is examined too, and told ten faults of a sort', () => {
    const { looserFirst, gaps } = examine([...many, everybodyElse])
    expect(gaps).toEqual([])
    expect(looserFirst).toHaveLength(10)
  })
})
