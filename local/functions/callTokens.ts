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
 * function asks without believing the function. Signed instead of remembered: a request may still arrive when its call has ended.
 */
export interface CallTokens {
  issue(origin: CallOrigin): string
  /** The origin of a genuine token, undefined for anything else. */
  read(token: unknown): CallOrigin | undefined
}

export function createCallTokens(): CallTokens {
  const key = randomBytes(32)
  const sign = (payload: string) => createHmac('sha256', key).update(payload).digest()
  return {
    issue(origin) {
      const payload = Buffer.from(JSON.stringify(origin)).toString('base64url')
      return `${payload}.${sign(payload).toString('base64url')}`
    },
    read(token) {
      if (typeof token !== 'string') return undefined
      const [payload = '', signature = ''] = token.split('.')
      const given = Buffer.from(signature, 'base64url')
      const expected = sign(payload)
      if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined
      return JSON.parse(Buffer.from(payload, 'base64url').toString()) as CallOrigin
    },
  }
}
