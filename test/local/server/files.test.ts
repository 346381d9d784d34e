import { startTestCloud, type TestCloud } from '../testCloud'
import { ask, type Asked } from './ask'
import { addressOf, idOf, isWell, page, png, remove, send, stored } from './storedFiles'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startTestCloud()
})
afterAll(() => cloud.dispose())

describe('a temporary address', () => {
  let address: string
  beforeAll(async () => {
    await send(cloud, 'pictures/a.png', png)
    address = await addressOf(cloud, 'pictures/a.png')
  })

  it('shows a picture to a browser, which keeps no copy of it', async () => {
    const answer = await ask(cloud.port, address)
    expect([answer.status, answer.text]).toEqual([200, png.toString()])
    expect(answer.headers).toMatchObject({
      'content-type': 'image/png',
      'content-length': String(png.length),
      'content-disposition': 'inline',
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    })
  })

  it('tells about a file without sending it', async () => {
    const answer = await ask(cloud.port, address, { method: 'HEAD' })
    expect([answer.status, answer.headers['content-length'], answer.text]).toEqual([
      200,
      String(png.length),
      '',
    ])
  })

  it('lets a page be saved, and not be shown or run', async () => {
    await send(cloud, 'page.html', page)
    const answer = await ask(cloud.port, await addressOf(cloud, 'page.html'))
    expect(answer.text).toBe(page.toString())
    expect(answer.headers).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-disposition': 'attachment',
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
    })
  })

  it.each<[what: string, change: (address: string) => string]>([
    ['no signature', (whole) => whole.replace(/\?.*/, '')],
    ['another signature', (whole) => whole.replace(/sign=\w{4}/, 'sign=0000')],
    ['a later end', (whole) => whole.replace(/t=(\d)/, 't=9$1')],
    ['two ends', (whole) => whole.replace('&t=', '&t=9999999999&t=')],
    ['another path', (whole) => whole.replace('a.png', 'b.png')],
    ['a longer path', (whole) => whole.replace('a.png', 'a.png/..%2f')],
    ['a path that leads out', (whole) => whole.replace('pictures/a.png', '../../secrets.json')],
    ['an encoded path that leads out', (whole) => whole.replace('a.png', '..%2f..%2f..%2fsecrets.json')],
    ['a path encoded twice', (whole) => whole.replace('a.png', '%252e%252e%252fsecrets.json')],
    ['a path of backslashes', (whole) => whole.replace('a.png', '..\\..\\secrets.json')],
    ['a NUL in the path', (whole) => whole.replace('a.png', 'a.png%00')],
    ['a path that cannot be decoded', (whole) => whole.replace('a.png', '%ff%c0%ae')],
    ['no path', (whole) => whole.replace('pictures/a.png', '')],
  ])('is refused with %s', async (_what, change) => {
    expect([400, 403, 404]).toContain((await ask(cloud.port, change(address))).status)
  })

  it('opens the path it was given for, however that is written', async () => {
    const answers = await Promise.all(
      ['pictures%2Fa.png', 'x/../pictures/a.png', 'pictures/%61.png'].map((spelling) =>
        ask(cloud.port, address.replace('pictures/a.png', spelling)),
      ),
    )
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
  })

  it('is read, and nothing else done with it', async () => {
    const methods = ['POST', 'PUT', 'PATCH', 'DELETE']
    const answers = await Promise.all(methods.map((method) => ask(cloud.port, address, { method })))
    expect(answers.map(({ status }) => status)).toEqual([403, 403, 405, 405])
    expect((await ask(cloud.port, address)).status).toBe(200)
  })

  it.each<Record<string, string>>([
    { host: 'evil.example' },
    { origin: 'https://evil.example' },
    { origin: 'null' },
  ])('shows nothing to a request with %j', async (headers) => {
    expect((await ask(cloud.port, address, { headers })).status).toBe(403)
  })

  it('shows nothing any more once the file is removed', async () => {
    await send(cloud, 'removed.png', png)
    const gone = await addressOf(cloud, 'removed.png')
    await remove(cloud, 'removed.png')
    expect((await ask(cloud.port, gone)).status).toBe(404)
  })
})

