import fc from 'fast-check'
import { addDays } from '@contract/calendar'
import { measures, outcomeOf } from '@contract/returnee'

describe('the days of a measure', () => {
  it('begin with the day of arrival, and the last is inclusive', () => {
    expect(outcomeOf('homeObservation', 7, '2028-02-26')).toEqual({
      measure: 'homeObservation',
      days: 7,
      from: '2028-02-26',
      until: '2028-03-03',
    })
  })
  it('are none for a notice, which ends on the day of arrival', () => {
    expect(outcomeOf('noticeOnly', 0, '2026-12-31').until).toBe('2026-12-31')
  })
  it('are as many as were decided', () => {
    fc.assert(
      fc.property(fc.constantFrom(...measures), fc.integer({ min: 1, max: 28 }), (measure, days) => {
        const { from, until } = outcomeOf(measure, days, '2026-11-20')
        const listed = Array.from({ length: days }, (_, n) => addDays(from, n))
        expect(listed.at(-1)).toBe(until)
      }),
    )
  })
})
