import { connect, type Socket } from 'node:net'
import { text } from 'node:stream/consumers'
import { startTestCloud, type TestCloud } from '../testCloud'
import { ask } from './ask'
import { addressOf, idOf, isWell, page, png, remove, send, stored, uploadOf } from './storedFiles'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startTestCloud()
})
afterAll(() => cloud.dispose())

/** The head of an upload, but for the line that says how long it is. */
const headOf = (path: string) =>
  `POST /upload?cloudPath=${path} HTTP/1.1\r\nHost: 127.0.0.1:${cloud.port}\r\nx-wx-openid: anna\r\n`
const open = (bytes: string): Socket => {
  const socket = connect({ host: '127.0.0.1', port: cloud.port })
  socket.write(bytes)
  return socket
}
const until = async (isSo: () => boolean) => {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 10))
}

describe('a phone', () => {
  it('uploads a file as the person who holds it', async () => {
    const answer = await send(cloud, 'incoming/核酸 1.png', png)
    expect([answer.status, JSON.parse(answer.text)]).toEqual([200, { fileID: idOf('incoming/核酸 1.png') }])
  })

  it('replaces what is its own, and nothing of anybody else', async () => {
    await send(cloud, 'owned', png)
    expect(JSON.parse((await send(cloud, 'owned', page)).text)).toHaveProperty('fileID')
    const other = JSON.parse(
      (await send(cloud, 'owned', png, { headers: { 'x-wx-openid': 'bert' } })).text,
    ) as unknown
    expect(other).toMatchObject({ error: { errCode: -503002 } })
    expect((await ask(cloud.port, await addressOf(cloud, 'owned'))).text).toBe(page.toString())
  })

  it('says who it is', async () => {
    expect((await ask(cloud.port, uploadOf('a'), { method: 'POST', body: png })).status).toBe(400)
  })

  it.each([
    '',
    '/a',
    '../../secrets.json',
    'a/../b',
    '..\\a',
    'a\0b',
    'C:\\a',
    'a?b',
    '%2e%2e/a',
    'a/'.repeat(500),
  ])('uploads nothing to %j', async (path) => {
    const before = stored(cloud)
    expect(JSON.parse((await send(cloud, path, png)).text)).toMatchObject({ error: { errCode: -501007 } })
    expect(stored(cloud)).toBe(before)
  })

  it.each<[how: string, headers: Record<string, string>]>([
    ['that says so', { 'content-length': String(50 * 1024 * 1024) }],
    ['that comes in chunks', { 'transfer-encoding': 'chunked' }],
  ])('is refused a body of 50 MB %s', async (_how, headers) => {
    const before = stored(cloud)
    const answer = await send(cloud, 'too large', Buffer.alloc(50 * 1024 * 1024), { headers })
    expect(JSON.parse(answer.text)).toMatchObject({ error: { errCode: -503001 } })
    expect([stored(cloud), await isWell(cloud)]).toEqual([before, true])
  })

  it.each([
    ['less than it said', 'Content-Length: 1000\r\n\r\nhalf'],
    ['chunks without an end', 'Transfer-Encoding: chunked\r\n\r\n4\r\nhalf\r\n'],
  ])('that hangs up after %s has uploaded nothing', async (_what, rest) => {
    const before = stored(cloud)
    const socket = open(`${headOf('half')}${rest}`)
    await until(() => stored(cloud) > before)
    socket.destroy()
    await until(() => stored(cloud) === before)
    expect(await remove(cloud, 'half')).toMatchObject([{ status: -503003 }])
    expect([await isWell(cloud), cloud.lines.filter((line) => line.includes('aborted'))]).toEqual([true, []])
  })

  it('that sends broken chunks is refused', async () => {
    const answer = await text(
      open(`${headOf('bad')}Transfer-Encoding: chunked\r\n\r\nzz\r\nhalf\r\n0\r\n\r\n`),
    )
    expect([answer, await isWell(cloud)]).toEqual([expect.stringContaining('400 Bad Request'), true])
  })

  it.each<Record<string, string>>([
    { host: 'evil.example' },
    { origin: 'https://evil.example' },
    { origin: 'null' },
  ])('is not believed with %j', async (headers) => {
    expect((await send(cloud, 'a', png, { headers })).status).toBe(403)
  })

  it.each(['GET', 'PUT', 'DELETE'])('does not upload by %s', async (method) => {
    expect(
      (await ask(cloud.port, uploadOf('a'), { method, headers: { 'x-wx-openid': 'anna' } })).status,
    ).toBe(404)
  })
})
