/** @jest-environment node */
import { openCommunity, type Community } from '../functions/support/community'
import { invited, joined } from '../functions/support/staff'
import { launchPhone } from './host/launch'
import type { Phone } from './host/phone'

const build = 'dist/weapp'

let community: Community
let phone: Phone
beforeAll(async () => {
  community = await openCommunity()
})
afterEach(() => phone.close())
afterAll(() => community.close())

const phoneOf = async (openid: string) =>
  (phone = await launchPhone({ build, cloud: community.cloud, openid }))

describe('inviting and joining, as WeChat runs it', () => {
  it('shows an invitation to be scanned, forwarded or copied', async () => {
    const page = await (await phoneOf('officer-1')).open('staff/invite/index')
    await page.sees('请他做什么')
    await page.tap('网格员')
    await page.sees('第二网格')
    await page.tap('第二网格')
    await page.tap('邀请第二网格的网格员')
    await page.sees('让他用微信扫这个码')
    expect(page.text()).toContain('在微信里转发给他')
    expect(page.text()).toContain('复制邀请码')
  })

  it('is accepted from the code that was scanned', async () => {
    const { code } = await invited(community, 'officer-1', 'qinghe-1-1', 'gridWorker')
    const page = await (await phoneOf('resident-1')).open('pages/account/join/index', { scene: code })
    await page.sees('社区专干 沈知秋邀请您')
    await page.type('您的姓名', '方小棠')
    await page.type('工作手机号', '13800001234')
    await page.tap('接受邀请')
    await page.sees('方小棠，欢迎加入')
  })

  it('takes another code after one that could not be accepted any more', async () => {
    const first = await invited(community, 'officer-1', 'qinghe-1-2', 'gridWorker')
    const second = await invited(community, 'officer-1', 'qinghe-1-3', 'gridWorker')
    const page = await (await phoneOf('resident-3')).open('pages/account/join/index', { scene: first.code })
    await page.sees('社区专干 沈知秋邀请您')
    await page.type('您的姓名', '方小棠')
    await page.type('工作手机号', '13800001234')
    await joined(community, 'quicker', first.code)
    await page.tap('接受邀请')
    await page.sees('这个邀请用不了')
    await page.tap('换一个邀请码')
    await page.type('邀请码', second.code)
    await page.tap('查看邀请')
    await page.sees('第三网格')
  })

  it('asks for the code where none was scanned', async () => {
    const page = await (await phoneOf('resident-2')).open('pages/account/join/index')
    await page.tap('查看邀请')
    expect(page.text()).toContain('这一项要填写')
    await page.type('邀请码', 'a'.repeat(24))
    await page.tap('查看邀请')
    await page.sees('这个邀请用不了')
  })
})
