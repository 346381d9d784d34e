import { startTestCloud, type TestCloud } from '../testCloud'
import { callWechat } from './callWechat'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startTestCloud({
    miniProgram: {
      words: [
        { word: '可疑', suggest: 'review', label: 10001 },
        { word: '违规', suggest: 'risky', label: 21000 },
        { word: '中断', suggest: 'away' },
      ],
    },
  })
})
afterAll(() => cloud.dispose())

const check = (data: object) => callWechat(cloud, 'security.msgSecCheck', data)
const asked = { version: 2, openid: 'anna', scene: 2 }

it.each([
  ['返乡登记', 'pass', 100],
  ['这很可疑', 'review', 10001],
  ['可疑，而且违规', 'risky', 21000],
])('%s: %s', async (content, suggest, label) => {
  expect(await check({ ...asked, content })).toEqual({
    errCode: 0,
    errMsg: 'openapi.security.msgSecCheck:ok',
    result: { suggest, label },
    detail: [{ strategy: 'content_model', errcode: 0, suggest, label, prob: 90 }],
    traceId: expect.any(String) as string,
  })
})

it.each<[string, object, number]>([
  ['without a text', { content: '' }, 44002],
  ['without an openid', { content: '你好', openid: '' }, 40003],
  ['for a scene that is not there', { content: '你好', scene: 5 }, 40129],
  ['of a text that is too long', { content: '长'.repeat(2501) }, 45002],
  ['for somebody who has not been here', { content: '你好', openid: 'stranger' }, 61010],
  ['of a word that stands for an outage', { content: '违规，而且中断' }, -1],
])('a check %s is refused', async (_what, change, errCode) => {
  expect(await check({ ...asked, ...change })).toMatchObject({ errCode })
})

it('takes 2,500 characters', async () => {
  expect(await check({ ...asked, content: '长'.repeat(2500) })).toMatchObject({ errCode: 0 })
})

it('is refused for somebody who was here more than two hours ago', async () => {
  const now = Date.now()
  cloud.wechat.visits.record('early', new Date(now - 2 * 3_600_000 - 1000))
  expect(await check({ ...asked, openid: 'early', content: '你好' })).toMatchObject({ errCode: 61010 })
  cloud.wechat.visits.record('lately', new Date(now - 2 * 3_600_000 + 60_000))
  expect(await check({ ...asked, openid: 'lately', content: '你好' })).toMatchObject({ errCode: 0 })
})

it('a phone that calls over HTTP has been here', async () => {
  await fetch(`${cloud.origin}/call/whoami`, {
    method: 'POST',
    headers: { 'x-wx-openid': 'caller', 'content-type': 'application/json' },
    body: '{}',
  })
  expect(await check({ ...asked, openid: 'caller', content: '你好' })).toMatchObject({ errCode: 0 })
})

it('version 1 knows only what is risky', async () => {
  expect(await check({ content: '违规' })).toMatchObject({
    errCode: 87014,
    errMsg: expect.stringContaining('risky content') as string,
  })
  expect(await check({ content: '这很可疑' })).toEqual({
    errCode: 0,
    errMsg: 'openapi.security.msgSecCheck:ok',
  })
})

it('answers the same under the other spellings of the SDK', async () => {
  const outcome = await cloud.run(
    async ({ cloud: sdk }, fields) => {
      interface Security {
        security: { msgSecCheck(fields: object): Promise<{ errCode: number; trace_id?: string }> }
      }
      const { openapi } = sdk as unknown as { openapi: Security & ((options: object) => Security) }
      const answers = [
        await openapi({ appid: 'wx1' }).security.msgSecCheck(fields),
        await openapi({ convertCase: false }).security.msgSecCheck(fields),
        await openapi({ version: 'v2' }).security.msgSecCheck(fields),
      ]
      return answers.map(({ errCode, trace_id: traceId }) => [errCode, typeof traceId])
    },
    { ...asked, content: '你好' },
  )
  expect(outcome).toEqual([
    [0, 'undefined'],
    [0, 'string'],
    [0, 'undefined'],
  ])
})
