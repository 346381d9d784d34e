import { oneMoreTry } from '@kernel/tryRules'

describe('trying codes', () => {
  const start = new Date('2026-11-20T08:00:00Z')
  const later = (minutes: number) => new Date(start.getTime() + minutes * 60_000)

  it('is possible so many times an hour', () => {
    const first = oneMoreTry(null, 2, 1, start)
    expect(first).toEqual({ since: start, count: 1 })
    const second = oneMoreTry(first, 2, 1, later(59))
    expect(second).toEqual({ since: start, count: 2 })
    expect(oneMoreTry(second, 2, 1, later(59))).toBeNull()
  })

  it('begins anew an hour after the first', () => {
    expect(oneMoreTry({ since: start, count: 2 }, 2, 1, later(60))).toEqual({ since: later(60), count: 1 })
  })
})
