/** @jest-environment node */
import { inFours } from '@contract/receipts'
import { deskCodeOf } from '@kernel/tips/receipts'
import { openCommunity, type Community } from '../functions/support/community'
import { place } from '../functions/support/registrations'
import { claimedReward, restocked, visitedTip } from '../functions/support/rewards'
import { launchPhone } from './host/launch'
import type { Phone } from './host/phone'

const build = 'dist/weapp'
const community1 = 'qinghe-1'

let community: Community
let phone: Phone
beforeAll(async () => {
  community = await openCommunity()
  await restocked(community, 100, community1)
})
afterEach(() => phone.close())
afterAll(() => community.close())

const open = async (openid: string, page: string, query: Record<string, string> = {}) =>
  (phone = await launchPhone({ build, cloud: community.cloud, openid })).open(page, query)

const deskOf = (openid: string) => open(openid, 'staffTips/desk/index')
const stockOf = (openid: string) => open(openid, 'staffTips/stock/index', { place: community1 })

describe('the desk that hands over rewards, as WeChat runs it', () => {
  it('shows what to hand over for a code that is typed, and has it written down by one tap', async () => {
    const receipt = await claimedReward(community)
    const page = await deskOf('officer-1')
    await page.sees('春晓社区')
    await page.type('18 位领取码', inFours(deskCodeOf(receipt)))
    await page.tap('查一查')
    await page.sees('口罩 10 个')
    await page.tap('已发放')
    await page.sees('请对方在自己的手机上点“我收到了”。')
    await page.tap('下一位')
    expect(page.value('18 位领取码')).toBe('')
  })

  it('takes a code that is scanned', async () => {
    const receipt = await claimedReward(community)
    const page = await deskOf('officer-1')
    await page.sees('春晓社区')
    phone.circumstances.scanned = deskCodeOf(receipt)
    await page.tap('扫一扫对方的二维码')
    await page.sees('口罩 10 个')
  })

  it('keeps nothing of a receipt that is shown to it by mistake, and asks nobody about it', async () => {
    const receipt = await claimedReward(community)
    const page = await deskOf('officer-1')
    await page.sees('春晓社区')
    const mark = community.cloud.requests.mark()
    phone.circumstances.scanned = receipt
    await page.tap('扫一扫对方的二维码')
    await page.sees('这是回执，只有对方自己能看')
    expect(page.value('18 位领取码')).toBe('')
    expect(community.cloud.requests.since(mark)).toEqual([])
  })

  it('says what is wrong with a code that is none, and asks nobody about it', async () => {
    const page = await deskOf('officer-1')
    await page.sees('春晓社区')
    const mark = community.cloud.requests.mark()
    await page.type('18 位领取码', '1234')
    await page.tap('查一查')
    expect(page.text()).toContain('领取码是 18 位数字')
    expect(community.cloud.requests.since(mark)).toEqual([])
  })

  it('says that there is no such code here, in the same words for another community’s', async () => {
    const page = await deskOf('officer-1')
    await page.sees('春晓社区')
    await page.type('18 位领取码', deskCodeOf(await claimedReward(community, { place: place.elsewhere })))
    await page.tap('查一查')
    await page.sees('这里没有这个码')
  })

  it('asks the other to claim it first', async () => {
    const page = await deskOf('officer-1')
    await page.sees('春晓社区')
    await page.type('18 位领取码', deskCodeOf(visitedTip(community)))
    await page.tap('查一查')
    await page.sees('点“我要领”')
    expect(page.text()).not.toContain('已发放')
  })

  it('says that another desk was faster', async () => {
    const receipt = await claimedReward(community)
    const page = await deskOf('officer-1')
    await page.sees('春晓社区')
    await page.type('18 位领取码', deskCodeOf(receipt))
    await page.tap('查一查')
    await page.sees('口罩 10 个')
    const submission = '0f0e9c54-0000-4000-8000-000000000001'
    await community
      .as('street-officer')
      .rewards.handOver({ place: community1, code: deskCodeOf(receipt), submission })
    await page.tap('已发放')
    await page.sees('已经发过了')
  })

  it('says that there is not enough left, and hands nothing over', async () => {
    const receipt = await claimedReward(community, { place: place.elsewhere })
    const page = await deskOf('officer-2')
    await page.sees('夏荷社区')
    await page.type('18 位领取码', deskCodeOf(receipt))
    await page.tap('查一查')
    await page.sees('存货不够')
    expect(page.text()).not.toContain('已发放')
  })

  it('has a street officer say at which desk they are', async () => {
    const page = await deskOf('street-officer')
    await page.sees('在哪里发放')
    await page.sees('春晓社区')
    await page.tap('春晓社区')
    await page.sees('18 位领取码')
    await page.tap('换一个地方')
    await page.tap('就在青禾街道')
    await page.sees('18 位领取码')
  })

  it('is for officers', async () => {
    const page = await deskOf('worker-1-1')
    await page.sees('没有归您管的社区')
  })

  it('keeps the code where there is no network, to try again', async () => {
    const receipt = await claimedReward(community)
    const page = await deskOf('officer-1')
    await page.sees('春晓社区')
    await page.type('18 位领取码', deskCodeOf(receipt))
    phone.circumstances.offline = true
    await page.tap('查一查')
    await page.sees('连不上网')
    phone.circumstances.offline = false
    await page.tap('查一查')
    await page.sees('口罩 10 个')
  })
})

describe('the stock of a community, as WeChat shows it', () => {
  it('has the pieces that are left, and a line for each that came or went', async () => {
    await claimedReward(community)
    const page = await stockOf('officer-1')
    await page.sees('补货 100 个')
    expect(page.text()).toContain('发放 10 个')
    expect(page.text()).toContain('对方还没确认')
  })

  it('takes what has arrived', async () => {
    const page = await open('officer-2', 'staffTips/stock/index')
    await page.sees('台账还是空的')
    await page.tap('补货或更正')
    await page.tap('记上')
    expect(page.text()).toContain('这一项要填写')
    await page.type('几个', '30')
    await page.tap('街道发来')
    expect(page.text()).toContain('账上是 30 个')
    await page.tap('记上')
    await page.sees('补货 30 个')
    expect(page.text()).toContain('口罩 30 个')
  })

  it('does not fall below nothing', async () => {
    const page = await open('officer-2', 'staffTips/stock/index')
    await page.sees('口罩 30 个')
    await page.tap('补货或更正')
    await page.tap('少了')
    await page.type('几个', '31')
    await page.tap('破损')
    await page.tap('记上')
    await page.sees('账上只有 30 个')
    await page.type('几个', '30')
    await page.tap('记上')
    await page.sees('更正，少了 30 个')
  })

  it('is not there for officers of another community', async () => {
    const page = await stockOf('officer-2')
    await page.sees('没有找到')
  })
})
