import fc from 'fast-check'
import { addDays, dayOf, instantAt, minutesIntoDay } from '@contract/calendar'
import type { RegistrationAnswers } from '@contract/returnee'
import { answerDue, answerFaults, reviewDue } from '../../cloudfunctions/returnee/returneeRules'

const healthy = { symptoms: [], test: { result: 'none', takenAt: '' } } as const
const arriving = (arrivesOn: string, more: Partial<RegistrationAnswers> = {}) =>
  ({ ...healthy, arrivesOn, ...more }) as unknown as RegistrationAnswers
const instants = fc.date({ min: new Date('2026-01-01'), max: new Date('2028-01-01'), noInvalidDate: true })
const HOUR = 3_600_000

describe('a registration is looked at', () => {
  const morning = instantAt('2026-11-20', 9)

  it('within four hours when they arrive today, within a day when they arrive later', () => {
    expect(reviewDue(arriving('2026-11-20'), morning)).toEqual(instantAt('2026-11-20', 13))
    expect(reviewDue(arriving('2026-11-25'), morning)).toEqual(instantAt('2026-11-21', 9))
  })

  it('within the hour when somebody may be ill, also at night', () => {
    const night = instantAt('2026-11-20', 23)
    expect(reviewDue(arriving('2026-11-25', { symptoms: ['fever'] }), night)).toEqual(
      instantAt('2026-11-21', 0),
    )
    const positive = { test: { result: 'positive' as const, takenAt: '2026-11-20 08:00', pictures: [] } }
    expect(reviewDue(arriving('2026-11-25', positive), night)).toEqual(instantAt('2026-11-21', 0))
  })

  it('at ten in the morning when it would fall due at night', () => {
    expect(reviewDue(arriving('2026-11-20'), instantAt('2026-11-20', 18))).toEqual(
      instantAt('2026-11-21', 10),
    )
    expect(reviewDue(arriving('2026-11-21'), instantAt('2026-11-21', 2))).toEqual(instantAt('2026-11-21', 10))
  })

  it('always later than now, within 40 hours, and while somebody is at the desk', () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: -3, max: 30 }), (now, days) => {
        const due = reviewDue(arriving(addDays(dayOf(now), days)), now)
        expect(due.getTime()).toBeGreaterThan(now.getTime())
        expect(due.getTime() - now.getTime()).toBeLessThanOrEqual(40 * HOUR)
        expect(minutesIntoDay(due)).toBeGreaterThanOrEqual(8 * 60)
        expect(minutesIntoDay(due)).toBeLessThanOrEqual(20 * 60)
      }),
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

describe('answers that name what does not exist', () => {
  const answers = {
    household: { place: 'p', door: '' },
    from: { region: '1', detail: '' },
    passed: [
      { region: '2', on: '' },
      { region: '3', on: '' },
    ],
  } as unknown as RegistrationAnswers

  it('are named by their paths', () => {
    expect(answerFaults(answers, null, (code) => code === '2')).toEqual({
      'answers.household.place': 'placeUnknown',
      'answers.from.region': 'regionUnknown',
      'answers.passed.1.region': 'regionUnknown',
    })
  })
  it.each([
    ['street', 'placeTooWide'],
    ['community', 'placeTooWide'],
    ['grid', 'placeTooWide'],
    ['compound', undefined],
    ['building', undefined],
    ['unit', undefined],
    ['household', 'placeIsDoor'],
  ] as const)('at a %s: %s', (level, fault) => {
    expect(answerFaults(answers, { level }, () => true)['answers.household.place']).toBe(fault)
  })
})
