import { assess } from '@contract/assessment'
import { addDays } from '@contract/calendar'
import { policyExamples } from '@contract/policyExamples'
import type { RiskArea } from '@contract/riskLevels'
import { areaOf, factsOf, listOf, policyOf, stayOf } from './support/policies'

const [twentyMeasures, ninthEdition, beforeJune] = policyExamples.map(({ rules }) => rules)

const LEFT = '2022-05-03'
// Of three counties of Chengdu one is high as a whole, one has a medium compound, and one has nothing.
const HIGH = '510104'
const MEDIUM = '510107'
const SAME_CITY = '510112'
const ELSEWHERE = '510704'
const ABROAD = '900101'
const everywhere = [areaOf(HIGH, 'high'), areaOf(MEDIUM, 'medium', { name: '示例小区' })]

/** What is asked of somebody who was there until 3 May and arrives so many days later; days of tests are counted from 3 May. */
const asked = (
  rules: typeof twentyMeasures,
  region: string,
  {
    detail = '',
    areas = everywhere,
    later = 0,
  }: { detail?: string; areas?: RiskArea[]; later?: number } = {},
) => {
  const facts = factsOf([stayOf(region, LEFT, { detail })], addDays(LEFT, later))
  const outcome = assess(facts, policyOf(rules ?? []), listOf(areas), (code) => code)
  if (!outcome) throw new Error('no rule fits')
  const dayOf = (day: string) => Number(day.slice(8)) - 2
  const { measure, days, until, then, tests = [] } = outcome
  return {
    measure,
    days,
    until,
    tests: tests.map(dayOf),
    ...(then && { then: `${then.measure} ${then.days} until ${then.until}` }),
  }
}

const nothing = { measure: 'noticeOnly', days: 0 }

describe('before June 2022 (14+7)', () => {
  const rules = beforeJune
  it('a high-risk area means central observation for 14 days from leaving, tests on days 1, 4, 7, 10 and 14', () => {
    expect(asked(rules, HIGH)).toEqual({
      measure: 'centralObservation',
      days: 14,
      until: '2022-05-16',
      tests: [1, 4, 7, 10, 14],
    })
  })
  it('the county of a high-risk area, or a medium-risk area, means the same days at home', () => {
    const atHome = { measure: 'homeObservation', days: 14, until: '2022-05-16', tests: [1, 4, 7, 10, 14] }
    const compound = [areaOf(HIGH, 'high', { name: '示例小区' })]
    expect(asked(rules, HIGH, { areas: compound })).toEqual(atHome)
    expect(asked(rules, MEDIUM, { detail: '示例小区 3 栋' })).toEqual(atHome)
  })
  it('the city of a high-risk area means monitoring at home for 14 days, tests on days 1, 3, 7 and 14', () => {
    const monitored = { measure: 'healthMonitoring', days: 14, until: '2022-05-16', tests: [1, 3, 7, 14] }
    expect(asked(rules, SAME_CITY)).toEqual(monitored)
  })
  it('a city with cases but no high-risk area means monitoring at home for 7 days, tests on days 1, 3 and 7', () => {
    const areas = everywhere.slice(1)
    const monitored = { measure: 'healthMonitoring', days: 7, until: '2022-05-09', tests: [1, 3, 7] }
    expect(asked(rules, SAME_CITY, { areas })).toEqual(monitored)
    expect(asked(rules, MEDIUM, { areas })).toEqual(monitored)
  })
  it('anywhere else means one test within 48 hours of arriving', () => {
    expect(asked(rules, ELSEWHERE, { later: 2 })).toMatchObject({ ...nothing, tests: [4] })
    expect(asked(rules, HIGH, { later: 14 })).toMatchObject({ ...nothing, tests: [16] })
  })
  it('across the border means 14 days central and 7 monitored', () => {
    expect(asked(rules, ABROAD)).toEqual({
      measure: 'centralObservation',
      days: 14,
      until: '2022-05-16',
      then: 'healthMonitoring 7 until 2022-05-23',
      tests: [1, 4, 7, 14, 16, 21],
    })
  })
})

