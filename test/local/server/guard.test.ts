import { connect } from 'node:net'
import { networkInterfaces } from 'node:os'
import { startTestCloud, type TestCloud } from '../testCloud'
import { ask } from './ask'

let cloud: TestCloud

beforeAll(async () => {
  cloud = await startTestCloud()
})
afterAll(() => cloud.dispose())

const work = { method: 'POST', body: '{"action":"works"}' }
const caller = { 'x-wx-openid': 'anna', 'content-type': 'application/json' }

describe('the server', () => {
  it('says that it is well', async () => {
    const answer = await ask(cloud.port, '/health')
    expect([answer.status, answer.text]).toEqual([200, '{"ok":true}'])
  })

  it('cannot be reached from another machine', async () => {
    const addresses = Object.values(networkInterfaces()).flatMap((each) => each ?? [])
    const outside = addresses.filter(({ internal, family }) => !internal && family === 'IPv4')
    const reached = await Promise.all(outside.map(({ address }) => accepts(address, cloud.port)))
    expect(reached).not.toContain(true)
    expect(await accepts('127.0.0.1', cloud.port)).toBe(true)
  })

  it.each(['localhost', '127.0.0.1', '[::1]'])('answers under the name %s', async (name) => {
    const headers = { ...caller, host: `${name}:${cloud.port}`, origin: `http://${name}:${cloud.port}` }
    expect((await ask(cloud.port, '/call/faulty', { ...work, headers })).text).toBe('{"result":"worked"}')
  })

  it.each([
    'evil.example',
    'localhost.evil.example',
    '127.0.0.1.nip.io',
    'localhost',
    'localhost:1',
    '127.0.0.1:80',
  ])('refuses the Host %s, which a rebound name would send', async (host) => {
    const answers = await Promise.all([
      ask(cloud.port, '/call/faulty', { ...work, headers: { ...caller, host } }),
      ask(cloud.port, '/', { headers: { host } }),
      ask(cloud.port, '/desk/outbox', { headers: { host } }),
      ask(cloud.port, '/admin', { ...work, headers: { host } }),
    ])
    expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 403])
  })

  it.each(['https://evil.example', 'http://127.0.0.1:1', 'http://localhost', 'null', ''])(
    'refuses the Origin %p',
    async (origin) => {
      const answer = await ask(cloud.port, '/call/faulty', { ...work, headers: { ...caller, origin } })
      const errMsg = 'requests from other sites are refused'
      expect([answer.status, JSON.parse(answer.text)]).toEqual([403, { error: { errCode: -501007, errMsg } }])
    },
  )

  it('gives a page of another site no leave to call', async () => {
    const headers = {
      origin: 'https://evil.example',
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'x-wx-openid',
    }
    const answer = await ask(cloud.port, '/call/faulty', { method: 'OPTIONS', headers })
    expect([answer.status, answer.headers['access-control-allow-origin']]).toEqual([403, undefined])
  })

  it('lets no page use the address of the SDK, not even its own', async () => {
    const headers = { origin: cloud.origin, 'content-type': 'application/json' }
    expect((await ask(cloud.port, '/admin', { ...work, headers })).status).toBe(403)
  })

  it('refuses a request to the SDK address over 20 MB and lives on', async () => {
    const headers = { 'content-type': 'application/json' }
    const body = JSON.stringify({ filling: 'x'.repeat(20 * 1024 * 1024) })
    expect((await ask(cloud.port, '/admin', { method: 'POST', headers, body })).status).toBe(413)
    expect((await ask(cloud.port, '/health')).status).toBe(200)
  })

  it.each([
    '/nothing',
    '/call',
    '/call/',
    '/admin',
    '/as/anna/',
    '/desk',
    '/desk/../cloud.ts',
    '/desk/%2e%2e/cloud.ts',
  ])('has nothing to show at %s', async (path) => {
    expect((await ask(cloud.port, path)).status).toBe(404)
  })
})

function accepts(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 1000 })
    const end = (answer: boolean) => {
      socket.destroy()
      resolve(answer)
    }
    socket.once('connect', () => end(true))
    socket.once('error', () => end(false))
    socket.once('timeout', () => end(false))
  })
}
