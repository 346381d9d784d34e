import fc from 'fast-check'
import { addDays } from '@contract/calendar'
import { compareStrictness } from '@contract/decisions'
import { compareOutcomes, lastDayOf, outcomeDetail, type Outcome } from '@contract/outcome'
import { measures, outcomeOf } from '@contract/returnee'
import { outcomeUnder } from '@contract/ruleOutcome'
import { anyThen } from './support/policies'

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

const ARRIVAL = '2024-03-02'
const anyOutcome: fc.Arbitrary<Outcome> = fc
  .tuple(anyThen, fc.integer({ min: 0, max: 30 }))
  .map(([then, days]) => outcomeUnder(then, addDays(ARRIVAL, -days), ARRIVAL))

describe('which of two outcomes asks more', () => {
  const home = outcomeOf('homeObservation', 7, ARRIVAL)
  it.each([
    ['the measure', outcomeOf('centralObservation', 1, ARRIVAL), outcomeOf('homeObservation', 28, ARRIVAL)],
    ['then the last day', outcomeOf('homeObservation', 8, ARRIVAL), home],
    [
      'then what follows',
      { ...home, then: { ...outcomeOf('healthMonitoring', 3, addDays(home.until, 1)) } },
      home,
    ],
    ['then the tests', { ...home, tests: [ARRIVAL] }, home],
  ])('is told by %s', (_, more, less) => {
    expect(compareOutcomes(more, less)).toBeGreaterThan(0)
    expect(compareOutcomes(less, more)).toBeLessThan(0)
  })

  it('is not told by when each began: what is in force ends on the same day as what is expected later', () => {
    const later = outcomeOf('homeObservation', 5, addDays(ARRIVAL, 2))
    expect(compareOutcomes(later, home)).toBe(0)
  })

  it('is never both, nothing asks more than itself, and it follows through', () => {
    fc.assert(
      fc.property(anyOutcome, anyOutcome, anyOutcome, (a, b, c) => {
        expect(Math.sign(compareOutcomes(a, b))).toBe(-Math.sign(compareOutcomes(b, a)) || 0)
        expect(compareOutcomes(a, a)).toBe(0)
        const [least, middle, most] = [a, b, c].sort(compareOutcomes) as [Outcome, Outcome, Outcome]
        expect(compareOutcomes(most, least)).toBeGreaterThanOrEqual(0)
        expect(compareOutcomes(middle, least)).toBeGreaterThanOrEqual(0)
      }),
    )
  })

  it('agrees with how strict their terms are, of outcomes of one arrival', () => {
    fc.assert(
      fc.property(anyOutcome, anyOutcome, (one, other) => {
        const strictness = Math.sign(compareStrictness(one, other))
        if (strictness !== 0) expect(Math.sign(compareOutcomes(one, other))).toBe(strictness)
      }),
    )
  })
})

describe('what a history keeps of an outcome', () => {
  it('is the measures with their days, and the rule and editions that they came from', () => {
    const then = outcomeOf('healthMonitoring', 3, '2024-03-09')
    expect(outcomeDetail({ ...outcomeOf('centralObservation', 7, ARRIVAL), then })).toEqual({
      measure: 'centralObservation',
      days: 7,
      from: ARRIVAL,
      until: '2024-03-08',
      thenMeasure: 'healthMonitoring',
      thenDays: 3,
      thenUntil: '2024-03-11',
    })
    expect(lastDayOf({ ...outcomeOf('centralObservation', 7, ARRIVAL), then })).toBe('2024-03-11')
  })
})
