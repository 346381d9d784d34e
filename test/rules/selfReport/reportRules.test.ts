import { addDays, type Day } from '@contract/calendar'
import type { HouseholdReport } from '@contract/selfReport'
import { NEVER, type HouseholdDocument, type StoredReport } from '@kernel/households/householdDocument'
import { missingOn } from '@kernel/households/reportedDays'
import {
  afterReport,
  daysWith,
  reportFaults,
  secondsToWait,
} from '../../../cloudfunctions/selfReport/reportRules'

const today = '2026-03-10'
const noon = new Date('2026-03-10T04:00:00Z')
const day = (days: number): Day => addDays(today, days)

const said = (person: string, temperature: number | null = 36.5) => ({
  ...{ person, temperature, test: null },
  ...{ symptoms: [], contacts: [], been: [], note: '', concerns: [] },
})

const reportAt = (at: Date, people = [said('one'), said('two')]) =>
  ({ submission: at.toISOString(), at, people }) as unknown as StoredReport

const member = (id: string, changes: object = {}) => ({
  ...{ id, left: null, last: null, vaccination: 'unknown', episode: null, steady: null },
  ...changes,
})

const household = (changes: object = {}) =>
  ({
    ...{ members: [member('one'), member('two')], days: [], registered: [] },
    ...{ reportedOn: '', remindedOn: '', latest: null, steady: false, oldest: NEVER },
    ...changes,
  }) as unknown as HouseholdDocument

const arrived = (on: Day, people = [said('one'), said('two')], changes: object = {}) => ({
  on,
  report: reportAt(noon, people),
  vaccinations: new Map(),
  episodes: new Map(),
  registered: [],
  ...changes,
})

describe('after a report', () => {
  it('the household has reported on that day, and needs no reminder', () => {
    expect(afterReport(household(), arrived(today))).toMatchObject({
      reportedOn: today,
      remindedOn: today,
      latest: { on: today, people: 2 },
      oldest: today,
      days: [{ on: today }],
    })
  })

  it('of some it has not, until the others follow', () => {
    const first = afterReport(household(), arrived(today, [said('one')]))
    expect(first).not.toHaveProperty('reportedOn')
    expect(first).not.toHaveProperty('remindedOn')
    expect(first.latest).toEqual({ on: today, people: 1 })
    expect(missingOn(household(first), today)).toEqual(['two'])
    const second = afterReport(household(first), arrived(today, [said('two')]))
    expect(second.reportedOn).toBe(today)
    expect(missingOn(household(second), today)).toEqual([])
  })

  it('nobody waits for whoever has left', () => {
    const left = { on: day(-1), why: 'away' }
    const members = [member('one'), member('two', { left })]
    expect(afterReport(household({ members }), arrived(today, [said('one')])).reportedOn).toBe(today)
  })

  it('of yesterday, today is still to come', () => {
    const after = afterReport(household(), arrived(day(-1)))
    expect(after).toMatchObject({ reportedOn: day(-1), latest: { on: day(-1), people: 2 } })
  })

  it('of yesterday, what was said today stays', () => {
    const before = household(afterReport(household(), arrived(today, [said('one', 36.9), said('two')])))
    const after = afterReport(before, arrived(day(-1), [said('one', 36.2), said('two')]))
    expect(after).not.toHaveProperty('reportedOn')
    expect(after.latest).toEqual({ on: today, people: 2 })
    expect(after.days.map(({ on }) => on)).toEqual([today, day(-1)])
    expect(after.members[0]?.last).toEqual({ on: today, temperature: 36.9 })
  })

  it('what was last said of everybody is known, to be said again', () => {
    const { members } = afterReport(household(), arrived(today, [said('one', null), said('two', 36.8)]))
    expect(members.map(({ last }) => last)).toEqual([
      { on: today, temperature: null },
      { on: today, temperature: 36.8 },
    ])
  })

  it('what was last said of somebody is forgotten with the report that said it', () => {
    const last = (on: Day) => ({ last: { on, temperature: 36.5 } })
    const members = [member('one'), member('two', last(day(-28))), member('three', last(day(-27)))]
    const after = afterReport(household({ members }), arrived(today, [said('one')]))
    expect(after.members.map(({ last }) => last?.on)).toEqual([today, undefined, day(-27)])
  })

  it('whoever left 184 days ago is known, who left before is not, unless a report still names them', () => {
    const leftOn = (days: number) => ({ left: { on: day(days), why: 'movedOut' } })
    const gone = [-184, -185, -185].map((days, index) => member(`gone-${index}`, leftOn(days)))
    const days = [{ on: day(-1), reports: [reportAt(noon, [said('gone-2')])] }]
    const before = household({ members: [member('one'), ...gone], days })
    const { members } = afterReport(before, arrived(today, [said('one')]))
    expect(members.map(({ id }) => id)).toEqual(['one', 'gone-0', 'gone-2'])
  })

  it('a vaccination is remembered, and not forgotten for saying nothing', () => {
    const told = arrived(today, undefined, { vaccinations: new Map([['one', 'full']]) })
    const before = household(afterReport(household(), told))
    expect(before.members.map(({ vaccination }) => vaccination)).toEqual(['full', 'unknown'])
    const silent = arrived(today, undefined, { vaccinations: new Map([['one', 'unknown']]) })
    expect(afterReport(before, silent).members[0]?.vaccination).toBe('full')
  })

  it('it is kept for 184 days more, until midnight', () => {
    expect(afterReport(household(), arrived(today)).keepUntil).toEqual(new Date('2026-09-10T16:00:00Z'))
  })

  it('the seventh value in a row that is the same is noticed, the sixth is not', () => {
    const days = (count: number) =>
      Array.from({ length: count }, (_, index) => ({
        on: day(-1 - index),
        reports: [reportAt(noon, [said('one', 36.5), said('two', index === 0 ? 36.4 : 36.5)])],
      }))
    const sixth = afterReport(household({ days: days(5) }), arrived(today))
    expect(sixth.steady).toBe(false)
    const seventh = afterReport(household({ days: days(6) }), arrived(today))
    expect(seventh.steady).toBe(true)
    expect(seventh.members.map(({ steady }) => steady)).toEqual([{ temperature: 36.5, days: 7 }, null])
  })
})

