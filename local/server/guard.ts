import type { MiddlewareHandler } from 'hono'

/**
 * Lets through only what a person on this machine may have meant. A page of another site can make a browser send
 * requests here, under its own name (Origin) or, by DNS rebinding, under a name that points to 127.0.0.1 (Host).
 */
export function onlyFromHere(port: number): MiddlewareHandler {
  const hosts = new Set(['localhost', '127.0.0.1', '[::1]'].map((name) => `${name}:${port}`))
  return async (c, next) => {
    const host = c.req.header('host') ?? ''
    if (!hosts.has(host)) return c.text('This server answers to localhost only.', 403)
    const origin = c.req.header('origin')
    if (origin !== undefined && origin !== `http://${host}`)
      return c.text('Requests from other sites are refused.', 403)
    await next()
    c.header('X-Content-Type-Options', 'nosniff')
    c.header('X-Frame-Options', 'SAMEORIGIN')
  }
}

/** For what no page has any business with, not even ours. */
export const notFromPages: MiddlewareHandler = async (c, next) => {
  if (c.req.header('origin') !== undefined) return c.text('This address is for cloud functions only.', 403)
  return next()
}