describe('the ninth edition, 27 June 2022 (7+3)', () => {
  const rules = ninthEdition
  it('a high-risk area means central observation for 7 days from leaving, tests on days 1, 2, 3, 5 and 7', () => {
    expect(asked(rules, HIGH)).toEqual({
      measure: 'centralObservation',
      days: 7,
      until: '2022-05-09',
      tests: [1, 2, 3, 5, 7],
    })
  })
  it('a medium-risk area means 7 days at home from leaving, tests on days 1, 4 and 7', () => {
    expect(asked(rules, MEDIUM, { detail: '示例小区' })).toEqual({
      measure: 'homeObservation',
      days: 7,
      until: '2022-05-09',
      tests: [1, 4, 7],
    })
  })
  it('the rest of such a county is at low risk: two tests within 3 days of arriving', () => {
    expect(asked(rules, MEDIUM)).toMatchObject({ ...nothing, tests: [1, 3] })
    const compound = [areaOf(HIGH, 'high', { name: '示例小区' })]
    expect(asked(rules, HIGH, { areas: compound, later: 3 })).toMatchObject({ ...nothing, tests: [4, 6] })
  })
  it('more than 7 days ago nothing is asked, as anywhere else', () => {
    expect(asked(rules, HIGH, { later: 6 })).toMatchObject({ measure: 'centralObservation', days: 1 })
    expect(asked(rules, HIGH, { later: 7 })).toMatchObject({ ...nothing, tests: [] })
    expect(asked(rules, SAME_CITY)).toMatchObject({ ...nothing, tests: [] })
  })
  it('across the border means 7 days central and 3 monitored, the last test on the third of them', () => {
    expect(asked(rules, ABROAD)).toEqual({
      measure: 'centralObservation',
      days: 7,
      until: '2022-05-09',
      then: 'healthMonitoring 3 until 2022-05-12',
      tests: [1, 2, 3, 5, 7, 10],
    })
  })
  it('days in the place of entry count: who arrives on the ninth day is monitored for the last two', () => {
    expect(asked(rules, ABROAD, { later: 8 })).toEqual({
      measure: 'healthMonitoring',
      days: 2,
      until: '2022-05-12',
      tests: [10],
    })
  })
})

describe('the twenty measures, 11 November 2022 (5+3)', () => {
  const rules = twentyMeasures
  it('a high-risk area means 7 days at home from leaving, tests on days 1, 3, 5 and 7', () => {
    expect(asked(rules, HIGH)).toEqual({
      measure: 'homeObservation',
      days: 7,
      until: '2022-05-09',
      tests: [1, 3, 5, 7],
    })
  })
  it('a low-risk area means two tests within 3 days of arriving; what was medium is low', () => {
    expect(asked(rules, HIGH, { areas: [areaOf(HIGH, 'high', { name: '示例楼' })] })).toMatchObject({
      ...nothing,
      tests: [1, 3],
    })
    expect(asked(rules, MEDIUM, { detail: '示例小区' })).toMatchObject({ ...nothing, tests: [1, 3] })
    expect(asked(rules, SAME_CITY, { areas: [areaOf(SAME_CITY, 'low')] })).toMatchObject({ tests: [1, 3] })
  })
  it('across the border means 5 days central and 3 at home, tests on days 1, 2, 3, 5 and then 1 and 3', () => {
    expect(asked(rules, ABROAD)).toEqual({
      measure: 'centralObservation',
      days: 5,
      until: '2022-05-07',
      then: 'homeObservation 3 until 2022-05-10',
      tests: [1, 2, 3, 5, 6, 8],
    })
  })
})

it('each says where it was published, and what a resident should do', () => {
  for (const { source, rules } of policyExamples) {
    expect(source.link).toMatch(/^https?:\/\//)
    expect(source.publishedOn).toMatch(/^2022-/)
    for (const { resident } of rules) expect(resident).toMatch(/。$/)
  }
})
