import fc from 'fast-check'
import {
  addDays,
  dayOf,
  daysBetween,
  instantAt,
  isDay,
  isMinute,
  minuteOf,
  minutesIntoDay,
} from '@contract/calendar'

const instants = fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })

describe('a day in China', () => {
  it('begins at 16:00 of the day before in UTC', () => {
    expect(dayOf(new Date('2026-11-20T15:59:59.999Z'))).toBe('2026-11-20')
    expect(dayOf(new Date('2026-11-20T16:00:00.000Z'))).toBe('2026-11-21')
  })

  it('runs from its own midnight to the next', () => {
    fc.assert(
      fc.property(instants, (instant) => {
        const day = dayOf(instant)
        const begins = instantAt(day, 0)
        expect(begins.getTime()).toBeLessThanOrEqual(instant.getTime())
        expect(instantAt(addDays(day, 1), 0).getTime()).toBeGreaterThan(instant.getTime())
        expect(minutesIntoDay(instant)).toBe(Math.floor((instant.getTime() - begins.getTime()) / 60_000))
      }),
    )
  })
})

describe('counting days', () => {
  it.each([
    ['2026-01-31', 1, '2026-02-01'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2027-02-28', 1, '2027-03-01'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2026-03-01', -1, '2026-02-28'],
  ])('%s and %i days is %s', (day, days, expected) => {
    expect(addDays(day, days)).toBe(expected)
  })

  it('there and back is no way at all', () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: -4000, max: 4000 }), (instant, days) => {
        const day = dayOf(instant)
        expect(daysBetween(day, addDays(day, days))).toBe(days)
      }),
    )
  })
})

describe('what a person writes', () => {
  it.each(['2026-02-29', '2026-13-01', '2026-1-1', '20260101', '', '2026-04-31', '二零二六年'])(
    '%p is no day',
    (text) => {
      expect(isDay(text)).toBe(false)
    },
  )
  it.each(['2026-11-20 24:00', '2026-11-20 9:30', '2026-02-30 09:30', '2026-11-20', '2026-11-20T09:30'])(
    '%p is no minute',
    (text) => {
      expect(isMinute(text)).toBe(false)
    },
  )
  it('a minute of any instant is one', () => {
    fc.assert(fc.property(instants, (instant) => isMinute(minuteOf(instant)) && isDay(dayOf(instant))))
  })
})
