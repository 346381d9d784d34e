import { createPhoneNumbers } from '../../../local/wechat/phoneNumbers'
import { ask } from '../server/ask'
import { startTestCloud, type TestCloud } from '../testCloud'
import { callWechat } from './callWechat'

const people = [
  { openid: 'anna', name: '林小满', description: '居民', side: 'resident' as const, phone: '13800008001' },
]

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startTestCloud({ people })
})
afterAll(() => cloud.dispose())

async function codeFor(openid: string): Promise<string> {
  const { text } = await ask(cloud.port, '/phone-number', {
    method: 'POST',
    headers: { 'x-wx-openid': openid },
  })
  return (JSON.parse(text) as { code: string }).code
}
const exchange = (code: unknown) => callWechat(cloud, 'phonenumber.getPhoneNumber', { code })

it('a code that a phone was given is exchanged for its number', async () => {
  expect(await exchange(await codeFor('anna'))).toEqual({
    errCode: 0,
    errMsg: 'openapi.phonenumber.getPhoneNumber:ok',
    phoneInfo: {
      phoneNumber: '13800008001',
      purePhoneNumber: '13800008001',
      countryCode: '86',
      watermark: { timestamp: expect.any(Number) as number, appid: 'touristappid' },
    },
  })
})

it('a code is good once', async () => {
  const code = await codeFor('anna')
  await exchange(code)
  expect(await exchange(code)).toEqual({
    errCode: 40029,
    errMsg: expect.stringContaining('invalid code') as string,
  })
})

it.each(['made-up', '', 7, null])('%j was never a code', async (code) => {
  expect(await exchange(code)).toMatchObject({ errCode: 40029 })
})

it('a phone that does not say whose it is gets none', async () => {
  expect((await ask(cloud.port, '/phone-number', { method: 'POST' })).status).toBe(400)
})

describe('the numbers', () => {
  const begun = new Date('2026-11-21T08:00:00Z')
  const after = (minutes: number) => new Date(begun.getTime() + minutes * 60_000)

  it('a code is good for five minutes', () => {
    const numbers = createPhoneNumbers(new Map([['anna', '13800008001']]))
    const [inTime, late] = [numbers.issue('anna', begun), numbers.issue('anna', begun)]
    expect(numbers.exchange(inTime, after(5))).toBe('13800008001')
    expect(numbers.exchange(late, after(5.01))).toBeUndefined()
  })

  it('somebody whose number is not known keeps the one that was invented', () => {
    const numbers = createPhoneNumbers(new Map())
    const [first, second] = [1, 2].map(() => numbers.exchange(numbers.issue('ben', begun), begun))
    expect(first).toMatch(/^1380000\d{4}$/)
    expect(second).toBe(first)
  })
})
