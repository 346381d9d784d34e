import { Hono, type Context } from 'hono'
import { dispatch, type DispatchOptions } from '../protocol/dispatch'
import { parseJson } from '../protocol/json'
import { readMultipart } from '../protocol/multipart'
import { bodyOfAtMost } from './bodySize'
import { notFromPages } from './guard'

/** Far more than the SDK sends: a document is at most 1 MB in production, an insert may hold several. */
const largestBody = 20 * 1024 * 1024

/** CloudBase's address: every request of wx-server-sdk arrives here. Errors are answered with status 200, as in production. */
export function adminRoute(options: DispatchOptions): Hono {
  const app = new Hono()
  app.use(notFromPages)
  app.use(bodyOfAtMost(largestBody, (c) => c.text('The request is too large.', 413)))
  app.post('/', async (c) => {
    const fields = await readFields(c)
    if (!fields.ok) return c.json({ code: 'INVALID_PARAM', message: fields.reason })
    const answer = await dispatch(fields.value, options, sentAt(c))
    if (typeof answer === 'string') return c.body(answer, 200, { 'Content-Type': 'application/json' })
    return c.body(new Uint8Array(answer), 200, { 'Content-Type': 'application/octet-stream' })
  })
  return app
}

/** The SDK says in milliseconds when it made the request. */
function sentAt(c: Context): Date | undefined {
  const stated = c.req.header('x-client-timestamp') ?? ''
  return /^\d{13}$/.test(stated) ? new Date(Number(stated)) : undefined
}

async function readFields(c: Context): Promise<ReturnType<typeof parseJson>> {
  const contentType = c.req.header('content-type') ?? ''
  if (!contentType.startsWith('multipart/form-data')) return parseJson(await c.req.text())
  const parts = readMultipart(Buffer.from(await c.req.arrayBuffer()), contentType)
  if (!parts) return { ok: false, reason: 'not a well formed form' }
  const value = Object.fromEntries(
    [...parts].map(([name, bytes]) => [name, name === 'requestData' ? bytes : bytes.toString()]),
  )
  return { ok: true, value }
}
