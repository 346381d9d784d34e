/** @jest-environment node */
import { openCommunity, type Community } from '../functions/support/community'
import { launchPhone } from './host/launch'
import type { Phone } from './host/phone'

const build = 'dist/weapp'
const isReady = { title: '守望有新版本了', content: '重新打开只要几秒。没填完的、没发出的都还在。' }

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

describe('a new version', () => {
  it('is offered on the first page, and opened when that is wanted', async () => {
    await phone.open('pages/home/index')
    await phone.update('ready')
    expect(phone.happened.modals).toEqual([isReady])
    expect(phone.happened.updatesApplied).toBe(1)
  })

  it('waits for the next start when it is not wanted, and is not offered again', async () => {
    phone.circumstances.modalAnswer = 'cancel'
    const home = await phone.open('pages/home/index')
    await phone.update('ready')
    await home.tap('我有邀请码')
    await phone.back()
    expect(phone.happened.modals).toHaveLength(1)
    expect(phone.happened.updatesApplied).toBe(0)
  })

  it('interrupts nobody who fills in a form, and is offered when they are back', async () => {
    const home = await phone.open('pages/home/index')
    await home.tap('开始登记')
    await phone.page.sees('姓名')
    await phone.page.type('姓名', '周明')
    await phone.update('ready')
    expect(phone.happened.modals).toEqual([])
    await phone.back()
    expect(phone.happened.modals).toEqual([isReady])
  })

  it('that could not be loaded is told with what to do, and nothing is opened anew', async () => {
    await phone.open('pages/home/index')
    await phone.update('failed')
    expect(phone.happened.modals).toEqual([
      expect.objectContaining({ content: expect.stringContaining('把微信完全关掉再打开一次') as string }),
    ])
    expect(phone.happened.updatesApplied).toBe(0)
  })
})
