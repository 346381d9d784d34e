import { addDays } from '@contract/calendar'
import type { StoredDay } from '@kernel/households/householdDocument'
import { steadyOf } from '@kernel/households/steady'
import { dayWith, reportWith } from '../functions/support/families'

const today = '2026-11-20'
const mother = { id: 'mother', left: null }

/** So many days without a gap, the newest first. */
const daysOf = (values: (number | null)[]): StoredDay[] =>
  values.map((mother, index) => dayWith(addDays(today, -index), { mother }))

const times = <T>(count: number, value: T): T[] => Array.from({ length: count }, () => value)

describe('a value that does not change', () => {
  it.each([
    ['is not noticed after six days', times(6, 36.5), []],
    ['is noticed after seven', times(7, 36.5), [{ person: 'mother', temperature: 36.5, days: 7 }]],
    [
      'is counted back to where it was another',
      [...times(9, 36.5), 36.6, ...times(5, 36.5)],
      [{ person: 'mother', temperature: 36.5, days: 9 }],
    ],
    ['is over with the first other value', [36.4, ...times(20, 36.5)], []],
    [
      'is neither ended nor made longer by days without a measurement',
      [null, ...times(4, 36.5), null, ...times(3, 36.5)],
      [{ person: 'mother', temperature: 36.5, days: 7 }],
    ],
    ['is none where nothing was ever measured', times(10, null), []],
  ])('%s', (_title, values, expected) => {
    expect(steadyOf(daysOf(values), [mother])).toEqual(expected)
  })

  it('is the last value of a day on which there were two', () => {
    const [first, ...others] = daysOf(times(7, 36.5))
    const corrected = reportWith({ mother: 37 }, new Date(`${today}T10:00:00Z`))
    const days = [{ on: today, reports: [...first!.reports, corrected] }, ...others]
    expect(steadyOf(days, [mother])).toEqual([])
    expect(
      steadyOf([{ on: today, reports: [corrected, ...first!.reports] }, ...others], [mother]),
    ).toHaveLength(1)
  })

  it('does not end where a day was missed', () => {
    const days = times(7, 36.5).map((mother, index) => dayWith(addDays(today, -2 * index), { mother }))
    expect(steadyOf(days, [mother])).toHaveLength(1)
  })

  it('is nobody’s who has left', () => {
    const left = { ...mother, left: { on: today, why: 'away' as const } }
    expect(steadyOf(daysOf(times(8, 36.5)), [left])).toEqual([])
  })
})
