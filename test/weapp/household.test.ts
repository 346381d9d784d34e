/** @jest-environment node */
import { openCommunity, type Community } from '../functions/support/community'
import { place } from '../functions/support/registrations'
import { launchPhone } from './host/launch'
import type { Phone } from './host/phone'

const build = 'dist/weapp'
const route = 'pages/daily/household/index'

let community: Community
let phone: Phone
beforeAll(async () => {
  community = await openCommunity()
})
beforeEach(async () => {
  phone = await launchPhone({ build, cloud: community.cloud, openid: 'resident-1' })
})
afterEach(() => phone.close())
afterAll(() => community.close())

const opened = async () => {
  const page = await phone.open(route, { place: place.compound })
  await page.sees('春晓东苑')
  return page
}

describe('the page of a household, as WeChat runs it', () => {
  it('asks once where a family lives and who belongs to it', async () => {
    const page = await opened()
    await page.tap('建好了')
    expect(page.text()).toContain('门牌\n这一项要填写')
    expect(page.text()).toContain('姓名\n这一项要填写')
  })

  it('keeps what is typed until it is sent', async () => {
    const page = await opened()
    await page.type('家人 1 姓名', '方小棠')
    await phone.wait(600)
    const again = await opened()
    expect(again.value('家人 1 姓名')).toBe('方小棠')
    expect(again.text()).toContain('接着上次填写')
  })

  it('shows who lives there, as soon as it is opened', async () => {
    const page = await opened()
    await page.type('门牌', '2 单元 301')
    await page.type('家人 1 姓名', '方小棠')
    await page.type('家人 1 电话', '13800001234')
    await page.tap('建好了')
    await phone.rest()
    await phone.page.sees('方小棠（本人）')
    expect(phone.page.text()).toContain('2 单元 301')
  })

  it('asks why somebody leaves before anything is sent', async () => {
    const page = await phone.open(route)
    await page.sees('方小棠（本人）')
    await page.tap('修改方小棠')
    await phone.page.tap('他不住这里了，或者加错了')
    await phone.page.tap('确定')
    expect(phone.page.text()).toContain('这一项要填写')
  })

  it('offers hours of the day for the reminder, and asks WeChat inside the tap', async () => {
    const page = await phone.open(route)
    await page.sees('选提醒的时间')
    await page.tap('选提醒的时间')
    await page.tap('21 点')
    await page.sees('21 点还没报备，微信提醒您')
  })

  it('says that there is no network', async () => {
    phone.circumstances.offline = true
    const page = await phone.open(route)
    await page.sees('连不上网')
  })
})
