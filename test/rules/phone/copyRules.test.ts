import type { Me, Post } from '@contract/people'
import { hasOtherPosts, isCurrent, linesWith, type CopyLine } from '@/services/copyRules'

const now = 1_795_000_000_000
const HOUR = 3_600_000

const line = (name: string, hoursAgo: number, size = 1_000): CopyLine => ({
  name,
  at: now - hoursAgo * HOUR,
  size,
})

describe('copies of answers on a phone', () => {
  it('are of use for a day', () => {
    expect([isCurrent(line('a', 23.9), now), isCurrent(line('a', 24), now)]).toEqual([true, false])
  })

  it('are of no use where the clock was put back since', () => {
    expect(isCurrent(line('a', -1), now)).toBe(false)
  })

  it('are replaced by a newer one of the same question', () => {
    expect(linesWith(line('a', 0), [line('a', 2), line('b', 1)], now)).toEqual({
      kept: [line('a', 0), line('b', 1)],
      gone: [],
    })
  })

  it('go when they are too old', () => {
    expect(linesWith(undefined, [line('a', 30), line('b', 1)], now).gone).toEqual(['a'])
  })

  it('are not kept where one would be too large for a phone', () => {
    expect(linesWith(line('a', 0, 100_001), [], now)).toEqual({ kept: [], gone: ['a'] })
  })

  it('take no more room than they may together: the oldest make way', () => {
    const many = Array.from({ length: 12 }, (_, age) => line(`${age}`, age, 100_000))
    expect(linesWith(undefined, many, now).gone).toEqual(['10', '11'])
  })
})

describe('what staff could read', () => {
  const me = (...ids: string[]): Pick<Me, 'posts'> => ({ posts: ids.map((id) => ({ id }) as Post) })

  it('is theirs as long as they have the same posts, in whatever order', () => {
    expect(hasOtherPosts(me('a', 'b'), me('b', 'a'))).toBe(false)
  })

  it('is not when a post was taken away', () => {
    expect(hasOtherPosts(me('a', 'b'), me('b'))).toBe(true)
  })
})
