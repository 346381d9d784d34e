import { appendFileSync } from 'node:fs'
import { join } from 'node:path'
import { startTestCloud, type TestCloud } from '../testCloud'
import { callWechat } from './callWechat'

const miniProgram = {
  templates: {
    progress: { title: '登记进度通知', fields: { thing1: '登记事项', phrase2: '当前进度' } },
  },
  pages: ['pages/home/index', 'pages/record/index'],
}
const good = {
  touser: 'anna',
  templateId: 'progress',
  page: 'pages/record/index?id=1',
  data: { thing1: { value: '返乡登记' }, phrase2: { value: '已核实' } },
}

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startTestCloud({ miniProgram })
})
afterAll(() => cloud.dispose())

const send = (message: object) => callWechat(cloud, 'subscribeMessage.send', message)
const consentsOf = (openid: string) => cloud.wechat.consents.left(openid, 'progress')

it('a message that was allowed is put into the outbox', async () => {
  cloud.wechat.consents.give('anna', 'progress')
  expect(await send(good)).toEqual({ errCode: 0, errMsg: 'openapi.subscribeMessage.send:ok' })
  expect(cloud.wechat.outbox.latest(1)).toEqual([
    {
      at: expect.any(String) as string,
      to: 'anna',
      template: 'progress',
      page: 'pages/record/index?id=1',
      fields: { thing1: '返乡登记', phrase2: '已核实' },
    },
  ])
})

it('one consent is one message: the next is refused, and kept with the reason', async () => {
  cloud.wechat.consents.give('once', 'progress')
  expect(await send({ ...good, touser: 'once' })).toMatchObject({ errCode: 0 })
  expect(await send({ ...good, touser: 'once' })).toEqual({
    errCode: 43101,
    errMsg: expect.stringMatching(
      /openapi\.subscribeMessage\.send:fail user refuse to accept the msg rid: [\da-f]{8}-[\da-f]{8}-[\da-f]{8}$/,
    ) as string,
  })
  expect(cloud.wechat.outbox.latest(1)).toMatchObject([
    { to: 'once', refused: { errcode: 43101, errmsg: 'user refuse to accept the msg' } },
  ])
})

it('a consent to another template, or of somebody else, is none', async () => {
  cloud.wechat.consents.give('other', 'different')
  expect(await send({ ...good, touser: 'other' })).toMatchObject({ errCode: 43101 })
})

describe.each<[what: string, change: object, errCode: number, text: string]>([
  ['to nobody', { touser: '' }, 40003, 'invalid openid'],
  ['without a template', { templateId: '' }, 40037, 'invalid template_id'],
  ['of a template that was never chosen', { templateId: 'unknown' }, 40037, 'invalid template_id'],
  ['with a page that is not there', { page: 'pages/elsewhere/index' }, 41030, 'invalid page'],
  ['without a field', { data: { thing1: good.data.thing1 } }, 47003, 'data.phrase2.value is empty'],
  [
    'with an empty field',
    { data: { ...good.data, thing1: { value: '' } } },
    47003,
    'argument invalid! data.thing1.value is empty',
  ],
  [
    'with a phrase of six characters',
    { data: { ...good.data, phrase2: { value: '社区已经核实' } } },
    47003,
    'argument invalid! data.phrase2.value invalid',
  ],
  [
    'with a field too many',
    { data: { ...good.data, thing9: { value: '多余' } } },
    47003,
    'data.thing9.value invalid',
  ],
  [
    'with a field that is no { value }',
    { data: { ...good.data, thing1: '返乡' } },
    47003,
    'data.thing1.value is empty',
  ],
  ['without data', { data: null }, 47003, 'data.thing1.value is empty'],
])('a message %s', (_what, change, errCode, text) => {
  it('is refused in the words of WeChat, and takes no consent away', async () => {
    cloud.wechat.consents.give('anna', 'progress')
    const before = consentsOf('anna')
    expect(await send({ ...good, ...change })).toEqual({
      errCode,
      errMsg: expect.stringContaining(text) as string,
    })
    expect(consentsOf('anna')).toBe(before)
    expect(cloud.wechat.outbox.latest(1)).toMatchObject([{ refused: { errcode: errCode } }])
  })
})

describe('consents and messages', () => {
  it('are there when the cloud is started again, also after it was killed while writing', async () => {
    cloud.wechat.consents.give('durable', 'progress', 2)
    await send({ ...good, touser: 'durable' })
    const sent = cloud.wechat.outbox.latest(100)
    await cloud.stop()
    for (const file of ['consents.jsonl', 'outbox.jsonl'])
      appendFileSync(join(cloud.data, file), '{"openid":"du')

    cloud = await startTestCloud({ miniProgram, data: cloud.data })
    expect(consentsOf('durable')).toBe(1)
    expect(cloud.wechat.outbox.latest(100)).toEqual(sent)
    expect(await send({ ...good, touser: 'durable' })).toMatchObject({ errCode: 0 })

    await cloud.stop()
    cloud = await startTestCloud({ miniProgram, data: cloud.data })
    expect(consentsOf('durable')).toBe(0)
    expect(cloud.wechat.outbox.latest(100)).toHaveLength(sent.length + 1)
  })
})

describe('of a mini-program whose templates are not known', () => {
  let open: TestCloud
  beforeAll(async () => {
    open = await startTestCloud()
    open.wechat.consents.give('anna', 'T1')
  })
  afterAll(() => open.dispose())

  it('a field is still checked by its name', async () => {
    const message = { touser: 'anna', templateId: 'T1', data: { thing1: { value: '你好'.repeat(11) } } }
    expect(await callWechat(open, 'subscribeMessage.send', message)).toMatchObject({ errCode: 47003 })
  })

  it('any template and any page are taken', async () => {
    const message = { touser: 'anna', templateId: 'T1', page: 'any/page', data: { number2: { value: 3 } } }
    expect(await callWechat(open, 'subscribeMessage.send', message)).toMatchObject({ errCode: 0 })
  })
})
