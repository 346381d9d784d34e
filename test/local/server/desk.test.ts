import { startTestCloud, type TestCloud } from '../testCloud'
import { ask } from './ask'

const people = [
  { openid: 'resident-1', name: '王秀英', description: '三号楼的居民', side: 'resident' as const },
  {
    openid: 'staff-1',
    name: '李网格',
    description: '网格员',
    side: 'staff' as const,
    start: '#/staff/inbox/index',
  },
]

async function getJson(cloud: TestCloud, path: string): Promise<unknown> {
  return JSON.parse((await ask(cloud.port, path)).text)
}

async function send(cloud: TestCloud, data: object): Promise<unknown> {
  return cloud.call('postman', { api: 'subscribeMessage.send', data }, 'anna')
}

describe('the desk', () => {
  let cloud: TestCloud

  beforeAll(async () => {
    cloud = await startTestCloud({ people })
  })
  afterAll(() => cloud.dispose())

  it('is a Chinese page at the root that loads nothing from elsewhere', async () => {
    const { status, text, headers } = await ask(cloud.port, '/')
    expect([status, headers['content-type']]).toEqual([200, 'text/html; charset=utf-8'])
    expect(text).toContain('<title>守望 · 本地演示台</title>')
    expect(headers['content-security-policy']).toContain("default-src 'self'")
    expect(text).not.toMatch(/https?:\/\//)
  })

  it.each([
    ['/desk/desk.css', /^text\/css/],
    ['/desk/messages.css', /^text\/css/],
    ['/desk/desk.js', /^text\/javascript/],
    ['/desk/icon.svg', /^image\/svg/],
  ])('has %s', async (path, contentType) => {
    const { status, headers } = await ask(cloud.port, path)
    expect([status, contentType.test(String(headers['content-type']))]).toEqual([200, true])
  })

  it('knows the people who can be impersonated', async () => {
    expect(await getJson(cloud, '/desk/people')).toEqual(people)
  })

  it('knows the functions and whether there are pages', async () => {
    expect(await getJson(cloud, '/desk/cloud')).toMatchObject({
      functions: expect.arrayContaining(['postman', 'whoami']) as string[],
      hasSite: false,
    })
  })

  it('lists what WeChat would have sent, newest first, with the names of people it knows', async () => {
    const message = { templateId: 'T1', page: 'pages/mine/index', data: { thing1: { value: '已受理' } } }
    await send(cloud, { ...message, touser: 'resident-1' })
    await send(cloud, { ...message, touser: 'unknown', data: { number2: { value: 3 } } })
    expect(await getJson(cloud, '/desk/outbox')).toEqual([
      {
        at: expect.any(String) as string,
        to: 'unknown',
        template: 'T1',
        page: 'pages/mine/index',
        fields: { number2: '3' },
      },
      {
        at: expect.any(String) as string,
        to: '王秀英',
        template: 'T1',
        page: 'pages/mine/index',
        fields: { thing1: '已受理' },
      },
    ])
  })

  it('still lists them when the cloud was started again', async () => {
    await cloud.stop()
    cloud = await startTestCloud({ data: cloud.data, people })
    expect(await getJson(cloud, '/desk/outbox')).toHaveLength(2)
  })
})

describe("WeChat's interfaces", () => {
  let cloud: TestCloud

  beforeAll(async () => {
    cloud = await startTestCloud()
  })
  afterAll(() => cloud.dispose())

  it('take a subscribe message as WeChat does', async () => {
    const data = { touser: 'anna', templateId: 'T1', data: { thing1: { value: '你好'.repeat(200) } } }
    expect(await send(cloud, data)).toEqual({
      result: { errMsg: 'openapi.subscribeMessage.send:ok', errCode: 0 },
    })
  })

  it.each([
    ['nobody', { touser: '', templateId: 'T1', data: {} }, 40003],
    ['no template', { touser: 'anna', data: {} }, 40037],
    ['fields of the wrong shape', { touser: 'anna', templateId: 'T1', data: { thing1: 'bare' } }, 47003],
  ])('refuse a message to %s with the code of WeChat', async (_what, data, errCode) => {
    expect(await send(cloud, data)).toMatchObject({ result: { error: { errCode } } })
    expect(await getJson(cloud, '/desk/outbox')).toHaveLength(1)
  })

  it('answer what they do not know as an API that is not there', async () => {
    const answer = await cloud.call('postman', { api: 'wxacode.getUnlimited', data: { scene: 'a' } }, 'anna')
    expect(answer).toMatchObject({ result: { error: { errCode: -604100 } } })
  })
})
