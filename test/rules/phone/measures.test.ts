import { clampDays, usualDays } from '@/components/staff/measures'
import { limits, measures } from '@contract/returnee'

describe('the days of a measure', () => {
  it('never fall below one for what has days at all', () => {
    expect(clampDays('homeObservation', 0)).toBe(1)
  })

  it('never rise above what the contract allows', () => {
    expect(clampDays('homeObservation', limits.measureDays + 1)).toBe(limits.measureDays)
  })

  it('are always none for a notice', () => {
    expect(clampDays('noticeOnly', 3)).toBe(0)
  })

  it.each(measures)('have a usual number for %s that is allowed', (measure) => {
    expect(clampDays(measure, usualDays[measure])).toBe(usualDays[measure])
  })
})
