import type { Rule } from '@contract/policyRules'
import {
  blankRule,
  copied,
  freeId,
  moved,
  refusedRule,
  testDaysIn,
  unfinishedIn,
  without,
  withRule,
  withStage,
} from '@/staff/policy/ruleEdits'

const rules = ['a', 'b', 'others'].map((id): Rule => blankRule(id, id))
const ids = (changed: readonly Rule[]) => changed.map(({ id }) => id)

describe('a table of rules', () => {
  it('lets a rule move up and down, but not off its ends', () => {
    expect(ids(moved(rules, 'b', -1))).toEqual(['b', 'a', 'others'])
    expect(ids(moved(rules, 'a', 1))).toEqual(['b', 'a', 'others'])
    expect(ids(moved(rules, 'a', -1))).toEqual(ids(rules))
    expect(ids(moved(rules, 'others', 1))).toEqual(ids(rules))
  })

  it('takes a new rule last, but before one that is for everybody else', () => {
    expect(ids(withRule(rules, blankRule('new', '')))).toEqual(['a', 'b', 'new', 'others'])
    const abroad = rules
      .slice(0, 2)
      .map((one) => ({ ...one, when: { ...one.when, near: 'abroad' as const } }))
    expect(ids(withRule(abroad, blankRule('new', '')))).toEqual(['a', 'b', 'new'])
  })

  it('takes a changed rule in the place of the old one', () => {
    expect(withRule(rules, { ...blankRule('b', '改了') })[1]?.name).toBe('改了')
  })

  it('puts a copy behind what it was made of, with an id of its own', () => {
    const twice = copied(copied(rules, 'a'), 'a')
    expect(ids(twice).slice(0, 1)).toEqual(['a'])
    expect(new Set(ids(twice)).size).toBe(5)
    expect(twice.filter(({ name }) => name === 'a')).toHaveLength(3)
  })

  it('gives no id twice, even after removing', () => {
    const added = withRule(rules, blankRule(freeId(rules), ''))
    const after = without(added, 'a')
    expect(ids(after)).not.toContain(freeId(after))
  })

  it('knows which rules are not finished', () => {
    const done = { ...blankRule('done', '其他'), resident: '请注意身体。' }
    expect(ids(unfinishedIn([done, ...rules]))).toEqual(ids(rules))
  })
})

describe('the measures of a rule', () => {
  const home = { measure: 'homeObservation', days: 7, tests: [] } as const
  const monitored = { measure: 'healthMonitoring', days: 3, tests: [] } as const
  const notice = { measure: 'noticeOnly', days: 0, tests: [] } as const
  const both = [home, monitored].map((stage) => ({ ...stage, tests: [] }))

  it('are one, or one and another', () => {
    expect(withStage([{ ...home, tests: [] }], 1, { ...monitored, tests: [] })).toEqual(both)
    expect(withStage(both, 1, null)).toEqual(both.slice(0, 1))
  })

  it('end with a notice: what came after it does not stay unseen', () => {
    expect(withStage(both, 0, { ...notice, tests: [] })).toEqual([notice])
  })
})

describe('days of tests, as they are typed', () => {
  it.each([
    ['1 4 7', [1, 4, 7]],
    ['1，4、7', [1, 4, 7]],
    [' 1,  14 ', [1, 14]],
    ['', []],
  ])('%p are taken', (typed, days) => {
    expect(testDaysIn(typed, 28)).toEqual(days)
  })

  it.each(['一', '0', '1 1', '7 4', '1.5', '29', '-1', '1 天'])('%p are not', (typed) => {
    expect(testDaysIn(typed, 28)).toBeNull()
  })

  it('lie within their measure', () => {
    expect(testDaysIn('1 7', 7)).toEqual([1, 7])
    expect(testDaysIn('1 8', 7)).toBeNull()
  })
})

describe('what a function refuses', () => {
  it('is found in the table', () => {
    expect(refusedRule({ name: 'required', 'rules.11.then.stages.0.days': 'outOfRange' })).toEqual({
      index: 11,
      fault: 'outOfRange',
    })
  })

  it('may be no rule', () => {
    expect(refusedRule({ rules: 'rulesUnsound', 'source.text': 'required' })).toBeNull()
  })
})
