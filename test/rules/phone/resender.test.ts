import type { CallError } from '@/services/api'
import { pauseAfter } from '@/services/pauses'
import { openResender } from '@/services/resender'

describe('the pause before another attempt', () => {
  it.each([
    [1, 1_000],
    [2, 2_000],
    [5, 16_000],
    [7, 60_000],
    [50, 60_000],
  ])('after %i failures it is at most %i ms', (failures, most) => {
    expect(pauseAfter(failures, 1)).toBe(most)
  })

  it('may be anything below that, so that phones which failed together come back apart', () => {
    expect([0, 0.25, 0.5].map((chance) => pauseAfter(4, chance))).toEqual([0, 2_000, 4_000])
  })

  it('comes on top of what the function has asked for', () => {
    expect(pauseAfter(1, 0.5, 30)).toBe(30_500)
  })
})

const offline: CallError = { code: 'offline', message: '' }
const busy: CallError = { code: 'internal', message: '' }
const tooOften: CallError = { code: 'tooOften', message: '', retryAfter: 90 }

describe('sending again by itself', () => {
  beforeEach(() => jest.useFakeTimers())
  afterEach(() => jest.useRealTimers())

  /** A phone whose every attempt is hindered by the first of these; always at the longest chance. */
  function phone(...hindrances: CallError[]) {
    const attempts: number[] = []
    const start = Date.now()
    const send = (): Promise<CallError | null> => {
      attempts.push(Date.now() - start)
      return Promise.resolve(hindrances.shift() ?? null)
    }
    return { attempts, resender: openResender({ send, now: Date.now, chance: () => 1 }) }
  }

  it('waits longer after each failure, and stops once nothing hinders it', async () => {
    const { attempts, resender } = phone(offline, offline, offline)
    resender.atOnce()
    await jest.advanceTimersByTimeAsync(60_000)
    expect(attempts).toEqual([0, 1_000, 3_000, 7_000])
  })

  it('tries when the app is shown', async () => {
    const { attempts, resender } = phone()
    resender.onShow()
    await jest.advanceTimersByTimeAsync(0)
    expect(attempts).toEqual([0])
  })

  it('does not try at the very moment at which the signal is back for everybody', async () => {
    const { attempts, resender } = phone()
    resender.onSignal()
    await jest.advanceTimersByTimeAsync(5_000)
    expect(attempts).toEqual([1_000])
  })

  it('is woken by a signal however long the pause was', async () => {
    const { attempts, resender } = phone(offline, offline, offline, offline, offline)
    resender.atOnce()
    await jest.advanceTimersByTimeAsync(16_000)
    resender.onSignal()
    await jest.advanceTimersByTimeAsync(1_000)
    expect(attempts).toEqual([0, 1_000, 3_000, 7_000, 15_000, 17_000])
  })

  it('leaves a cloud alone that cannot take it now, however often the app is opened', async () => {
    const { attempts, resender } = phone(busy, busy)
    resender.atOnce()
    await jest.advanceTimersByTimeAsync(1_500)
    resender.onShow()
    resender.onShow()
    await jest.advanceTimersByTimeAsync(60_000)
    expect(attempts).toEqual([0, 1_000, 3_000])
  })

  it('waits as long as the function has asked it to', async () => {
    const { attempts, resender } = phone(tooOften)
    resender.atOnce()
    await jest.advanceTimersByTimeAsync(0)
    resender.onSignal()
    await jest.advanceTimersByTimeAsync(90_000)
    expect(attempts).toEqual([0])
    await jest.advanceTimersByTimeAsync(1_000)
    expect(attempts).toEqual([0, 91_000])
  })

  it('rests while the app is out of sight', async () => {
    const { attempts, resender } = phone(offline)
    resender.atOnce()
    await jest.advanceTimersByTimeAsync(0)
    resender.stop()
    await jest.advanceTimersByTimeAsync(60_000)
    expect(attempts).toEqual([0])
  })
})
