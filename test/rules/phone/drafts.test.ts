import { isFresh } from '@/services/draftAge'

const now = new Date('2026-11-20T02:00:00Z')

describe('a draft', () => {
  it('is offered again within a week', () => {
    expect(isFresh('2026-11-13T02:00:01Z', now)).toBe(true)
  })

  it('is no longer offered after a week', () => {
    expect(isFresh('2026-11-13T02:00:00Z', now)).toBe(false)
  })
})
