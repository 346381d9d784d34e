import { partsOf } from '@kernel/checking/textParts'
import { namedIn } from '@kernel/checking/namedIds'
import { asShown, hidden, hiddenIn } from '@kernel/hiddenTexts'
import { hiddenText } from '@contract/labels'

describe('texts as WeChat takes them', () => {
  it('go together in one part, what says nothing is left out', () => {
    expect(partsOf(['到家了', ' ', '', '请打电话'])).toEqual(['到家了\n请打电话'])
    expect(partsOf(['', '  '])).toEqual([])
  })

  it('fill a part up to 2,500 characters, the line break between two included', () => {
    expect(partsOf(['甲'.repeat(2_000), '乙'.repeat(499)]).map((part) => part.length)).toEqual([2_500])
    expect(partsOf(['甲'.repeat(2_000), '乙'.repeat(500)]).map((part) => part.length)).toEqual([2_000, 500])
  })

  it('are cut where one alone is longer, and no rare character is cut in two', () => {
    const parts = partsOf(['𠮷'.repeat(2_501)])
    expect(parts.map((part) => Array.from(part).length)).toEqual([2_500, 1])
    expect(parts.join('')).toBe('𠮷'.repeat(2_501))
  })
})

describe('what an act names', () => {
  const id = (digit: string) => `${digit.repeat(8)}-0000-4000-8000-000000000000`

  it('is every id of its input and then of its answer, each once, and every place', () => {
    const input = { case: id('a'), answers: { household: { place: 'qinghe-1', door: '301' } } }
    expect(namedIn(input, [{ id: id('b') }, { of: id('a') }])).toEqual({
      ids: [id('a'), id('b')],
      places: ['qinghe-1'],
    })
  })

  it('is no text that only looks like one', () => {
    expect(namedIn({ words: 'a0000000', place: null, day: '2026-11-22' })).toEqual({ ids: [], places: [] })
  })
})

describe('a hidden text', () => {
  it('is shown as a sentence, and can be had back by the case that hid it', () => {
    const whole = hidden('骂人的话', 'case-1')
    expect(asShown(whole)).toBe(hiddenText)
    expect(hiddenIn(whole)).toEqual({ by: 'case-1', text: '骂人的话' })
  })

  it('is no text that nobody has hidden', () => {
    expect(asShown('没有隐藏')).toBe('没有隐藏')
    expect(hiddenIn('没有隐藏')).toBeNull()
  })
})
