import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/** From which call of which function a request comes. */
export interface CallOrigin {
  function: string
  /** Absent where nobody called: timers, and a function's code being loaded. */
  openid?: string
  /** How the call came about, as `SOURCE` of getWXContext: `wx_client`, or `wx_client,scf` from another function. */
  source: string
}

/**
 * Stands for WeChat's WX_API_TOKEN: the SDK sends it back with every request, so that the server knows on whose behalf a
 * function asks without believing the function. Signed instead of remembered: a request may still arrive when its call has ended,
 * though not much later.
 */
export interface CallTokens {
  issue(origin: CallOrigin): string
  /** The origin of a genuine token that is not yet too old, undefined for anything else. */
  read(token: unknown): CallOrigin | undefined
}

interface Payload {
  origin: CallOrigin
  until: number
}

/** Twice the longest call. */
const lifetimeMs = 120_000

export function createCallTokens(now: () => number = Date.now): CallTokens {
  const key = randomBytes(32)
  const sign = (payload: string) => createHmac('sha256', key).update(payload).digest()
  return {
    issue(origin) {
      const payload = Buffer.from(JSON.stringify({ origin, until: now() + lifetimeMs })).toString('base64url')
      return `${payload}.${sign(payload).toString('base64url')}`
    },
    read(token) {
      if (typeof token !== 'string') return undefined
      const [payload = '', signature = ''] = token.split('.')
      const given = Buffer.from(signature, 'base64url')
      const expected = sign(payload)
      if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined
      const { origin, until } = JSON.parse(Buffer.from(payload, 'base64url').toString()) as Payload
      return now() <= until ? origin : undefined
    },
  }
}
