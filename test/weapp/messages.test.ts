/** @jest-environment node */
import { answered, openCommunity, type Community } from '../functions/support/community'
import { familyOf } from '../functions/support/families'
import { act, registered } from '../functions/support/registrations'
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

describe('WeChat’s messages about a registration', () => {
  const opened = async (id: string) => {
    const page = await phone.open('pages/mine/record/index', { id })
    await page.sees('微信通知')
    return page
  }

  it('are counted: one for each yes, one less for each that came', async () => {
    const first = await registered(community, 'resident-1')
    const page = await opened(first.id)
    await page.sees('现在收不到微信通知')
    await page.tap('再收一条')
    await page.sees('还可以收到 1 条')
    await page.tap('再收一条')
    await page.sees('还可以收到 2 条')
    const worker = community.as('worker-1-1').returnee
    answered(await worker.ask({ ...act(first), words: '请问住哪个房间？' }))
    // A page asks anew what it has asked a while ago.
    await phone.wait(5_000)
    await (await opened(first.id)).sees('还可以收到 1 条')
  })

  it('need no yes: the page says where to look instead, and how to have them later', async () => {
    phone.circumstances.subscribeAnswer = 'reject'
    const { id } = await registered(community, 'resident-1')
    const page = await opened(id)
    await page.tap('再收一条')
    await page.sees('没有允许，也没关系')
    expect(page.text()).toContain('有新的进展，打开“我的登记”就能看到。')
    expect(page.text()).toContain('通知管理')
  })

  it('are asked for again after WeChat could not ask for want of a signal: that was no no', async () => {
    const { id } = await registered(community, 'resident-1')
    const page = await opened(id)
    await phone.signal(false)
    await page.tap('再收一条')
    expect(JSON.stringify(phone.storage())).not.toContain('refusedAt')
    await phone.signal(true)
    await page.tap('再收一条')
    await page.sees('还可以收到 1 条')
  })
})

describe('WeChat’s reminders to a family', () => {
  it('are counted where the hour is chosen', async () => {
    const { id } = await familyOf(community, 'resident-1')
    answered(await community.as('resident-1').households.remind({ household: id, hour: 21 }))
    const page = await phone.open('pages/daily/household/index')
    await page.sees('21 点还没报备，微信提醒您')
    await page.tap('再收一条')
    await page.sees('还可以收到 1 条')
    expect(phone.happened.subscriptions).toEqual([['dailyReminder']])
  })
})