describe('an upload of a function', () => {
  const put = (path: string, authorization: string, more: Asked = {}) =>
    ask(cloud.port, `/files/${path}`, { method: 'PUT', headers: { authorization }, body: png, ...more })

  const metadataOf = async (cloudPath: string) => {
    const answer = await cloud.call('storage', { method: 'getUploadMetadata', options: { cloudPath } })
    return (answer as { result: { data: { url: string; authorization: string } } }).result.data
  }

  it.each(['', 'q-sign-algorithm=sha1', `9999999999.${'0'.repeat(64)}`])(
    'is refused with the authorization %j, in the words of the storage',
    async (authorization) => {
      const before = stored(cloud)
      const answer = await put('a', authorization)
      expect([answer.status, answer.text]).toEqual([
        403,
        expect.stringContaining('<Code>AccessDenied</Code>'),
      ])
      expect(stored(cloud)).toBe(before)
    },
  )

  it('is good for the path it was asked for, and for no other', async () => {
    const { url, authorization } = await metadataOf('signed/a.png')
    expect((await put('signed/b.png', authorization)).status).toBe(403)
    expect((await put('signed/a.png/../b.png', authorization)).status).toBe(403)
    expect(url).toBe(`${cloud.origin}/files/signed/a.png`)
    expect(await put('signed/a.png', authorization)).toMatchObject({ status: 200, text: '' })
    expect((await ask(cloud.port, await addressOf(cloud, 'signed/a.png'))).text).toBe(png.toString())
  })

  it.each<[how: string, headers: Record<string, string>]>([
    ['that says so', { 'content-length': String(50 * 1024 * 1024) }],
    ['that comes in chunks', { 'transfer-encoding': 'chunked' }],
  ])('is refused a body of 50 MB %s', async (_how, headers) => {
    const before = stored(cloud)
    const { authorization } = await metadataOf('large')
    const body = Buffer.alloc(50 * 1024 * 1024)
    const answer = await put('large', '', { headers: { authorization, ...headers }, body })
    expect([answer.status, answer.text]).toEqual([
      400,
      expect.stringContaining('<Code>EntityTooLarge</Code>'),
    ])
    expect([stored(cloud), await isWell(cloud)]).toEqual([before, true])
  })

  it('is not made from a page', async () => {
    const { authorization } = await metadataOf('page.png')
    const answer = await put('page.png', '', { headers: { authorization, origin: cloud.origin } })
    expect([answer.status, answer.text]).toEqual([403, expect.stringContaining('for cloud functions only')])
  })

  it('beside others, and beside removals of the same path, leaves one whole file or none', async () => {
    const isWhole = await cloud.run(async (sdk, fileID) => {
      const sizes = [1, 2, 3, 4, 5, 6].map((count) => count * 100_000)
      await Promise.all(
        sizes.flatMap((size) => [
          sdk.cloud.uploadFile({ cloudPath: 'busy', fileContent: Buffer.alloc(size) }),
          sdk.cloud.deleteFile({ fileList: [fileID] }),
        ]),
      )
      const { fileList } = await sdk.cloud.getTempFileURL({ fileList: [fileID] })
      if (fileList.every(({ status }) => status !== 0)) return true
      return sizes.includes((await sdk.cloud.downloadFile({ fileID })).fileContent.length)
    }, idOf('busy'))
    expect(isWhole).toBe(true)
  })
})

describe('an upload of wx-server-sdk before 4, which is a form', () => {
  const formOf = (fields: Record<string, string | Buffer>): Buffer => {
    const parts = Object.entries(fields).flatMap(([name, value]) => [
      `--edge\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n`,
      value,
      '\r\n',
    ])
    return Buffer.concat([...parts, '--edge--'].map((part) => Buffer.from(part)))
  }
  const post = (path: string, body: Buffer, more: Record<string, string> = {}) =>
    ask(cloud.port, `/files/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'multipart/form-data; boundary=edge', ...more },
      body,
    })
  const signatureOf = async (cloudPath: string) => {
    const answer = await cloud.call('storage', { method: 'getUploadMetadata', options: { cloudPath } })
    return (answer as { result: { data: { authorization: string } } }).result.data.authorization
  }

  it('is kept', async () => {
    const Signature = await signatureOf('form/a.png')
    const answer = await post('form/a.png', formOf({ Signature, key: 'form/a.png', file: png }))
    expect(answer).toMatchObject({ status: 204, text: '' })
    expect((await ask(cloud.port, await addressOf(cloud, 'form/a.png'))).text).toBe(png.toString())
  })

  it.each<[what: string, body: (signature: string) => Buffer]>([
    ['without a signature', () => formOf({ file: png })],
    ['with a wrong signature', (signature) => formOf({ Signature: `${signature}0`, file: png })],
    ['that is no form', () => png],
  ])('is refused %s, in the words of the storage', async (_what, body) => {
    const before = stored(cloud)
    const answer = await post('form/b.png', body(await signatureOf('form/b.png')))
    expect([answer.status, answer.text]).toEqual([403, expect.stringContaining('<Code>AccessDenied</Code>')])
    expect(stored(cloud)).toBe(before)
  })

  it('is refused when the file is larger than 10 MB', async () => {
    const before = stored(cloud)
    const Signature = await signatureOf('form/large')
    for (const megabytes of [10.01, 50]) {
      const file = Buffer.alloc(megabytes * 1024 * 1024)
      expect((await post('form/large', formOf({ Signature, file }))).text).toContain('EntityTooLarge')
    }
    expect([stored(cloud), await isWell(cloud)]).toEqual([before, true])
  })

  it('is not made from a page', async () => {
    const body = formOf({ Signature: await signatureOf('form/c.png'), file: png })
    expect((await post('form/c.png', body, { origin: cloud.origin })).status).toBe(403)
  })
})

describe('files', () => {
  it('are there after a restart, and the addresses of the time before are not', async () => {
    const first = await startTestCloud()
    await first.upload('kept.png', png, 'anna')
    const before = await addressOf(first, 'kept.png')
    await first.stop()
    const second = await startTestCloud({ data: first.data })
    expect((await ask(second.port, await addressOf(second, 'kept.png'))).text).toBe(png.toString())
    expect((await ask(second.port, before)).status).toBe(403)
    await second.dispose()
  })

  it('leave no line in the log that tells their names or their owners', async () => {
    const mark = cloud.lines.length
    await send(cloud, 'logged.png', png)
    await ask(cloud.port, await addressOf(cloud, 'logged.png'))
    await send(cloud, '../logged.png', png)
    const lines = cloud.lines.slice(mark)
    expect(lines).toEqual([expect.stringMatching(/^program ok \d+ ms$/)])
  })
})
