import type { CallError } from './api'
import { pauseAfter } from './pauses'

interface ResenderParts {
  /** Tries once. Answers what hindered it, if anything did. */
  send: () => Promise<CallError | null>
  /** Milliseconds, as `Date.now`. */
  now: () => number
  /** From 0 to 1, as `Math.random`. */
  chance: () => number
}

/**
 * Tries again until nothing hinders it, after longer and longer pauses while the app is in use. A cloud that has answered that
 * it cannot take it now is not asked before the pause is over, whatever wakes the phone meanwhile: at eight in the morning
 * everybody opens the app.
 */
export function openResender({ send, now, chance }: ResenderParts) {
  let timer: ReturnType<typeof setTimeout> | undefined
  let failures = 0
  let notBefore = 0

  const wait = (pause: number): void => {
    clearTimeout(timer)
    timer = setTimeout(() => void attempt(), pause)
  }

  const settle = (hindrance: CallError | null): void => {
    clearTimeout(timer)
    failures = hindrance ? failures + 1 : 0
    notBefore = 0
    if (!hindrance) return
    const pause = pauseAfter(failures, chance(), hindrance.retryAfter)
    if (hindrance.code !== 'offline') notBefore = now() + pause
    wait(pause)
  }

  const attempt = async (): Promise<void> => {
    clearTimeout(timer)
    settle(await send())
  }

  const wake = (pause: number): void => wait(Math.max(pause, notBefore - now()))

  return {
    /** Somebody looks at the app. */
    onShow: () => wake(0),
    /** There is a signal again, for everybody around at the same moment. */
    onSignal: () => wake(pauseAfter(1, chance())),
    /** Somebody asks for it. */
    atOnce: () => void attempt(),
    /** An attempt that somebody has made themselves was hindered. */
    afterwards: settle,
    /** The app is out of sight. */
    stop: () => clearTimeout(timer),
  }
}
