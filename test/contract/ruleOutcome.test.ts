import fc from 'fast-check'
import { addDays, dayOf, daysBetween } from '@contract/calendar'
import { lastDayOf } from '@contract/outcome'
import type { Rule } from '@contract/policyRules'
import { reminderAfter, reminderDays } from '@contract/reminders'
import { outcomeUnder } from '@contract/ruleOutcome'
import { anyThen, notice, stageOf } from './support/policies'

const sevenPlusThree: Rule['then'] = {
  countedFrom: 'leaving',
  stages: [stageOf('centralObservation', 7, [1, 2, 3, 5, 7]), stageOf('healthMonitoring', 3, [3])],
  temperatures: 2,
}
const counted = (
  countedFrom: Rule['then']['countedFrom'],
  days: number,
  tests: number[] = [],
): Rule['then'] => ({
  countedFrom,
  stages: [stageOf('homeObservation', days, tests)],
  temperatures: 2,
})

describe('the days of a measure', () => {
  it.each([
    [
      '2022-05-03',
      '2022-05-05',
      7,
      '2022-05-09',
      5,
      'the day of leaving is the first, the last is inclusive',
    ],
    ['2024-02-27', '2024-02-28', 4, '2024-03-01', 3, 'a leap day is one of them'],
    ['2023-02-27', '2023-02-28', 4, '2023-03-02', 3, 'where there is none it is not'],
    ['2022-04-28', '2022-04-30', 7, '2022-05-04', 5, 'a month ends among them'],
    ['2022-12-28', '2022-12-30', 14, '2023-01-10', 12, 'a year ends among them'],
    ['2022-05-03', '2022-05-09', 7, '2022-05-09', 1, 'who arrives on the last has one left'],
    ['2022-05-05', '2022-05-05', 7, '2022-05-11', 7, 'who arrives on the day of leaving has them all'],
  ])('left on %s, arriving on %s, %i days: until %s, %i here: %s', (leftOn, arrivesOn, days, until, here) => {
    const outcome = outcomeUnder(counted('leaving', days), leftOn, arrivesOn)
    expect(outcome).toMatchObject({
      measure: 'homeObservation',
      from: arrivesOn,
      until,
      days: here,
      then: null,
    })
  })

  it('counted from arrival begin on that day, whenever one left', () => {
    const outcome = outcomeUnder(counted('arrival', 7, [1, 4, 7]), '2022-04-01', '2022-05-05')
    expect(outcome).toMatchObject({ from: '2022-05-05', until: '2022-05-11', days: 7 })
    expect(outcome.tests).toEqual(['2022-05-05', '2022-05-08', '2022-05-11'])
  })

  it('begin with the arrival also for a place that is passed after it', () => {
    expect(outcomeUnder(counted('leaving', 7), '2022-05-08', '2022-05-05')).toMatchObject({
      from: '2022-05-05',
      until: '2022-05-11',
    })
  })

  it('that are over before arriving are none, and neither are their tests and temperatures', () => {
    expect(outcomeUnder(counted('leaving', 7, [1, 7]), '2022-05-03', '2022-05-10')).toEqual({
      measure: 'noticeOnly',
      days: 0,
      from: '2022-05-10',
      until: '2022-05-10',
      then: null,
      tests: [],
      temperatures: 0,
    })
  })

  it('of somebody who arrives tomorrow begin tomorrow, whatever the clock says in Greenwich', () => {
    const today = dayOf('2022-05-03T15:59:59Z')
    const atMidnight = dayOf('2022-05-03T16:00:00Z')
    expect([today, atMidnight]).toEqual(['2022-05-03', '2022-05-04'])
    const tomorrow = addDays(today, 1)
    expect(outcomeUnder(counted('arrival', 3), today, tomorrow)).toMatchObject({
      from: '2022-05-04',
      until: '2022-05-06',
    })
  })
})

describe('a second measure', () => {
  it('begins on the day after the first', () => {
    const outcome = outcomeUnder(sevenPlusThree, '2022-05-03', '2022-05-04')
    expect(outcome).toMatchObject({
      measure: 'centralObservation',
      days: 6,
      until: '2022-05-09',
      then: { measure: 'healthMonitoring', days: 3, from: '2022-05-10', until: '2022-05-12' },
    })
    expect(lastDayOf(outcome)).toBe('2022-05-12')
  })
  it('is the only one where the first is over, and may partly be', () => {
    expect(outcomeUnder(sevenPlusThree, '2022-05-03', '2022-05-11')).toMatchObject({
      measure: 'healthMonitoring',
      days: 2,
      from: '2022-05-11',
      until: '2022-05-12',
      then: null,
      tests: ['2022-05-12'],
    })
  })
})

