/** @jest-environment node */
import { openCommunity, type Community } from '../functions/support/community'
import { place } from '../functions/support/registrations'
import { launchPhone } from './host/launch'
import type { Phone } from './host/phone'

const build = 'dist/weapp'

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

/** Scans the code at a gate, and opens the form from the first page. */
const beginAtGate = async () => {
  const home = await phone.open('pages/home/index', { place: place.compound })
  await home.sees('春晓东苑')
  await home.tap('开始登记')
  await phone.page.sees('谁要返乡')
  return phone.page
}

describe('the first step of a registration, as WeChat runs it', () => {
  it('asks who comes home', async () => {
    const page = await beginAtGate()
    expect(page.path).toBe('pages/returnee/register/index')
    expect(page.text()).toContain('第 1 步，共 6 步')
  })

  it('says in words what is missing', async () => {
    const page = await beginAtGate()
    await page.tap('下一步')
    expect(page.text()).toContain('姓名\n这一项要填写')
    expect(page.text()).toContain('第 1 步')
  })

  it('shows what is typed', async () => {
    const page = await beginAtGate()
    await page.type('姓名', '方小棠')
    await page.type('手机号', '13800001234')
    expect([page.value('姓名'), page.value('手机号')]).toEqual(['方小棠', '13800001234'])
  })

  it('leads to the household, at the place of the code as the function names it', async () => {
    const page = await beginAtGate()
    await page.tap('我自己')
    await page.type('姓名', '方小棠')
    await page.type('手机号', '13800001234')
    await page.tap('下一步')
    await page.sees('青禾街道 春晓社区 春晓东苑')
    expect(page.text()).toContain('第 2 步，共 6 步')
  })

  it('still opens where there is no network', async () => {
    phone.circumstances.offline = true
    const page = await phone.open('pages/returnee/register/index')
    await page.sees('第 1 步，共 6 步')
  })
})
