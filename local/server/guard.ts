import type { Context, MiddlewareHandler } from 'hono'
import { failed } from '../functions/outcome'

/**
 * Lets through only what a person on this machine may have meant. A page of another site can make a browser send
 * requests here, under its own name (Origin) or, by DNS rebinding, under a name that points to 127.0.0.1 (Host).
 */
export function onlyFromHere(port: number): MiddlewareHandler {
  const hosts = new Set(['localhost', '127.0.0.1', '[::1]'].map((name) => `${name}:${port}`))
  return async (c, next) => {
    const host = c.req.header('host') ?? ''
    if (!hosts.has(host)) return refuse(c, 'this server answers to localhost only')
    const origin = c.req.header('origin')
    if (origin !== undefined && origin !== `http://${host}`)
      return refuse(c, 'requests from other sites are refused')
    // Before the answer is made: headers added to a finished one would have its body read and streamed anew.
    c.header('X-Content-Type-Options', 'nosniff')
    c.header('X-Frame-Options', 'SAMEORIGIN')
    return next()
  }
}

/** For what no page has any business with, not even ours. */
export const notFromPages: MiddlewareHandler = async (c, next) => {
  if (c.req.header('origin') !== undefined) return refuse(c, 'this address is for cloud functions only')
  return next()
}

/** In the shape in which a call fails, so that a program that calls needs to read only one. */
function refuse(c: Context, sentence: string): Response {
  const { errCode, errMsg } = failed('invalidParameters', sentence).failure
  return c.json({ error: { errCode, errMsg } }, 403)
}
