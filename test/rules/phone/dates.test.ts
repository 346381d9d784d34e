import { words } from '@/words'

const { dates } = words
const TODAY = '2026-11-20'

describe('days in words', () => {
  it.each([
    ['2026-11-20', '今天'],
    ['2026-11-21', '明天'],
    ['2026-11-19', '昨天'],
    ['2026-11-22', '11月22日'],
    ['2025-12-31', '2025年12月31日'],
  ])('are short where there is little room: %s is %s', (day, said) => {
    expect(dates.shortDay(day, TODAY)).toBe(said)
  })

  it('are told with the weekday where there is room', () => {
    expect(dates.dayInFull('2026-11-20', TODAY)).toBe('11月20日（周五）')
  })

  it('are told without a weekday where they are only named', () => {
    expect(dates.date('2026-11-20', TODAY)).toBe('11月20日')
    expect(dates.date('2025-11-20', TODAY)).toBe('2025年11月20日')
  })

  it('call a day of another month yesterday on the first', () => {
    expect(dates.shortDay('2026-10-31', '2026-11-01')).toBe('昨天')
  })
})

describe('moments in words', () => {
  it('are told by the clock in China', () => {
    expect(dates.instant('2026-11-19T16:05:00.000Z', TODAY)).toBe('今天 00:05')
  })

  it('keep a minute as it was written down', () => {
    expect(dates.minute('2026-11-18 08:30', TODAY)).toBe('11月18日 08:30')
  })
})
