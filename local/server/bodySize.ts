import type { Context, MiddlewareHandler } from 'hono'

/**
 * Refuses a larger body. It is read to its end all the same: a client that is still sending when the connection
 * closes sees a broken pipe instead of the answer.
 *
 * @param largest in bytes
 */
export function bodyOfAtMost(largest: number, refuse: (c: Context) => Response): MiddlewareHandler {
  return async (c, next) => {
    if (statedLength(c) <= largest) return next()
    // Looked at only now, because asking for it makes a stream of what is otherwise read at once.
    const { body } = c.req.raw
    if (body === null) return next()
    const bytes = await readAtMost(largest, body)
    if (bytes === undefined) return refuse(c)
    c.req.raw = new Request(c.req.raw, { body: bytes })
    return next()
  }
}

/** Infinite where it is not stated, as in a chunked request. */
function statedLength(c: Context): number {
  const isStated = c.req.header('transfer-encoding') === undefined
  return isStated ? Number(c.req.header('content-length') ?? Infinity) : Infinity
}

async function readAtMost(
  largest: number,
  body: ReadableStream<Uint8Array>,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const reader = body.getReader()
  const parts: Uint8Array[] = []
  let size = 0
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.length
    if (size <= largest) parts.push(part.value)
  }
  return size <= largest ? new Uint8Array(Buffer.concat(parts)) : undefined
}
