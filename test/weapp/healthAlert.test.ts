/** @jest-environment node */
import type { HealthAlertForReview } from '@contract/healthAlerts'
import { alone, unwell } from '../functions/support/episodes'
import { answered, openCommunity, type Community } from '../functions/support/community'
import { launchPhone } from './host/launch'
import type { Phone } from './host/phone'

const build = 'dist/weapp'
const route = 'staff/healthAlert/index'

let community: Community
let phone: Phone
beforeAll(async () => {
  community = await openCommunity()
})
afterEach(() => phone.close())
afterAll(() => community.close())

const open = async (openid: string, path: string, query: Record<string, string> = {}) =>
  (phone = await launchPhone({ build, cloud: community.cloud, openid })).open(path, query)

const raised = () => unwell(community, alone(community))

const reviewed = async (id: string): Promise<HealthAlertForReview> =>
  answered(await community.as('street-officer').healthAlerts.review({ case: id }))

describe('somebody who is unwell, as WeChat shows it to staff', () => {
  it('stands on top of the inbox, to be handled at once', async () => {
    await raised()
    const inbox = await open('worker-1-1', 'staff/inbox/index')
    await inbox.sees('38.2 ℃ · 发热')
    expect(inbox.text()).toContain('马上处理没有人看过')
    await inbox.tap('筛选')
    await inbox.tap('健康异常')
    await inbox.sees('跟进中')
  })

  it('counts as seen as soon as somebody who decides opens it', async () => {
    const id = await raised()
    const page = await open('worker-1-1', route, { id })
    await page.sees('跟进中')
    await page.sees('网格员 王秀英 看到了')
    expect(page.text()).not.toContain('您看的时候')
    expect((await reviewed(id)).status).toBe('seen')
  })

  it('is only read by whoever inspects: not seen, not called, not closed', async () => {
    const id = await raised()
    const page = await open('inspector', route, { id })
    await page.sees('38.2 ℃')
    await phone.rest()
    expect(page.text()).not.toMatch(/打电话|结束|写备注|方小棠/)
    expect((await reviewed(id)).status).toBe('raised')
  })

  it('is called, and one tap tells how it went', async () => {
    const id = await raised()
    const page = await open('worker-1-1', route, { id })
    await page.sees('跟进中')
    await page.tap('打电话')
    await page.sees('拨打 13800001234')
    await page.tap('拨打 13800001234')
    expect(phone.happened.phoneCalls).toEqual(['13800001234'])
    await page.tap('记下：没人接')
    await page.sees('网格员王秀英打过，没人接')
    phone.close()

    const colleague = await open('officer-1', route, { id })
    await colleague.sees('跟进中')
    await colleague.tap('打电话')
    await colleague.sees('刚有人打过')
    expect(colleague.text()).not.toContain('13800001234')
    await colleague.tap('还是要打')
    await colleague.sees('拨打 13800001234')
  })

  it('is closed by saying what it was and what was done', async () => {
    const id = await raised()
    const page = await open('worker-1-1', route, { id })
    await page.sees('跟进中')
    await page.tap('结束')
    await page.tap('确定结束')
    expect(page.text()).toContain('结果\n这一项要填写')
    await page.tap('普通疾病')
    await page.type('怎么处理的', '去过发热门诊，检测阴性')
    await page.tap('确定结束')
    await page.sees('结果：普通疾病')
    await page.sees('网格员 王秀英 结束了这次关注')
    expect((await reviewed(id)).ending).toBe('ordinaryIllness')
  })

  it('is looked at again the next day after what was done has been written down', async () => {
    const id = await raised()
    const page = await open('worker-1-1', route, { id })
    await page.sees('跟进中')
    await page.tap('记下情况，明天再看')
    await page.tap('已送去发热门诊。')
    await page.tap('记下')
    await page.sees('明天 10:00')
  })

  it('shows name and door to whoever says why, and records it', async () => {
    const id = await raised()
    const page = await open('worker-1-1', route, { id })
    await page.sees('跟进中')
    expect(page.text()).not.toContain('方小棠')
    await page.tap('查看完整信息')
    await page.tap('上门核实')
    await page.tap('查看')
    await page.sees('方小棠')
    expect((await reviewed(id)).timeline.map(({ event }) => event)).toContain('reveal')
  })
})
