import { startTestCloud, type TestCloud } from '../testCloud'
import { until } from '../until'
import { ask, type Answered } from './ask'
import { openWire, statusOf } from './wire'

let cloud: TestCloud

beforeAll(async () => {
  cloud = await startTestCloud()
})
afterAll(() => cloud.dispose())

/** Whatever was sent: the next one is served, by the server and by a function that speaks to the store. */
afterEach(async () => {
  expect((await ask(cloud.port, '/health')).text).toBe('{"ok":true}')
  expect(await cloud.call('faulty', { action: 'works' }, 'anna')).toEqual({ result: 'worked' })
})

const json = { 'content-type': 'application/json', 'x-wx-openid': 'anna' }
const addresses = ['/call/faulty', '/admin', '/timer/faulty']
const megabytes = (count: number) => Buffer.alloc(count * 1024 * 1024, 'x')

function post(
  path: string,
  body: string | Buffer,
  headers: Record<string, string> = json,
): Promise<Answered> {
  return ask(cloud.port, path, { method: 'POST', headers, body })
}

/** A request of a function that has turned against the cloud, with the token of its own call. */
async function admin(fields: object): Promise<Record<string, unknown>> {
  const wxCloudApiToken = await cloud.run(() => process.env.WX_API_TOKEN)
  const { status, text } = await post('/admin', JSON.stringify({ wxCloudApiToken, ...fields }))
  expect(status).toBe(200)
  return JSON.parse(text) as Record<string, unknown>
}

describe('a body that is too large', () => {
  it.each(['/call/faulty', '/admin'])('is refused at %s when its length is announced', async (path) => {
    expect((await post(path, megabytes(50))).status).toBe(413)
  })

  it.each(['/call/faulty', '/admin'])('is refused at %s when its length is not announced', async (path) => {
    expect((await post(path, megabytes(50), { ...json, 'transfer-encoding': 'chunked' })).status).toBe(413)
  })

  it('is of no interest to a timer', async () => {
    const { text } = await post('/timer/faulty', megabytes(50))
    expect(JSON.parse(text)).toMatchObject({ error: { errCode: -501007 } })
  })
})

describe('a body that is no fit JSON', () => {
  const deep = (levels: number) => `{"a":${'['.repeat(levels)}${']'.repeat(levels)}}`

  it.each([
    ['cut off', '{"action":'],
    ['100,000 levels deep', deep(100_000)],
    ['100,000 levels deep and cut off', '['.repeat(100_000)],
    ['a number', '1e999'],
    ['empty', ''],
  ])('is refused when it is %s', async (_what, body) => {
    const [call, request] = await Promise.all([post('/call/faulty', body), post('/admin', body)])
    expect([call.status, JSON.parse(call.text)]).toMatchObject([400, { error: { errCode: -501007 } }])
    expect(JSON.parse(request.text)).toMatchObject({ code: 'INVALID_PARAM' })
  })

  it('reaches the function with the replacement character where it is no UTF-8', async () => {
    const body = Buffer.concat([
      Buffer.from('{"program":"(_sdk, input) => input","input":"'),
      Buffer.from([0xc3, 0x28, 0xff]),
      Buffer.from('"}'),
    ])
    expect((await post('/call/program', body)).text).toBe('{"result":{"value":"\uFFFD(\uFFFD"}}')
  })
})

describe('keys that name a prototype', () => {
  it('in an event reach the function as keys, and nothing else', async () => {
    const input = '{"__proto__":{"admin":true},"constructor":{"prototype":{"admin":true}}}'
    const program = `(_sdk, input) => [Object.keys(input), input.admin, {}.admin, Object.getPrototypeOf(input) === Object.prototype]`
    const { text } = await post('/call/program', `{"program":${JSON.stringify(program)},"input":${input}}`)
    expect(JSON.parse(text)).toEqual({ result: { value: [['__proto__', 'constructor'], null, null, true] } })
    expect(({} as { admin?: unknown }).admin).toBeUndefined()
  })

  it.each([
    ['query', { action: 'database.getDocument', queryType: 'WHERE', query: '{"__proto__":{"a":1}}' }],
    ['query path', { action: 'database.getDocument', queryType: 'WHERE', query: '{"a.constructor.b":1}' }],
    ['order', { action: 'database.getDocument', queryType: 'WHERE', order: '{"__proto__":1}' }],
    ['projection', { action: 'database.getDocument', queryType: 'WHERE', projection: '{"a.prototype":1}' }],
    [
      'update',
      {
        action: 'database.modifyDocument',
        queryType: 'WHERE',
        data: '{"$set":{"constructor.a":1}}',
        merge: true,
      },
    ],
    ['document', { action: 'database.insertDocument', data: ['{"a":{"__proto__":{"b":1}}}'] }],
    [
      'stage',
      {
        action: 'database.aggregateDocuments',
        stages: [{ stageKey: '$addFields', stageValue: '{"__proto__.a":1}' }],
      },
    ],
  ])('in a %s are refused', async (_where, fields) => {
    expect(await admin({ collectionName: 'notes', ...fields })).toMatchObject({ code: 'INVALID_PARAM' })
    expect(({} as { a?: unknown }).a).toBeUndefined()
  })
})

