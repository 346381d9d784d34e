type Listener = () => void

class AbortSignal {
  readonly listeners = new Set<Listener>()
  aborted = false
  reason: unknown = undefined

  addEventListener(_type: 'abort', listener: Listener): void {
    this.listeners.add(listener)
  }

  removeEventListener(_type: 'abort', listener: Listener): void {
    this.listeners.delete(listener)
  }
}

/**
 * As much of AbortController as react-query uses. WeChat has none; the polyfills for browsers bring 7 KB of events along.
 * https://dom.spec.whatwg.org/#interface-abortcontroller
 */
export class AbortController {
  readonly signal = new AbortSignal()

  abort(reason: unknown = new Error('aborted')): void {
    const { signal } = this
    if (signal.aborted) return
    Object.assign(signal, { aborted: true, reason })
    signal.listeners.forEach((listener) => listener())
    signal.listeners.clear()
  }
}
