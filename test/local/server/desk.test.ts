import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { startTestCloud, type TestCloud } from '../testCloud'
import { callWechat } from '../wechat/callWechat'
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

const miniProgram = {
  templates: { T1: { title: '登记进度通知', fields: { thing1: '登记事项' } } },
  privacyGuideline: '# 我们用您的哪些信息',
}

async function getJson(cloud: TestCloud, path: string): Promise<unknown> {
  return JSON.parse((await ask(cloud.port, path)).text)
}

const send = (cloud: TestCloud, touser: string) =>
  callWechat(cloud, 'subscribeMessage.send', {
    touser,
    templateId: 'T1',
    page: 'pages/mine/index',
    data: { thing1: { value: '已受理' } },
  })

describe('the desk', () => {
  let cloud: TestCloud

  beforeAll(async () => {
    cloud = await startTestCloud({ people, miniProgram })
  })
  afterAll(() => cloud.dispose())

  it.each([
    ['/', '<title>守望 · 本地演示台</title>'],
    ['/outbox', '<title>守望 · 微信会发送的消息</title>'],
  ])('has at %s a Chinese page that loads nothing from elsewhere', async (path, title) => {
    const { status, text, headers } = await ask(cloud.port, path)
    expect([status, headers['content-type']]).toEqual([200, 'text/html; charset=utf-8'])
    expect(text).toContain(title)
    expect(headers['content-security-policy']).toContain("default-src 'self'")
    expect(text).not.toMatch(/https?:\/\//)
  })

  it.each([
    ['/desk/desk.css', /^text\/css/],
    ['/desk/desk.js', /^text\/javascript/],
    ['/desk/icon.svg', /^image\/svg/],
  ])('says of %s what it is', async (path, contentType) => {
    expect((await ask(cloud.port, path)).headers['content-type']).toMatch(contentType)
  })

  it.each([
    'index.html',
    'outbox.html',
    'wechat.js',
    'wechatBar.js',
    'wechatDialog.js',
    'wechatPhone.js',
    'wechatSheet.js',
    'desk.js',
    'outbox.js',
    'shade.js',
  ])('serves everything that %s asks for', async (file) => {
    const text = readFileSync(join(__dirname, '../../../local/desk', file), 'utf8')
    const named = [...text.matchAll(/["'](?:\/desk|\.)\/([\w.]+\.(?:js|css|svg))["']/g)].map(
      ([, name]) => name,
    )
    const answers = await Promise.all(named.map((name) => ask(cloud.port, `/desk/${name}`)))
    expect(answers.map(({ status }) => status)).toEqual(named.map(() => 200))
    expect(named.length).toBeGreaterThan(0)
  })

  it('shows the privacy guideline as text, as WeChat shows it', async () => {
    const { status, text, headers } = await ask(cloud.port, '/desk/privacy')
    expect([status, text]).toEqual([200, '# 我们用您的哪些信息'])
    expect(headers['content-type']).toMatch(/^text\/plain/)
  })

  it('knows the people who can be impersonated', async () => {
    expect(await getJson(cloud, '/desk/people')).toEqual(people)
  })

  it('knows the templates', async () => {
    expect(await getJson(cloud, '/desk/templates')).toEqual(miniProgram.templates)
  })

  it('knows the functions and whether there are pages', async () => {
    expect(await getJson(cloud, '/desk/cloud')).toMatchObject({
      functions: expect.arrayContaining(['postman', 'whoami']) as string[],
      hasSite: false,
    })
  })

  it('lists what WeChat would have sent and what it refused, newest first, in the words that people read', async () => {
    const shown = {
      at: expect.any(String) as string,
      template: 'T1',
      title: '登记进度通知',
      page: 'pages/mine/index',
      fields: { thing1: '已受理' },
      labels: { thing1: '登记事项' },
    }
    cloud.wechat.consents.give('resident-1', 'T1')
    await send(cloud, 'resident-1')
    await send(cloud, 'unknown')
    expect(await getJson(cloud, '/desk/outbox')).toEqual([
      {
        ...shown,
        to: 'unknown',
        openid: 'unknown',
        refused: { errcode: 43101, errmsg: 'user refuse to accept the msg' },
      },
      { ...shown, to: '王秀英', openid: 'resident-1' },
    ])
  })

  it('lists those of one person, or only a few', async () => {
    expect(await getJson(cloud, '/desk/outbox?to=resident-1')).toMatchObject([{ openid: 'resident-1' }])
    expect(await getJson(cloud, '/desk/outbox?count=1')).toMatchObject([{ openid: 'unknown' }])
    expect(await getJson(cloud, '/desk/outbox?count=-5')).toMatchObject([{ openid: 'unknown' }])
    expect(await getJson(cloud, '/desk/outbox?to=nobody')).toEqual([])
  })

  it('still lists them when the cloud was started again', async () => {
    await cloud.stop()
    cloud = await startTestCloud({ data: cloud.data, people, miniProgram })
    expect(await getJson(cloud, '/desk/outbox')).toHaveLength(2)
  })
})

it('an interface that nobody plays is answered as an API that is not there', async () => {
  const cloud = await startTestCloud()
  expect(await callWechat(cloud, 'urllink.generate', {})).toMatchObject({ errCode: -604100 })
  await cloud.dispose()
})
