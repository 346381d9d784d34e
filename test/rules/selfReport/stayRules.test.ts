import { indexAreas, type PolicyInForce } from '@contract/assessment'
import { addDays } from '@contract/calendar'
import { usualReporting } from '@contract/reportingRules'
import { usualTipping } from '@contract/usualTipping'
import type { RiskArea } from '@contract/riskLevels'
import type { PersonReport } from '@contract/selfReport'
import type { HouseholdDocument } from '@kernel/households/householdDocument'
import { hasToRegister, staysToRegister } from '../../../cloudfunctions/selfReport/stayRules'
import { someRules } from '../../functions/support/rulings'

const today = '2026-03-10'
const day = (days: number) => addDays(today, days)
const area = (region: string, level: RiskArea['level'], changes: Partial<RiskArea> = {}): RiskArea => ({
  ...{ region, level, name: '', from: day(-10), until: null },
  ...changes,
})
const areas = [area('510107', 'high'), area('610113', 'medium', { name: '示例小区' }), area('440304', 'low')]
const list = { id: 'list', number: 1, publishedOn: today, source: '', areas: indexAreas(areas) }
const policy: PolicyInForce = {
  ...{ id: 'policy', number: 1, name: '', reporting: usualReporting, tipping: usualTipping },
  rules: someRules,
}
const stay = (region: string, changes: Partial<PersonReport['been'][number]> = {}) => ({
  ...{ region, detail: '', first: day(-3), last: day(-1) },
  ...changes,
})
const nothingSaid = { test: 'none', vaccination: 'unknown' } as const

describe('whoever has been somewhere', () => {
  const has = (
    been: ReturnType<typeof stay>,
    ruling: Parameters<typeof hasToRegister>[2] = { policy, list },
  ) => hasToRegister(been, nothingSaid, ruling, today)

  it.each([
    ['510107', true],
    ['610113', true],
    ['440304', false],
    ['310101', false],
  ])('in %s is registered where the policy asks more than to be careful: %s', (region, is) => {
    expect(has(stay(region))).toBe(is)
  })

  it('near a risk area is registered where the policy asks for tests; elsewhere tests are for every traveller', () => {
    const notice = someRules[2]!
    const tested = { ...notice.then, stages: [{ measure: 'noticeOnly' as const, days: 0, tests: [1, 3] }] }
    const rules = [...someRules.slice(0, 2), { ...notice, then: tested }]
    const asking = { policy: { ...policy, rules }, list }
    expect(has(stay('440304'), asking)).toBe(true)
    expect(has(stay('310101'), asking)).toBe(false)
    expect(has(stay('440304', { first: day(-9), last: day(-8) }), asking)).toBe(false)
  })

  it.each([
    [-4, false],
    [-5, true],
  ])('until the fifth day before, where the county is at risk since day %i: %s', (since, is) => {
    const risen = { ...list, areas: indexAreas([area('510107', 'high', { from: day(since) })]) }
    expect(has(stay('510107', { first: day(-8), last: day(-5) }), { policy, list: risen })).toBe(is)
  })

  it('so long ago that nothing is asked any more is not', () => {
    const long = { ...list, areas: indexAreas([area('610113', 'medium', { from: day(-20) })]) }
    expect(has(stay('610113', { first: day(-9), last: day(-7) }), { policy, list: long })).toBe(false)
    expect(has(stay('610113', { first: day(-9), last: day(-6) }), { policy, list: long })).toBe(true)
  })

  it('and coughs or is positive is not for that alone: there is an alert for it', () => {
    const ill = { ...someRules[0]!, when: { ...someRules[2]!.when, test: 'positive' as const } }
    const rules = [ill, ...someRules]
    const told = { test: 'positive', vaccination: 'unknown' } as const
    expect(hasToRegister(stay('310101'), told, { policy: { ...policy, rules }, list }, today)).toBe(false)
  })

  it.each([
    ['510107', true],
    ['440304', true],
    ['510104', false],
    ['310101', false],
  ])('in %s is registered without a policy where the list names the county: %s', (region, is) => {
    expect(has(stay(region), { policy: null, list })).toBe(is)
  })

  it('is not where there is neither a policy nor a list', () => {
    expect(has(stay('510107'), { policy: null, list: null })).toBe(false)
  })
})

describe('the registrations of a report', () => {
  const members = ['one', 'two', 'three'].map((id) => ({ id, vaccination: 'unknown' }))
  const household = (registered: object[] = []) =>
    ({ members, registered }) as unknown as Pick<HouseholdDocument, 'members' | 'registered'>
  const person = (id: string, ...been: ReturnType<typeof stay>[]) =>
    ({ person: id, been, test: null, vaccination: 'unknown' }) as unknown as PersonReport
  const found = (people: PersonReport[], registered?: object[]) =>
    staysToRegister({ people }, household(registered), { policy, list }, today)

  it('are one for all who were in the same county until the same day', () => {
    const detailed = stay('510107', { detail: '菜市场', first: day(-2) })
    expect(found([person('one', stay('510107')), person('two'), person('three', detailed)])).toEqual([
      { region: '510107', last: day(-1), people: ['one', 'three'] },
    ])
  })

  it('are several for several counties or days', () => {
    const people = [
      person('one', stay('510107'), stay('610113')),
      person('two', stay('510107', { last: day(-2) })),
    ]
    expect(found(people).map(({ region, last }) => [region, last])).toEqual([
      ['510107', day(-1)],
      ['610113', day(-1)],
      ['510107', day(-2)],
    ])
  })

  it('are not made again for the same person, county and day', () => {
    const before = { region: '510107', last: day(-1), people: ['one'] }
    expect(found([person('one', stay('510107')), person('two', stay('510107'))], [before])).toEqual([
      { region: '510107', last: day(-1), people: ['two'] },
    ])
  })

  it('name somebody who says the same stay twice once', () => {
    expect(found([person('one', stay('510107'), stay('510107', { detail: '又一处' }))])[0]?.people).toEqual([
      'one',
    ])
  })
})