describe('the days that are kept', () => {
  const days = Array.from({ length: 28 }, (_, index) => ({
    on: day(-1 - index),
    reports: [reportAt(noon)],
  }))

  it('are 28, the newest first', () => {
    const kept = daysWith(days, today, reportAt(noon), today)
    expect(kept).toHaveLength(28)
    expect([kept[0]?.on, kept[27]?.on]).toEqual([today, day(-27)])
  })

  it('end when they are too old, not when others follow', () => {
    const long = [
      { on: day(-27), reports: [] },
      { on: day(-28), reports: [] },
    ]
    expect(daysWith(long, today, reportAt(noon), today).map(({ on }) => on)).toEqual([today, day(-27)])
  })

  it('forget what was corrected once nobody can report for them any more', () => {
    const first = reportAt(noon, [said('one', 36.1), said('two')])
    const second = reportAt(new Date(noon.getTime() + 1), [said('one', 36.2)])
    const before = [-2, -3].map((days) => ({ on: day(days), reports: [first, second, { ...second }] }))
    const [, open, settled] = daysWith(before, today, reportAt(noon), today)
    expect(open?.reports).toHaveLength(3)
    expect(settled?.reports.map(({ people }) => people)).toEqual([[said('two')], [said('one', 36.2)]])
  })

  it('have what arrived later after what arrived before', () => {
    const [first, second] = [reportAt(noon), reportAt(new Date(noon.getTime() + 1))]
    const kept = daysWith(daysWith([], today, first, today), today, second, today)
    expect(kept).toEqual([{ on: today, reports: [first, second] }])
  })
})

describe('what nobody who reports can be told by a schema', () => {
  const input = {
    how: 'self',
    people: [
      { person: 'one', been: [{ region: '510107' }, { region: '510100' }] },
      { person: 'two', been: [] },
      { person: 'three', been: [] },
    ],
  } as unknown as HouseholdReport
  const members = [member('one'), member('two', { left: { on: today, why: 'movedOut' } })]
  const found = household({ members })

  it('is named by its path', () => {
    expect(reportFaults(input, found, { actor: 'owner' }, (code) => code === '510107')).toEqual({
      'people.0.been.1.region': 'regionUnknown',
      'people.1.person': 'personLeft',
      'people.2.person': 'personUnknown',
    })
  })

  it.each([
    ['owner', 'self', undefined],
    ['owner', 'door', 'notAChoice'],
    ['owner', 'telephone', 'notAChoice'],
    ['steward', 'self', 'notAChoice'],
    ['steward', 'door', undefined],
    ['gridWorker', 'telephone', undefined],
  ] as const)('%s says %s: %s', (actor, how, fault) => {
    const { how: found } = reportFaults({ ...input, how }, household(), { actor }, () => true)
    expect(found).toBe(fault)
  })
})

describe('the pace of reports', () => {
  const ago = (...seconds: number[]) => [
    { reports: seconds.map((one) => ({ at: new Date(noon.getTime() - one * 1000) }) as StoredReport) },
  ]

  it.each([
    [[0, 0, 0, 0], 0],
    [[0, 0, 0, 0, 0], 60],
    [[1, 10, 20, 30, 59], 1],
    [[1, 10, 20, 30, 60], 0],
    [[1, 1, 1, 1, 1, 50], 59],
  ])('after reports %j seconds ago waits %i seconds', (seconds, wait) => {
    expect(secondsToWait(ago(...seconds), noon)).toBe(wait)
  })

  it('after twenty in a day waits until midnight at UTC+8', () => {
    const twenty = Array.from({ length: 20 }, (_, index) => 600 * (index + 1))
    expect(secondsToWait(ago(...twenty.slice(1)), noon)).toBe(0)
    expect(secondsToWait(ago(...twenty), noon)).toBe(12 * 3600)
  })

  it('does not count what arrived before midnight', () => {
    const yesterday = Array.from({ length: 30 }, (_, index) => 12 * 3600 + 1 + index * 60)
    expect(secondsToWait(ago(...yesterday), noon)).toBe(0)
  })

  it('counts what arrived today, whichever day it tells of', () => {
    const days = [...ago(1, 2, 3), ...ago(4, 5)]
    expect(secondsToWait(days, noon)).toBeGreaterThan(0)
  })
})
