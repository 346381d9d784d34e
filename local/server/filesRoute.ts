import { Readable } from 'node:stream'
import { Hono, type Context } from 'hono'
import type { FileAddresses } from '../files/addresses'
import { unknownType } from '../files/contentType'
import { largestFile, type Files } from '../files/files'
import { uploadFromPhone } from '../files/phoneUpload'
import { readMultipart } from '../protocol/multipart'
import { bodyOfAtMost } from './bodySize'
import { notFromPages } from './guard'

/** Whatever somebody has uploaded runs nothing, and shows nothing but itself. */
const contentSecurityPolicy = "default-src 'none'; sandbox"

const downloadRefusals = {
  forged: 'The signature of this address is wrong.',
  expired: 'This address has expired.',
}

/** What stands around the file in a form: five fields and their headers. */
const largestFrame = 16 * 1024

/**
 * `/files/<path>`: stands for the object storage. `GET` with a temporary address; with the metadata that the SDK was
 * given `PUT`, or from wx-server-sdk before 4 `POST` of a form, both refused in its XML.
 */
export function filesRoute(files: Files, addresses: FileAddresses): Hono {
  const app = new Hono()
  app.get('/*', (c) => {
    const path = pathIn(c)
    const { sign = '', t = '' } = c.req.query()
    const fault = addresses.faultInDownload(path, sign, t, new Date())
    return fault ? c.text(downloadRefusals[fault], 403) : answerWith(c, files, path)
  })
  app.put('/*', notFromPages, async (c) => {
    const path = pathIn(c)
    const authorization = c.req.header('authorization') ?? ''
    if (!addresses.isUpload(path, authorization, new Date())) return refuseUpload(c)
    const outcome = await files.write(path, bytesIn(c))
    return outcome.ok ? c.body(null, 200) : refuseSize(c)
  })
  app.post('/*', notFromPages, bodyOfAtMost(largestFile + largestFrame, refuseSize), async (c) => {
    const path = pathIn(c)
    const form = await formIn(c)
    const authorization = form?.get('Signature')?.toString() ?? ''
    if (!addresses.isUpload(path, authorization, new Date())) return refuseUpload(c)
    const outcome = await files.write(path, Readable.from([form?.get('file') ?? Buffer.alloc(0)]))
    return outcome.ok ? c.body(null, 204) : refuseSize(c)
  })
  app.all('/*', (c) => c.text('A file is read or put.', 405))
  return app
}

/**
 * `POST /upload?cloudPath=<path>`: what `wx.cloud.uploadFile` does on a phone. The file is the body, the openid comes in
 * the header `x-wx-openid`; answers `{ fileID }` or `{ error: { errCode, errMsg } }`.
 */
export function uploadRoute(files: Files): Hono {
  const app = new Hono()
  app.post('/', async (c) => {
    const openid = c.req.header('x-wx-openid')
    if (!openid)
      return c.json({ error: { errCode: -501007, errMsg: 'the header x-wx-openid is missing' } }, 400)
    return c.json(await uploadFromPhone(files, c.req.query('cloudPath') ?? '', bytesIn(c), openid))
  })
  return app
}

/** Decoded; empty when it cannot be, and no file has an empty path. */
function pathIn(c: Context): string {
  try {
    return decodeURIComponent(new URL(c.req.url).pathname.slice('/files/'.length))
  } catch {
    return ''
  }
}

function bytesIn(c: Context): AsyncIterable<Uint8Array> {
  // TypeScript's library does not know that the stream of a request can be iterated.
  return (c.req.raw.body as unknown as AsyncIterable<Uint8Array> | null) ?? Readable.from([])
}

async function formIn(c: Context): Promise<Map<string, Buffer> | undefined> {
  return readMultipart(Buffer.from(await c.req.arrayBuffer()), c.req.header('content-type') ?? '')
}

function answerWith(c: Context, files: Files, path: string): Response {
  const facts = files.find(path)
  if (!facts) return c.text('The file does not exist.', 404)
  c.header('Content-Type', facts.type)
  c.header('Content-Length', String(facts.size))
  c.header('Content-Disposition', facts.type === unknownType ? 'attachment' : 'inline')
  c.header('Content-Security-Policy', contentSecurityPolicy)
  c.header('Cache-Control', 'private, no-store')
  const bytes = c.req.method === 'HEAD' ? undefined : files.read(path)
  if (!bytes) return c.body(null)
  return c.body(Readable.toWeb(bytes) as ReadableStream)
}

const refuseUpload = (c: Context): Response =>
  refuse(c, 403, 'AccessDenied', 'This upload was not allowed, or not any more.')

const refuseSize = (c: Context): Response =>
  refuse(c, 400, 'EntityTooLarge', 'The file is larger than 10 MB.')

/** In the words of https://cloud.tencent.com/document/product/436/7730, which the SDK reads. */
function refuse(c: Context, status: 400 | 403, code: string, message: string): Response {
  const fields = { Code: code, Message: message, RequestId: 'local', TraceId: 'local' }
  const lines = Object.entries(fields).map(([name, value]) => `<${name}>${value}</${name}>`)
  const xml = `<?xml version='1.0' encoding='utf-8' ?>\n<Error>${lines.join('')}</Error>`
  return c.body(xml, status, { 'Content-Type': 'application/xml' })
}
