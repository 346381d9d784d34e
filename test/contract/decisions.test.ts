import fc from 'fast-check'
import { appealableUntil, changeFault, compareStrictness, limits, measures } from '@contract/returnee'

const anyTerms = fc.record({ measure: fc.constantFrom(...measures), days: fc.integer({ min: 0, max: 28 }) })
const home = (days: number) => ({ measure: 'homeObservation' as const, days })
const central = (days: number) => ({ measure: 'centralObservation' as const, days })
const monitoring = (days: number) => ({ measure: 'healthMonitoring' as const, days })

describe('which of two measures is stricter', () => {
  it('is told by the measure first: three days away from home weigh more than a fortnight at home', () => {
    expect(compareStrictness(central(3), home(14))).toBeGreaterThan(0)
    expect(compareStrictness(monitoring(28), home(1))).toBeLessThan(0)
  })

  it('is told by the days of the same measure', () => {
    expect(compareStrictness(home(14), home(7))).toBeGreaterThan(0)
    expect(compareStrictness(home(3), home(7))).toBeLessThan(0)
  })

  it('ranks the four measures from away from home down to a notice', () => {
    const ranked = [...measures].sort((one, other) =>
      compareStrictness({ measure: other, days: 1 }, { measure: one, days: 1 }),
    )
    expect(ranked).toEqual(['centralObservation', 'homeObservation', 'healthMonitoring', 'noticeOnly'])
  })

  it('is never both, and nothing is stricter than itself', () => {
    fc.assert(
      fc.property(anyTerms, anyTerms, (one, other) => {
        expect(Math.sign(compareStrictness(one, other))).toBe(-Math.sign(compareStrictness(other, one)) || 0)
        expect(compareStrictness(one, one)).toBe(0)
      }),
    )
  })

  it('follows through: stricter than the stricter one is stricter', () => {
    fc.assert(
      fc.property(anyTerms, anyTerms, anyTerms, (a, b, c) => {
        fc.pre(compareStrictness(a, b) > 0 && compareStrictness(b, c) > 0)
        expect(compareStrictness(a, c)).toBeGreaterThan(0)
      }),
    )
  })
})

describe('a measure that is to replace the one in force', () => {
  it.each([
    ['revise', home(7), home(5), null],
    ['revise', home(7), monitoring(28), null],
    ['revise', home(7), home(8), 'stricterThanNow'],
    ['revise', home(7), central(1), 'stricterThanNow'],
    ['revise', home(7), home(7), 'unchanged'],
    ['tighten', home(7), central(1), null],
    ['tighten', home(7), home(8), null],
    ['tighten', home(7), home(6), 'looserThanNow'],
    ['tighten', home(7), home(7), 'unchanged'],
    ['grant', home(7), monitoring(3), null],
    ['grant', home(7), central(7), 'stricterThanNow'],
    ['grant', home(7), home(7), 'unchanged'],
  ] as const)('by %s from %o to %o: %s', (change, now, wanted, fault) => {
    expect(changeFault(change, now, wanted)).toBe(fault)
  })

  it('may be any where a rejection was appealed against', () => {
    for (const measure of measures) expect(changeFault('grant', null, { measure, days: 7 })).toBeNull()
  })

  it('is taken by exactly one of revising and tightening, or is the same', () => {
    fc.assert(
      fc.property(anyTerms, anyTerms, (now, wanted) => {
        const fits = (['revise', 'tighten'] as const).filter((change) => !changeFault(change, now, wanted))
        expect(fits).toHaveLength(compareStrictness(now, wanted) === 0 ? 0 : 1)
      }),
    )
  })
})

describe('the last day of an appeal', () => {
  const entry = (event: string, at: string) => ({ event, at })

  it(`is the ${limits.appealDays}th after the day of the decision in China`, () => {
    expect(appealableUntil([entry('accept', '2026-11-20T02:00:00Z')])).toBe('2026-11-27')
  })

  it('is counted by the calendar of China, whatever day it is in Greenwich', () => {
    expect(appealableUntil([entry('accept', '2026-11-20T15:59:59Z')])).toBe('2026-11-27')
    expect(appealableUntil([entry('accept', '2026-11-20T16:00:00Z')])).toBe('2026-11-28')
  })

  it.each(['accept', 'adopt', 'reject', 'revise', 'keep', 'confirm', 'grant'])(
    'begins anew with each %s',
    (event) => {
      const before = [entry('accept', '2026-11-01T02:00:00Z'), entry('appeal', '2026-11-02T02:00:00Z')]
      expect(appealableUntil([...before, entry(event, '2026-11-20T02:00:00Z')])).toBe('2026-11-27')
    },
  )

  it.each(['note', 'reveal', 'tighten', 'dismiss', 'reexpect', 'reassess'])(
    'is not put off by a %s',
    (event) => {
      const entries = [entry('accept', '2026-11-20T02:00:00Z'), entry(event, '2026-11-25T02:00:00Z')]
      expect(appealableUntil(entries)).toBe('2026-11-27')
    },
  )

  it('is none of a notice: nothing is looser', () => {
    const notice = { ...entry('accept', '2026-11-20T02:00:00Z'), detail: { measure: 'noticeOnly', days: 0 } }
    expect(appealableUntil([notice])).toBeNull()
    const home = { ...notice, detail: { measure: 'homeObservation', days: 7 } }
    expect(appealableUntil([notice, home])).toBe('2026-11-27')
  })

  it('is none before a decision', () => {
    expect(appealableUntil([entry('register', '2026-11-20T02:00:00Z')])).toBeNull()
  })

  it('is none once the decision has been appealed against and upheld', () => {
    const entries = ['accept', 'appeal', 'uphold'].map((event) => entry(event, '2026-11-20T02:00:00Z'))
    expect(appealableUntil(entries)).toBeNull()
  })
})
