import { startTestCloud, type TestCloud } from '../testCloud'
import { ask, type Answered } from './ask'

let cloud: TestCloud

beforeAll(async () => {
  cloud = await startTestCloud()
})
afterAll(() => cloud.dispose())

const caller = { 'x-wx-openid': 'anna', 'content-type': 'application/json' }

function post(
  path: string,
  body: string | Buffer,
  headers: Record<string, string> = caller,
): Promise<Answered> {
  return ask(cloud.port, path, { method: 'POST', headers, body })
}

describe('POST /call/<function>', () => {
  it('answers the result of the function', async () => {
    const answer = await post('/call/faulty', '{"action":"works"}')
    expect([answer.status, answer.headers['content-type'], answer.text]).toEqual([
      200,
      'application/json',
      '{"result":"worked"}',
    ])
  })

  it('lets the function know who calls', async () => {
    const { text } = await post('/call/whoami', '{}')
    expect(JSON.parse(text)).toMatchObject({ result: { before: { OPENID: 'anna' } } })
  })

  it('hands text of any kind through, both ways', async () => {
    const program = '(_sdk, input) => input'
    const input = '张三 👵🏽 \u2028 "\\'
    const { text } = await post('/call/program', JSON.stringify({ program, input }))
    expect(JSON.parse(text)).toEqual({ result: { value: input } })
  })

  it('answers an error with its code and without a stack', async () => {
    const answer = await post('/call/faulty', '{"action":"throws"}')
    expect([answer.status, answer.text]).toEqual([
      200,
      '{"error":{"errCode":-504002,"errMsg":"Error: it broke"}}',
    ])
  })

  it('answers for a function that is not there', async () => {
    const { text } = await post('/call/nobody', '{}')
    expect(JSON.parse(text)).toEqual({
      error: { errCode: -501000, errMsg: 'FunctionName parameter could not be found.' },
    })
  })

  it.each(['__proto__', 'constructor', '..%2Ffaulty', '%2e%2e', 'faulty%00', 'Faulty'])(
    'does not take %s for a function',
    async (name) => {
      const { text } = await post(`/call/${name}`, '{"action":"works"}')
      expect(text).not.toContain('result')
    },
  )

  it('refuses a call that does not say who calls', async () => {
    const answer = await post('/call/faulty', '{"action":"works"}', { 'content-type': 'application/json' })
    expect([answer.status, JSON.parse(answer.text)]).toEqual([
      400,
      { error: { errCode: -501007, errMsg: 'the header x-wx-openid is missing: it says who calls' } },
    ])
  })

  it.each([
    ['nothing', '', 'the body is not valid JSON'],
    ['no JSON', 'action=works', 'the body is not valid JSON'],
    ['a list', '[]', 'the body is not a JSON object'],
    ['null', 'null', 'the body is not a JSON object'],
    [
      'a hundred thousand levels',
      '{"a":'.repeat(1e5) + '1' + '}'.repeat(1e5),
      'the body is nested deeper than 100 levels',
    ],
  ])('refuses a body that is %s', async (_what, body, errMsg) => {
    const answer = await post('/call/faulty', body)
    expect([answer.status, JSON.parse(answer.text)]).toEqual([400, { error: { errCode: -501007, errMsg } }])
  })

  it('refuses an event over 6 MB', async () => {
    const answer = await post(
      '/call/faulty',
      JSON.stringify({ action: 'works', filling: 'x'.repeat(6 * 1024 * 1024) }),
    )
    expect([answer.status, JSON.parse(answer.text)]).toEqual([
      413,
      { error: { errCode: -501007, errMsg: 'the event is larger than 6 MB' } },
    ])
  })

  it('reads an event over 6 MB to its end, so that a slow sender hears the answer', async () => {
    const headers = { ...caller, 'transfer-encoding': 'chunked' }
    const answer = await post('/call/faulty', Buffer.alloc(30 * 1024 * 1024, 'x'), headers)
    expect(answer.status).toBe(413)
  })

  it('takes an event whose length is not stated', async () => {
    const headers = { ...caller, 'transfer-encoding': 'chunked' }
    expect((await post('/call/faulty', '{"action":"works"}', headers)).text).toBe('{"result":"worked"}')
  })

  it('refuses every other method', async () => {
    const answer = await ask(cloud.port, '/call/faulty', { headers: caller })
    expect([answer.status, JSON.parse(answer.text)]).toEqual([
      404,
      { error: { errCode: -501007, errMsg: 'a call is POST /call/<function>' } },
    ])
  })
})
