/** "近两小时访问过小程序", which content check asks of an openid. */
const recentMs = 2 * 3_600_000

/** When somebody's phone last called a function. Forgotten at a restart: whoever writes something calls again anyway. */
export interface Visits {
  record(openid: string, now: Date): void
  /** Within the last two hours. */
  isRecent(openid: string, now: Date): boolean
}

export function createVisits(): Visits {
  const last = new Map<string, number>()
  return {
    record(openid, now) {
      // Taken out first, so that the oldest stay in front.
      last.delete(openid)
      last.set(openid, now.getTime())
      for (const [oldest, at] of last) {
        if (now.getTime() - at <= recentMs) return
        last.delete(oldest)
      }
    },
    isRecent: (openid, now) => now.getTime() - (last.get(openid) ?? -Infinity) <= recentMs,
  }
}
