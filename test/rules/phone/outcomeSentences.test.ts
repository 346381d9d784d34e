import type { Outcome } from '@contract/outcome'
import { outcomeInFull, outcomeSentences, outcomeTitle } from '@/components/outcomeSentences'
import { byHand, someOutcome } from './support/outcomes'

describe('what an outcome asks, in a line', () => {
  it('names the measure that follows', () => {
    expect(outcomeTitle(someOutcome)).toBe('居家观察 5 天，再健康监测 3 天')
  })

  it('names the last day of all', () => {
    expect(outcomeInFull(someOutcome, '2026-05-05')).toBe('居家观察 5 天，再健康监测 3 天，到5月12日（周二）')
  })

  it('says of a notice what it means', () => {
    const notice: Outcome = { measure: 'noticeOnly', days: 0, from: '2026-05-05', until: '2026-05-05' }
    expect(outcomeTitle(notice)).toBe('不用隔离')
  })
})

describe('what is to be done', () => {
  it('begins with the days of both measures', () => {
    expect(outcomeSentences(someOutcome, '2026-05-05').slice(0, 2)).toEqual([
      '从5月5日（周二），到5月9日（周六）晚上结束。',
      '然后健康监测 3 天，从5月10日（周日），到5月12日（周二）晚上结束。',
    ])
  })

  it('is told in the words of the rule or, without one, of the measure', () => {
    const [byRule, chosen] = [someOutcome, byHand].map((one) => outcomeSentences(one, '2026-05-05').join())
    expect(byRule).toContain('请在家观察，等社区上门。')
    expect(byRule).not.toContain('也不请人来家里')
    expect(chosen).toContain('也不请人来家里')
  })

  it('is not told in the words of a rule whose first measure had passed on arriving', () => {
    const second: Outcome = { ...someOutcome, ...someOutcome.then, days: 3, then: null }
    const nothing: Outcome = {
      ...someOutcome,
      measure: 'noticeOnly',
      days: 0,
      until: '2026-05-05',
      then: null,
    }
    for (const left of [second, nothing])
      expect(outcomeSentences(left, '2026-05-05').join()).not.toContain('请在家观察')
  })

  it('is told of a notice in the words of its rule', () => {
    const basis = { ...someOutcome.basis, counted: { from: 'arrival', since: '2026-05-05', days: 0 } }
    const notice = { ...byHand, measure: 'noticeOnly', days: 0, until: '2026-05-05', basis } as Outcome
    expect(outcomeSentences(notice, '2026-05-06').join()).toContain('请在家观察，等社区上门。')
  })

  it('is a test also after the last day of the last measure', () => {
    const tested = { ...byHand, tests: ['2026-05-13'] }
    expect(outcomeSentences(tested, '2026-05-12').slice(0, 2)).toEqual([
      '5月11日（周一）已经结束。',
      '要做核酸检测的日子：5月13日。',
    ])
    expect(outcomeSentences(tested, '2026-05-12').join()).not.toContain('也不请人来家里')
  })

  it('names the test of today, and those to come', () => {
    const sentences = outcomeSentences(someOutcome, '2026-05-05')
    expect(sentences).toContain('今天要做一次核酸检测。')
    expect(sentences).toContain('还要做核酸检测的日子：5月9日、5月12日。')
  })

  it('names all tests before the first', () => {
    expect(outcomeSentences(someOutcome, '2026-05-04')).toContain(
      '要做核酸检测的日子：5月5日、5月9日、5月12日。',
    )
  })

  it('says how often to take one’s temperature', () => {
    expect(outcomeSentences(someOutcome, '2026-05-05')).toContain('每天量 2 次体温，记下来。')
  })

  it('asks for the second measure once the first is over', () => {
    const sentences = outcomeSentences(someOutcome, '2026-05-10')
    expect(sentences).toContain('从5月10日（周日），到5月12日（周二）晚上结束。')
    expect(sentences.join()).toContain('可以出门')
    expect(sentences.join()).not.toContain('5月9日')
  })

  it('is nothing after the last day of the last measure', () => {
    expect(outcomeSentences(someOutcome, '2026-05-13')).toEqual(['5月12日（周二）已经结束。'])
    expect(outcomeSentences(byHand, '2026-05-12')).toEqual(['5月11日（周一）已经结束。'])
  })
})
