/** @jest-environment node */
import { randomUUID } from 'node:crypto'
import { openCommunity, type Community } from '../functions/support/community'
import { launchPhone } from './host/launch'
import type { Phone } from './host/phone'

const build = 'dist/weapp'
const button = '用微信手机号'

let community: Community
let phone: Phone
beforeAll(async () => {
  community = await openCommunity()
})
beforeEach(async () => {
  phone = await launchPhone({ build, cloud: community.cloud, openid: `returnee-${randomUUID()}` })
})
afterEach(() => phone.close())
afterAll(() => community.close())

/** Who comes home: oneself, as long as nothing else is chosen. */
const openForm = async () => {
  const page = await phone.open('pages/returnee/register/index')
  await page.sees('谁要返乡')
  return page
}

describe('one’s own telephone number', () => {
  it('is filled in by one tap, and the button goes', async () => {
    const page = await openForm()
    await page.tap(button)
    await phone.rest()
    expect(page.value('手机号')).toMatch(/^1380000\d{4}$/)
    expect(page.text()).not.toContain(button)
  })

  it('is typed by whoever does not want WeChat to give it', async () => {
    phone.circumstances.phoneAnswer = 'reject'
    const page = await openForm()
    await page.tap(button)
    await page.sees('没关系，请自己输入手机号。')
    await page.type('手机号', '13900001234')
    expect(page.value('手机号')).toBe('13900001234')
  })

  it('is typed by whoever does not agree to the guideline', async () => {
    phone.circumstances.hasAgreed = false
    const page = await openForm()
    await page.tap(button)
    await page.sees('要用您的微信手机号')
    await page.tap('不同意')
    await page.sees('没关系，请自己输入手机号。')
  })

  it('is filled in once the guideline is agreed to', async () => {
    phone.circumstances.hasAgreed = false
    const page = await openForm()
    await page.tap(button)
    await page.sees('要用您的微信手机号')
    await page.tap('同意')
    await phone.rest()
    expect(page.value('手机号')).toMatch(/^1380000\d{4}$/)
  })

  it('is typed where there is no network, and what was filled in stays', async () => {
    const page = await openForm()
    await page.type('姓名', '周明')
    phone.circumstances.offline = true
    await page.tap(button)
    await page.sees('现在拿不到微信手机号，请自己输入。')
    expect(page.value('姓名')).toBe('周明')
    phone.circumstances.offline = false
  })

  it('is not offered for somebody else’s', async () => {
    const page = await openForm()
    await page.tap('家里人')
    expect(page.text()).not.toContain(button)
  })
})