describe('code in a query', () => {
  it.each([
    ['$where', '{"$where":"while(true);"}'],
    ['$where in $or', '{"$or":[{"$where":"this.a"}]}'],
    ['$function', '{"$expr":{"$function":{"body":"while(true);","args":[],"lang":"js"}}}'],
    ['$accumulator', '{"$expr":{"$accumulator":{}}}'],
  ])('is not run: %s', async (_what, query) => {
    await cloud.run(({ db }) => db.collection('notes').add({ data: { a: 1 } }))
    const answer = await admin({
      action: 'database.getDocument',
      collectionName: 'notes',
      queryType: 'WHERE',
      query,
    })
    expect(answer).toMatchObject({ code: expect.stringMatching(/^(DATABASE_|INVALID_)/) as string })
  })
})

describe('very many', () => {
  const fields = Object.fromEntries(Array.from({ length: 100_000 }, (_item, n) => [`key${n}`, n]))

  it('keys in an event are an event', async () => {
    const event = { program: '(_sdk, input) => Object.keys(input).length', input: fields }
    expect((await post('/call/program', JSON.stringify(event))).text).toBe('{"result":{"value":100000}}')
  })

  it('headers are refused', async () => {
    const many = Object.fromEntries(Array.from({ length: 3000 }, (_item, n) => [`x-${n}`, '1'.repeat(20)]))
    expect((await ask(cloud.port, '/health', { headers: many })).status).toBe(431)
  })

  it('bytes in one header are refused', async () => {
    const headers = { ...json, 'x-long': 'x'.repeat(100_000) }
    expect((await post('/call/faulty', '{}', headers)).status).toBe(431)
  })
})

describe('an address', () => {
  it.each([
    '/call/../../local/cloud',
    '/call/..%2f..%2flocal%2fcloud',
    '/call/%2e%2e%2ffaulty',
    '/call/faulty%00',
    '/call//faulty',
    '/call/%',
    '/timer/..%2ffaulty',
  ])('calls no function by a detour: %s', async (path) => {
    const { text } = await post(path, '{"action":"works"}')
    expect(text).not.toContain('result')
  })

  it.each(addresses)('is closed to pages of other sites and to rebound names: %s', async (path) => {
    const own = `127.0.0.1:${cloud.port}`
    const visits: Record<string, string>[] = [
      { host: own, origin: 'https://evil.example' },
      { host: own, origin: 'null' },
      { host: `evil.example:${cloud.port}` },
      { host: `evil.example:${cloud.port}`, origin: `http://evil.example:${cloud.port}` },
    ]
    const answers = await Promise.all(visits.map((headers) => post(path, '{}', { ...json, ...headers })))
    expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 403])
  })
})

describe('a request that is no proper HTTP', () => {
  it.each([
    ['no Host', 'GET /health HTTP/1.1\r\n\r\n'],
    ['no Host, in HTTP 1.0', 'GET /health HTTP/1.0\r\n\r\n'],
    [
      'two lengths',
      'POST /call/faulty HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\n12345',
    ],
    [
      'a length and chunks, to smuggle a second request',
      'POST /call/faulty HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /health HTTP/1.1\r\n',
    ],
    [
      'an encoding that nobody knows',
      'POST /call/faulty HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: xchunked\r\n\r\n',
    ],
    ['no HTTP at all', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03'],
  ])('is refused for %s', async (_what, text) => {
    const { answer, socket } = openWire(cloud.port, text)
    socket.end()
    expect(statusOf(await answer)).toBe('HTTP/1.1 400 Bad Request')
  })
})

describe('a client that is slow on purpose', () => {
  it('is cut off when its headers do not come to an end', async () => {
    const { answer } = openWire(cloud.port, `POST /call/faulty HTTP/1.1\r\nHost: 127.0.0.1:${cloud.port}\r\n`)
    expect(statusOf(await answer)).toBe('HTTP/1.1 408 Request Timeout')
  })

  it('keeps nobody waiting, not even five hundred of them', async () => {
    const wires = Array.from({ length: 500 }, () => openWire(cloud.port, 'GET /health HTTP/1.1\r\nX-'))
    expect((await post('/call/faulty', '{"action":"works"}')).text).toBe('{"result":"worked"}')
    for (const { socket } of wires) socket.destroy()
  })
})

describe('a client that hangs up', () => {
  const head = (length: number) =>
    `POST /call/faulty HTTP/1.1\r\nHost: 127.0.0.1:${cloud.port}\r\nX-Wx-Openid: anna\r\nContent-Length: ${length}\r\n\r\n`

  it('while its call is under way hurts nobody', async () => {
    const body = '{"action":"pauses"}'
    const calls = () => cloud.lines.filter((line) => line.startsWith('faulty pauses ')).length
    const before = calls()
    const { socket, answer } = openWire(cloud.port, head(body.length) + body)
    await new Promise((resolve) => setTimeout(resolve, 200))
    socket.destroy()
    await answer
    await until(() => calls() > before)
  })

  it('in the middle of its body is no call', async () => {
    const before = cloud.lines.length
    const { socket, answer } = openWire(cloud.port, `${head(1000)}{"action":"works"`)
    await new Promise((resolve) => setTimeout(resolve, 100))
    socket.destroy()
    await answer
    expect(cloud.lines.slice(before).filter((line) => line.startsWith('faulty'))).toEqual([])
  })
})
