import { addDays } from '@contract/calendar'
import { retentionDays } from '@contract/keeping'
import { keepUntil } from '@kernel/retention'
import { lastDayBefore, obstacleTo } from '../../cloudfunctions/myData/erasureRules'

const lasting = { kind: 'returnee' as const, measureEnd: null, isUnwanted: false }
const until = (more: object, lastEventAt = new Date('2026-11-20T04:00:00Z')) =>
  keepUntil({ ...lasting, lastEventAt, ...more }).toISOString()
const midnightAfter = (day: string) => new Date(`${day}T16:00:00Z`).toISOString()

describe('a case is kept', () => {
  const period = retentionDays.returnee

  it('to the midnight in China after its period', () => {
    expect(until({})).toBe(midnightAfter(addDays('2026-11-20', period)))
  })

  it('by the day in China on which something happened last, also just before and after midnight', () => {
    expect(until({}, new Date('2026-11-20T15:59:59Z'))).toBe(midnightAfter(addDays('2026-11-20', period)))
    expect(until({}, new Date('2026-11-20T16:00:00Z'))).toBe(midnightAfter(addDays('2026-11-21', period)))
  })

  it('for its period after the last day of its measure, where that is later', () => {
    expect(until({ measureEnd: '2026-12-04' })).toBe(midnightAfter(addDays('2026-12-04', period)))
    expect(until({ measureEnd: '2026-11-19' })).toBe(midnightAfter(addDays('2026-11-20', period)))
  })

  it('to the end of the day or of its measure where its owner wants it gone', () => {
    expect(until({ isUnwanted: true })).toBe(midnightAfter('2026-11-20'))
    expect(until({ isUnwanted: true, measureEnd: '2026-12-04' })).toBe(midnightAfter('2026-12-04'))
  })

  it('for the period of its kind', () => {
    expect(until({ kind: 'lookAlert' })).toBe(midnightAfter(addDays('2026-11-20', retentionDays.lookAlert)))
  })

  it('over the end of February in a leap year', () => {
    expect(until({ isUnwanted: true }, new Date('2028-02-28T04:00:00Z'))).toBe(midnightAfter('2028-02-28'))
    expect(until({ isUnwanted: true, measureEnd: '2028-02-29' })).toBe(midnightAfter('2028-02-29'))
  })

  it('through the day before the midnight at which it goes', () => {
    expect(lastDayBefore(new Date(midnightAfter('2026-12-31')))).toBe('2026-12-31')
  })
})

describe('one’s own case', () => {
  const today = '2026-11-20'
  const free = { isOpen: false, measureEnd: null, heldUntil: null }
  it.each<[string, Partial<typeof free> | object, string | null, string | null]>([
    ['decided, without a measure: can go', {}, null, null],
    ['with a measure that is over: can go', { measureEnd: '2026-11-19' }, null, null],
    ['on the last day of its measure: stays through it', { measureEnd: today }, 'measure', today],
    ['on which somebody must act: stays', { isOpen: true, measureEnd: '2026-11-19' }, 'open', null],
    ['held: stays whatever else is', { isOpen: true, heldUntil: '2027-01-31' }, 'hold', '2027-01-31'],
  ])('%s', (_title, more, obstacle, day) => {
    expect(obstacleTo({ ...free, ...more }, today)).toEqual({ obstacle, until: day })
  })
})
