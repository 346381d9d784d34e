import { policyExamples } from '@contract/policyExamples'
import { examine, type Examination } from '@contract/policyExamination'
import type { Rule } from '@contract/policyRules'
import { findingsOf } from '@/staff/policy/examinationLines'
import { blankRule } from '@/staff/policy/ruleEdits'
import { circumstancesText, conditionText, consequenceLines } from '@/staff/policy/ruleWords'

const ruleOf = (id: string, when: Partial<Rule['when']> = {}, then: Partial<Rule['then']> = {}): Rule => {
  const blank = blankRule(id, id)
  return {
    ...blank,
    when: { ...blank.when, ...when },
    then: { ...blank.then, ...then },
    resident: '请按要求做。',
  }
}

const home = (days: number, tests: number[] = []) => ({ measure: 'homeObservation' as const, days, tests })

const sevenPlusThree = policyExamples.find(({ name }) => name.startsWith('7+3'))?.rules ?? []

describe('a rule, in words', () => {
  it('is for whom it asks, or for all others', () => {
    const { when } = ruleOf('a', { level: 'medium', near: 'county', withinDays: 14 })
    expect(conditionText(when)).toBe('中风险及以上 · 到过同县区 · 离开 14 天内')
    expect(conditionText(ruleOf('b').when)).toBe('其他所有人')
  })

  it('names all that it asks of a person', () => {
    const { when } = ruleOf('a', {
      near: 'abroad',
      symptoms: 'some',
      test: 'notNegative',
      vaccination: 'notFull',
      through: 'only',
    })
    expect(conditionText(when)).toBe('境外来的 · 只是途经 · 有症状 · 没有阴性结果 · 没有全程接种')
  })

  it('says what follows, for how long, counted from which day, and when to test', () => {
    const { then } = ruleOf(
      'a',
      {},
      { countedFrom: 'leaving', stages: [home(7, [1, 4, 7])], temperatures: 2 },
    )
    expect(consequenceLines(then)).toEqual([
      '居家观察 7 天，第 1、4、7 天检测',
      '从离开那天算起，每天量体温 2 次',
    ])
  })

  it('says both measures of seven and three', () => {
    const { then } = sevenPlusThree.find(({ id }) => id === 'abroad') ?? ruleOf('none')
    expect(consequenceLines(then)).toEqual([
      '集中观察 7 天，第 1、2、3、5、7 天检测',
      '再健康监测 3 天，第 3 天检测',
      '从离开那天算起，每天量体温 2 次',
    ])
  })

  it('that only gives notice counts no days of a measure', () => {
    const stages = [{ measure: 'noticeOnly' as const, days: 0, tests: [1, 3] }]
    expect(consequenceLines(ruleOf('a', {}, { stages }).then)).toEqual(['告知即可，到达后第 1、3 天检测'])
    const fromLeaving = { stages, countedFrom: 'leaving' as const }
    expect(consequenceLines(ruleOf('a', {}, fromLeaving).then)).toEqual(['告知即可，离开后第 1、3 天检测'])
  })
})

describe('circumstances, in words', () => {
  const usual = { hasSymptoms: false, test: 'negative', vaccination: 'full', through: false } as const

  it('name the place by its level and how near it was', () => {
    expect(circumstancesText({ ...usual, level: 'medium', near: 'county', daysSince: 3 })).toBe(
      '中风险，同县区 · 离开 3 天 · 检测阴性 · 全程接种',
    )
  })

  it('may be nowhere at risk, or abroad', () => {
    expect(circumstancesText({ ...usual, level: null, near: null, daysSince: 0 })).toContain('没到过风险地区')
    expect(circumstancesText({ ...usual, level: null, near: 'abroad', daysSince: 0 })).toContain('境外')
  })
})

describe('what is found about a table of rules', () => {
  const textsOf = (rules: Rule[], found: Examination = examine(rules)) =>
    findingsOf(rules, found).map(({ text }) => text)

  it('is nothing for the policies that have been law', () => {
    const findings = policyExamples.map(({ rules }) => findingsOf(rules, examine(rules)))
    expect(findings.flat().filter(({ mustMend }) => mustMend)).toEqual([])
  })

  it('says for whom there is no rule', () => {
    const rules = sevenPlusThree.slice(0, -1)
    const gaps = findingsOf(rules, examine(rules)).filter(({ mustMend }) => mustMend)
    expect(gaps[0]).toMatchObject({ rule: null })
    expect(gaps[0]?.text).toContain('没有规则管这种情况：没到过风险地区')
    expect(gaps).toHaveLength(4)
    expect(gaps[3]?.text).toBe('另外至少还有 7 种情况没有规则')
  })

  it('names a rule that never counts by its number, because its copy bears the same name', () => {
    const rules = [ruleOf('a'), { ...ruleOf('copy'), name: 'a' }]
    expect(findingsOf(rules, examine(rules))).toEqual([
      { text: '第 2 条“a”永远用不上，前面的第 1 条“a”已经全包括了', rule: 'copy', mustMend: true },
    ])
  })

  it('leads to the rule of a wrong order, and lets it be', () => {
    const loose = ruleOf('loose', { level: 'low', near: 'county' })
    const strict = ruleOf('strict', { level: 'high', near: 'county' }, { stages: [home(7)] })
    const rules = [loose, strict, ruleOf('others')]
    expect(textsOf(rules).join('\n')).toContain('第 2 条“strict”永远用不上')
    const within = [{ ...loose, when: { ...loose.when, withinDays: 3 } }, strict, ruleOf('others')]
    const [found] = findingsOf(within, examine(within)).filter(({ mustMend }) => !mustMend)
    expect(found).toMatchObject({ rule: 'loose', mustMend: false })
    expect(found?.text).toContain('第 1 条“loose”排在第 2 条“strict”前面，却更松')
  })

  it('names the rules where a higher level is treated more mildly', () => {
    const rules = [
      ruleOf('high', { level: 'high', near: 'area' }, { stages: [home(3)] }),
      ruleOf('low', { level: 'low', near: 'area' }, { stages: [home(7)] }),
      ruleOf('others'),
    ]
    const found = findingsOf(rules, examine(rules)).find(({ text }) => text.includes('风险更高的反而更松'))
    expect(found).toMatchObject({ rule: 'high', mustMend: false })
    expect(found?.text).toMatch(/高风险.*（第 1 条“high”），比中风险.*（第 2 条“low”）松/)
  })

  it('begins with rules that are not finished', () => {
    const rules = [{ ...ruleOf('others'), resident: '' }]
    expect(findingsOf(rules, examine(rules))).toEqual([
      { text: '第 1 条“others”还没有写完', rule: 'others', mustMend: true },
    ])
  })
})
