import fc from 'fast-check'
import { assess, indexAreas, type PolicyInForce } from '@contract/assessment'
import { addDays, daysBetween } from '@contract/calendar'
import { lastDayOf } from '@contract/outcome'
import { regionKeys } from '@contract/regionCodes'
import { usualReporting } from '@contract/reportingRules'
import { usualTipping } from '@contract/usualTipping'
import { limits } from '@contract/returneeAnswers'
import type { RiskArea } from '@contract/riskLevels'
import { factsOf } from '@kernel/assessment/assessRegistration'
import {
  changedSorts,
  codesOf,
  oldestOpened,
  openedBetween,
  reachCities,
} from '../../../cloudfunctions/reassessment/scopeRules'
import { someRules } from '../../functions/support/rulings'

const today = '2022-11-11'
const area = (changes: Partial<RiskArea> = {}): RiskArea => ({
  region: '510107',
  name: '',
  level: 'high',
  from: '2022-11-01',
  until: null,
  ...changes,
})
const rule = (changes: object) => ({ ...someRules[0]!, when: { ...someRules[0]!.when, ...changes } })

describe('the days on which a registration was opened', () => {
  it('begin as long before an area was at risk as one may register and amend ahead of arriving', () => {
    expect(openedBetween([area()], today)).toEqual({ from: '2022-08-03', to: '9999-12-31' })
  })

  it('end as long after it as one may register having left, with the fortnight before leaving', () => {
    expect(openedBetween([area({ until: '2022-11-05' })], today)?.to).toBe('2023-01-18')
  })

  it('are no older than a measure that may still go on', () => {
    expect(oldestOpened(today)).toBe('2022-06-18')
    expect(openedBetween([area({ from: '2021-01-01' })], today)?.from).toBe(oldestOpened(today))
  })

  it('reach from the first to the last of several areas, and are none for no area', () => {
    const areas = [area({ from: '2022-10-01', until: '2022-10-02' }), area({ until: '2022-11-02' })]
    expect(openedBetween(areas, today)).toEqual({ from: '2022-07-03', to: '2023-01-15' })
    expect(openedBetween([], today)).toBeNull()
  })
})

describe('the codes that are looked for', () => {
  it('are those of the county of an area, also as it was called before', () => {
    expect(codesOf([area(), area({ name: '示例小区' })], false)).toEqual(['510107'])
    expect(codesOf([area({ region: '330104' })], false)).toEqual(
      expect.arrayContaining(['330102', '330104', '330114']),
    )
  })

  it('are those of its city where a rule reaches so far', () => {
    expect(reachCities([rule({ near: 'county' })])).toBe(false)
    expect(reachCities([rule({ near: 'city' })])).toBe(true)
    expect(codesOf([area(), area({ region: '510108' })], true)).toEqual(['510100'])
    expect(codesOf([area({ region: '429004' })], true)).toEqual(['429004'])
  })
})

describe('two policies', () => {
  it('that differ where nothing was at risk concern everybody', () => {
    const [high, medium, other] = someRules
    const watched = { ...other!, then: medium!.then }
    expect(changedSorts(someRules, [high!, medium!, watched])).toContain('nowhere')
  })

  it('that differ in rules for areas concern those who were near one', () => {
    expect(changedSorts(someRules, [rule({ withinDays: 7 }), ...someRules.slice(1)])).toEqual(['atRisk'])
    expect(changedSorts(someRules, [...someRules.slice(1, 2), someRules[0]!, someRules[2]!])).toEqual([
      'atRisk',
    ])
  })

  it('that differ across the border concern those who come from there', () => {
    const abroad = rule({ level: 'any', near: 'abroad' })
    expect(changedSorts(someRules, [abroad, ...someRules])).toEqual(['abroad'])
  })

  it('that only put it otherwise concern nobody', () => {
    expect(
      changedSorts(
        someRules,
        someRules.map((one) => ({ ...one, resident: '请在家。' })),
      ),
    ).toEqual([])
  })
})

/** Whatever an officer may publish and somebody may answer. */
const day = (least: number, most: number) =>
  fc.integer({ min: least, max: most }).map((days) => addDays(today, days))
const regions = fc.constantFrom('510107', '510108', '330104', '330102')
const areas = fc.array(
  fc
    .record({
      region: regions,
      level: fc.constantFrom('high' as const, 'medium' as const),
      from: day(-120, 10),
    })
    .chain((some) =>
      fc
        .option(fc.integer({ min: 0, max: 40 }), { nil: null })
        .map((days) => area({ ...some, until: days === null ? null : addDays(some.from, days) })),
    ),
  { minLength: 1, maxLength: 3 },
)
const registrations = fc
  .record({
    opened: day(-200, 0),
    left: fc.integer({ min: -limits.departureDaysBack, max: limits.arrivalDaysAhead }),
    arrives: fc.integer({ min: -limits.departureDaysBack, max: limits.arrivalDaysAhead }),
    region: regions,
    passed: fc.array(fc.record({ region: regions, before: fc.integer({ min: 0, max: 14 }) }), {
      maxLength: 2,
    }),
  })
  .map(({ opened, left, arrives, region, passed }) => {
    const arrivesOn = addDays(opened, Math.max(left, arrives))
    const latest = arrivesOn < opened ? arrivesOn : opened
    return {
      opened,
      answers: {
        from: { region, detail: '' },
        leftOn: addDays(opened, left),
        arrivesOn,
        passed: passed.map((one) => ({ region: one.region, on: addDays(latest, -one.before) })),
        symptoms: [],
        test: { result: 'negative' as const },
        vaccination: 'unknown' as const,
      },
    }
  })

const policy: PolicyInForce = {
  id: '',
  number: 1,
  name: '',
  rules: someRules,
  reporting: usualReporting,
  tipping: usualTipping,
}
const listOf = (some: RiskArea[]) => ({
  id: '',
  number: 1,
  publishedOn: today,
  source: '',
  areas: indexAreas(some),
})

it('nobody whom a list changes is missed, whose measure is not over', () => {
  fc.assert(
    fc.property(areas, registrations, (some, { opened, answers }) => {
      const facts = factsOf(answers, new Date(`${opened}T04:00:00Z`))
      const [before, after] = [[], some].map((list) => assess(facts, policy, listOf(list), (code) => code))
      const isOver = (outcome: typeof after) => !outcome || lastDayOf(outcome) < today
      if (after?.measure === before?.measure || (isOver(before) && isOver(after))) return
      const days = openedBetween(some, today)!
      expect(opened >= days.from && opened <= days.to).toBe(true)
      const keys = regionKeys([answers.from.region, ...answers.passed.map(({ region }) => region)])
      expect(codesOf(some, false).some((code) => keys.includes(code))).toBe(true)
      expect(daysBetween(opened, today)).toBeGreaterThanOrEqual(0)
    }),
    { numRuns: 500 },
  )
})
