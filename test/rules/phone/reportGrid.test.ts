import type { ReportedDay, ReportedPerson } from '@contract/selfReport'
import { missingOn, reportWeeks, tallyOf, type ReportedHousehold } from '@/components/reportGrid'

const today = '2026-11-22'

const report = (person: string, concerns: ReportedPerson['concerns'] = []): ReportedPerson => ({
  person,
  temperature: 36.5,
  symptoms: [],
  contacts: [],
  concerns,
  at: '2026-11-20T00:05:00.000Z',
  how: 'self',
  by: { role: 'owner', name: null },
})

const day = (on: string, ...people: ReportedPerson[]): ReportedDay => ({ on, people })

const family = (days: ReportedDay[], openedOn = '2026-11-16'): ReportedHousehold => ({
  days,
  people: [
    { id: 'a', left: null },
    { id: 'b', left: null },
  ],
  openedOn,
})

const stateOn = (household: ReportedHousehold, on: string) =>
  reportWeeks(household, today)
    .flat()
    .find((square) => square.day === on)?.state

describe('a day of a household', () => {
  it('is whole when everybody was reported', () => {
    expect(stateOn(family([day('2026-11-20', report('a'), report('b'))]), '2026-11-20')).toBe('all')
  })

  it('lacks whoever had been reported before and was not on this day', () => {
    const household = family([day('2026-11-20', report('a')), day('2026-11-19', report('a'), report('b'))])
    expect(stateOn(household, '2026-11-20')).toBe('partly')
    expect(missingOn(household, '2026-11-20', today)).toEqual(['b'])
  })

  it('does not lack whoever came later', () => {
    const household = family([day('2026-11-20', report('a'), report('b')), day('2026-11-19', report('a'))])
    expect(stateOn(household, '2026-11-19')).toBe('all')
  })

  it('lacks today whoever lives there, also one never reported', () => {
    expect(missingOn(family([day(today, report('a'))]), today, today)).toEqual(['b'])
  })

  it('does not lack whoever had left by then', () => {
    const household = family([day('2026-11-20', report('a')), day('2026-11-18', report('a'), report('b'))])
    const people = [household.people[0]!, { id: 'b', left: { on: '2026-11-20' } }]
    expect(stateOn({ ...household, people }, '2026-11-20')).toBe('all')
    expect(stateOn({ ...household, people }, '2026-11-18')).toBe('all')
  })

  it('shows that somebody was unwell before all else', () => {
    expect(stateOn(family([day('2026-11-20', report('a', ['fever']))]), '2026-11-20')).toBe('unwell')
  })

  it('is missed when nobody was reported', () => {
    expect(stateOn(family([]), '2026-11-21')).toBe('missed')
  })

  it('is awaited while it lasts', () => {
    expect(stateOn(family([]), today)).toBe('waiting')
  })

  it('counts for nothing before the household was there', () => {
    expect(stateOn(family([], '2026-11-19'), '2026-11-18')).toBe('none')
  })

  it('counts for nothing where nobody lived there', () => {
    const gone = { ...family([]), people: [{ id: 'a', left: { on: '2026-11-17' } }] }
    expect(stateOn(gone, '2026-11-20')).toBe('none')
  })
})

describe('the calendar of a household', () => {
  it('goes back as far as reports are kept', () => {
    const shown = reportWeeks(family([], '2026-01-01'), today)
      .flat()
      .filter(({ state }) => state !== 'none')
    expect([shown.length, shown[0]?.day]).toEqual([28, '2026-10-26'])
  })

  it('counts the days reported and the days missed, today not yet', () => {
    const household = family([day('2026-11-20', report('a')), day('2026-11-18', report('a'))])
    expect(tallyOf(reportWeeks(household, today))).toEqual({ reported: 2, missed: 4 })
  })

  it('reads each day out with how it stands', () => {
    const squares = reportWeeks(family([]), today).flat()
    expect(squares[squares.length - 1]?.label).toBe('11月22日（周日），今天还没报')
  })
})
