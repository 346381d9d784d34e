const FIRST_MS = 1_000
const LONGEST_MS = 60_000

/**
 * How long to wait before trying again, in ms: anything up to 1 s after the first failure, up to 2 s after the second, and so on
 * up to a minute. All of it is by chance ("full jitter"): phones that failed together do not come back together.
 * Source: https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/
 *
 * @param failures how often it has failed, from 1
 * @param chance from 0 to 1
 * @param retryAfter seconds that the function has asked for; the chance comes on top
 */
export const pauseAfter = (failures: number, chance: number, retryAfter = 0): number =>
  retryAfter * 1_000 + Math.round(chance * Math.min(LONGEST_MS, FIRST_MS * 2 ** (failures - 1)))
