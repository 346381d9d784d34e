import fc from 'fast-check'
import { addDays, dayOf, instantAt, minutesIntoDay } from '@contract/calendar'
import { measures, outcomeOf, type Measure } from '@contract/returnee'
import { answerDue, reassessmentDue, reviewDue, type Awaiting } from '@kernel/dueRules'

const healthy = { symptoms: [], test: { result: 'none' } } as const

const arriving = (arrivesOn: string, more: Partial<Awaiting['answers']> = {}): Awaiting => ({
  answers: { ...healthy, arrivesOn, ...more } as Awaiting['answers'],
})

const expecting = (measure: Measure, arrivesOn: string): Awaiting => ({
  ...arriving(arrivesOn),
  expected: outcomeOf(measure, measure === 'noticeOnly' ? 0 : 7, arrivesOn),
})

const instants = fc.date({ min: new Date('2026-01-01'), max: new Date('2028-01-01'), noInvalidDate: true })
const HOUR = 3_600_000
const morning = instantAt('2026-11-20', 9)
const atOne = instantAt('2026-11-20', 13)
const tomorrowMorning = instantAt('2026-11-21', 9)

describe('a registration is looked at', () => {
  it('within four hours when they arrive today, within a day when they arrive later', () => {
    expect(reviewDue(arriving('2026-11-20'), morning)).toEqual(atOne)
    expect(reviewDue(arriving('2026-11-25'), morning)).toEqual(tomorrowMorning)
  })

  it.each([
    ['centralObservation', atOne],
    ['homeObservation', atOne],
    ['healthMonitoring', tomorrowMorning],
    ['noticeOnly', tomorrowMorning],
  ] as const)('by when somebody who arrives tomorrow may need %s', (measure, due) => {
    expect(reviewDue(expecting(measure, '2026-11-21'), morning)).toEqual(due)
  })

  it('within a day when they need a room only in some days', () => {
    expect(reviewDue(expecting('centralObservation', '2026-11-22'), morning)).toEqual(tomorrowMorning)
  })

  it('within the hour when somebody may be ill, also at night', () => {
    const night = instantAt('2026-11-20', 23)
    const midnight = instantAt('2026-11-21', 0)
    expect(reviewDue(arriving('2026-11-25', { symptoms: ['fever'] }), night)).toEqual(midnight)
    expect(reviewDue(arriving('2026-11-25', { test: { result: 'positive' } }), night)).toEqual(midnight)
  })

  it('at ten in the morning when it would fall due at night', () => {
    expect(reviewDue(arriving('2026-11-20'), instantAt('2026-11-20', 18))).toEqual(
      instantAt('2026-11-21', 10),
    )
    expect(reviewDue(arriving('2026-11-21'), instantAt('2026-11-21', 2))).toEqual(instantAt('2026-11-21', 10))
  })

  it('always later than now, within 40 hours, and while somebody is at the desk', () => {
    fc.assert(
      fc.property(
        instants,
        fc.integer({ min: -3, max: 30 }),
        fc.constantFrom(...measures),
        (now, days, measure) => {
          const due = reviewDue(expecting(measure, addDays(dayOf(now), days)), now)
          expect(due.getTime()).toBeGreaterThan(now.getTime())
          expect(due.getTime() - now.getTime()).toBeLessThanOrEqual(40 * HOUR)
          expect(minutesIntoDay(due)).toBeGreaterThanOrEqual(8 * 60)
          expect(minutesIntoDay(due)).toBeLessThanOrEqual(20 * 60)
        },
      ),
    )
  })

  it('and an answer is expected within a day and the night', () => {
    fc.assert(
      fc.property(instants, (now) => {
        expect(answerDue(now).getTime() - now.getTime()).toBeGreaterThanOrEqual(24 * HOUR)
      }),
    )
  })
})

describe('what was decided is looked at again', () => {
  it('within four hours when somebody who is here needs a room or has to stay at home', () => {
    expect(reassessmentDue(expecting('centralObservation', '2026-11-18'), true, morning)).toEqual(atOne)
  })

  it('within a day when less is expected, also of somebody who was ill when they registered', () => {
    const looser = expecting('homeObservation', '2026-11-18')
    expect(reassessmentDue(looser, false, morning)).toEqual(tomorrowMorning)
    const ill = { ...looser, answers: { ...looser.answers, symptoms: ['fever' as const] } }
    expect(reassessmentDue(ill, false, morning)).toEqual(tomorrowMorning)
  })
})
