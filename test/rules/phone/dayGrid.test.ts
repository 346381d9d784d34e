import fc from 'fast-check'
import { addDays } from '@contract/calendar'
import type { Outcome } from '@contract/outcome'
import { monthsOf, weeksOf, type DaySquare } from '@/components/dayGrid'
import { byHand, someOutcome } from './support/outcomes'

const today = '2026-05-06'

const squares = (outcome: Outcome = someOutcome): DaySquare[] => weeksOf(outcome, today).flat()

const squareOn = (day: string, outcome?: Outcome): DaySquare => {
  const found = squares(outcome).find((square) => square.day === day)
  if (!found) throw new Error(`${day} is not shown`)
  return found
}

const notice: Outcome = { measure: 'noticeOnly', days: 0, from: '2026-05-05', until: '2026-05-05' }

describe('the picture of the days', () => {
  it('begins on the Monday before the first day and ends on the Sunday after the last', () => {
    const days = squares().map(({ day }) => day)
    expect([days[0], days[days.length - 1]]).toEqual(['2026-05-04', '2026-05-17'])
  })

  it('tints each measure on its days and no other day', () => {
    const on = (measure: DaySquare['measure']) =>
      squares()
        .filter((square) => square.measure === measure)
        .map(({ number }) => number)
    expect(on('first')).toEqual([5, 6, 7, 8, 9])
    expect(on('then')).toEqual([10, 11, 12])
  })

  it('marks where a measure begins and where it ends', () => {
    expect(squareOn('2026-05-05').edge).toEqual({ first: true, last: false })
    expect(squareOn('2026-05-09').edge).toEqual({ first: false, last: true })
    expect(squareOn('2026-05-10').edge).toEqual({ first: true, last: false })
  })

  it('marks tests and today', () => {
    expect(squareOn('2026-05-09')).toMatchObject({ hasTest: true, mark: '检' })
    expect(squareOn('2026-05-06')).toMatchObject({ isToday: true, hasTest: false, mark: '' })
  })

  it('shows the month where one begins', () => {
    expect(squareOn('2026-06-01', { ...byHand, from: '2026-05-30', until: '2026-06-05' }).mark).toBe('6月')
  })

  it('shows the tests of a notice', () => {
    const tested = { ...notice, tests: ['2026-05-07'] }
    expect(squares(tested).filter(({ hasTest }) => hasTest)).toHaveLength(1)
    expect(squares(tested).some(({ measure }) => measure !== null)).toBe(false)
  })

  it('is left out where no day asks anything', () => {
    expect(weeksOf(notice, today)).toEqual([])
  })

  it('consists of whole weeks with every day of every measure, whatever the days', () => {
    const someDay = fc.integer({ min: 0, max: 800 }).map((days) => addDays('2027-12-01', days))
    fc.assert(
      fc.property(
        someDay,
        fc.integer({ min: 1, max: 28 }),
        fc.integer({ min: 1, max: 28 }),
        (from, days, more) => {
          const until = addDays(from, days - 1)
          const then = {
            measure: 'healthMonitoring',
            days: more,
            from: addDays(until, 1),
            until: addDays(until, more),
          } as const
          const weeks = weeksOf({ measure: 'homeObservation', days, from, until, then }, today)
          expect(weeks.every((week) => week.length === 7)).toBe(true)
          expect(weeks.flat().filter(({ measure }) => measure === 'first')).toHaveLength(days)
          expect(weeks.flat().filter(({ measure }) => measure === 'then')).toHaveLength(more)
        },
      ),
    )
  })
})

describe('whoever hears the picture', () => {
  it('is told the day, which day of the measure it is, and what is done', () => {
    expect(squareOn('2026-05-09').label).toBe('5月9日（周六），居家观察第 5 天，最后一天，做核酸检测')
    expect(squareOn('2026-05-06').label).toBe('5月6日（周三），今天，居家观察第 2 天')
    expect(squareOn('2026-05-10').label).toBe('5月10日（周日），健康监测第 1 天')
  })

  it('is told nothing of days that ask nothing', () => {
    expect(squareOn('2026-05-15').label).toBe('')
  })
})

describe('the months above the picture', () => {
  it.each([
    ['2026-05-05', '2026-05-12', '2026年5月'],
    ['2026-05-30', '2026-06-05', '2026年5月至6月'],
    ['2026-12-30', '2027-01-05', '2026年12月至2027年1月'],
  ])('from %s to %s are %s', (from, until, months) => {
    expect(monthsOf(weeksOf({ ...byHand, from, until }, today))).toBe(months)
  })
})