describe('tests', () => {
  it('whose day was before arriving are one on the day of arrival', () => {
    const { tests } = outcomeUnder(sevenPlusThree, '2022-05-03', '2022-05-06')
    expect(tests).toEqual(['2022-05-06', '2022-05-07', '2022-05-09', '2022-05-12'])
  })
  it('are taken also where there is no measure', () => {
    const then: Rule['then'] = {
      countedFrom: 'arrival',
      stages: [{ ...notice, tests: [1, 3] }],
      temperatures: 0,
    }
    expect(outcomeUnder(then, '2022-04-01', '2022-04-30').tests).toEqual(['2022-04-30', '2022-05-02'])
  })
})

describe('reminders', () => {
  it('come on each day of a test and on the last day: on day 14 once, for both', () => {
    const outcome = outcomeUnder(counted('leaving', 14, [1, 4, 7, 10, 14]), '2022-02-20', '2022-02-22')
    expect(reminderDays(outcome)).toEqual([
      '2022-02-22',
      '2022-02-23',
      '2022-02-26',
      '2022-03-01',
      '2022-03-05',
    ])
    expect(reminderAfter(outcome, '2022-03-01')).toBe('2022-03-05')
    expect(reminderAfter(outcome, '2022-03-05')).toBeNull()
  })
  it('of the last day come on that of the last measure', () => {
    expect(
      reminderDays(
        outcomeUnder(
          { ...sevenPlusThree, stages: [stageOf('centralObservation', 7), stageOf('healthMonitoring', 3)] },
          '2022-05-03',
          '2022-05-03',
        ),
      ),
    ).toEqual(['2022-05-12'])
  })
  it('are none where nothing is asked', () => {
    expect(
      reminderAfter(outcomeUnder(counted('leaving', 7), '2022-05-03', '2022-06-01'), '2022-05-03'),
    ).toBeNull()
    expect(reminderAfter(null, '2022-05-03')).toBeNull()
  })
})

describe('whatever the rule', () => {
  const anyDays = fc.record({
    leftOn: fc.integer({ min: 0, max: 800 }).map((days) => addDays('2023-01-01', days)),
    on: fc.integer({ min: 0, max: 40 }),
  })
  it('days begin with the arrival, follow each other without a hole, and are as many as they say', () => {
    fc.assert(
      fc.property(anyThen, anyDays, (then, { leftOn, on }) => {
        const arrivesOn = addDays(leftOn, on)
        const outcome = outcomeUnder(then, leftOn, arrivesOn)
        expect(outcome.from).toBe(arrivesOn)
        if (outcome.days > 0) expect(daysBetween(outcome.from, outcome.until) + 1).toBe(outcome.days)
        if (outcome.then) {
          expect(outcome.then.from).toBe(addDays(outcome.until, 1))
          expect(daysBetween(outcome.then.from, outcome.then.until) + 1).toBe(outcome.then.days)
        }
      }),
    )
  })
  it('tests are in order, each on one day, none before arriving', () => {
    fc.assert(
      fc.property(anyThen, anyDays, (then, { leftOn, on }) => {
        const arrivesOn = addDays(leftOn, on)
        const { tests } = outcomeUnder(then, leftOn, arrivesOn)
        expect(tests).toEqual([...new Set(tests)].sort())
        for (const day of tests) expect(day >= arrivesOn).toBe(true)
      }),
    )
  })
  it('who arrives a day later is done on the same day, or was before', () => {
    fc.assert(
      fc.property(anyThen, anyDays, (then, { leftOn, on }) => {
        fc.pre(then.countedFrom === 'leaving')
        const [now, later] = [on, on + 1].map((days) => outcomeUnder(then, leftOn, addDays(leftOn, days)))
        const isUnderMeasure = later !== undefined && later.days > 0
        if (now && isUnderMeasure) expect(lastDayOf(later)).toBe(lastDayOf(now))
      }),
    )
  })
})
