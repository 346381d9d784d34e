import { startTestCloud, type TestCloud } from '../testCloud'
import { ask, type Answered } from './ask'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startTestCloud({
    miniProgram: { templates: { progress: { title: '登记进度通知', fields: {} } } },
  })
})
afterAll(() => cloud.dispose())

const post = (body: string, openid?: string): Promise<Answered> =>
  ask(cloud.port, '/consents', { method: 'POST', headers: openid ? { 'x-wx-openid': openid } : {}, body })
const left = (openid: string) => cloud.wechat.consents.left(openid, 'progress')

it('a consent counts for the person who gave it, once for each time', async () => {
  expect((await post('{"templates":["progress"]}', 'anna')).status).toBe(200)
  expect((await post('{"templates":["progress","progress"]}', 'anna')).status).toBe(200)
  expect([left('anna'), left('ben')]).toEqual([2, 0])
})

it.each([
  ['without a person', '{"templates":["progress"]}', undefined, 400],
  ['of somebody who cannot be', '{"templates":["progress"]}', '../x', 400],
  ['to a template that is not there', '{"templates":["progress","unknown"]}', 'carl', 400],
  ['that is no JSON', 'yes', 'carl', 400],
  ['to too many at once', JSON.stringify({ templates: Array(21).fill('progress') }), 'carl', 400],
  ['that is too large', JSON.stringify({ templates: ['x'.repeat(20_000)] }), 'carl', 413],
])('a consent %s is refused', async (_what, body, openid, status) => {
  expect((await post(body, openid)).status).toBe(status)
  expect(left('carl')).toBe(0)
})

it('a page of another site gives no consent', async () => {
  const headers = { 'x-wx-openid': 'dora', origin: 'http://elsewhere.example' }
  const answer = await ask(cloud.port, '/consents', {
    method: 'POST',
    headers,
    body: '{"templates":["progress"]}',
  })
  expect([answer.status, left('dora')]).toEqual([403, 0])
})
