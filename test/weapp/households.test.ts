/** @jest-environment node */
import { openCommunity, type Community } from '../functions/support/community'
import { familyOf, reportOf } from '../functions/support/reports'
import { householdStored } from '../functions/support/households'
import { place } from '../functions/support/registrations'
import { launchPhone } from './host/launch'
import type { Phone } from './host/phone'

const build = 'dist/weapp'

let community: Community
let phone: Phone
beforeEach(async () => {
  community = await openCommunity()
})
afterEach(async () => {
  phone.close()
  await community.close()
})

const open = async (openid: string, path: string, query: Record<string, string> = {}) =>
  (phone = await launchPhone({ build, cloud: community.cloud, openid })).open(path, query)

const listOf = (openid: string) => open(openid, 'staff/households/index')
const householdOf = (openid: string, household: string) =>
  open(openid, 'staff/household/index', { household })

describe('the households of a grid, as WeChat shows them', () => {
  it('shows who has not reported today, and who has', async () => {
    const family = familyOf(community, 'resident-2')
    await community.as('resident-2').selfReport.report(reportOf(family))
    householdStored(community, place.building)
    const page = await listOf('worker-1-1')
    await page.sees('今天 1 户没报')
    await page.sees('还没有报过')
    expect(page.text()).toContain('共 2 户')
    await page.tap('报了的')
    await page.sees('今天报了 4 人，共 4 人')
    await page.tap('体温一直不变')
    await page.sees('没有一直不变的')
  })

  it('narrows the list to one building, and widens it again', async () => {
    householdStored(community, place.building)
    householdStored(community, 'qinghe-1-1-2-2', {}, [{ name: '林知夏' }])
    const page = await listOf('worker-1-1')
    await page.sees('今天 2 户没报')
    await page.sees('林*夏家')
    await page.tap('春晓东苑 1 号楼，1 户没报')
    await page.sees('只看 春晓东苑 1 号楼')
    await page.sees('方*棠家')
    expect(page.text()).not.toContain('林*夏家')
    await page.tap('看全部楼栋')
    await page.sees('林*夏家')
  })

  it('is called from, the result stands in the line, and a colleague is told of it', async () => {
    householdStored(community, place.building)
    const page = await listOf('worker-1-1')
    await page.sees('方*棠家')
    await page.tap('打电话给方*棠家')
    await page.sees('拨打 13800001234')
    await page.type('说了什么', '下午再打')
    await page.tap('记下：没人接')
    await page.sees('网格员王秀英打过，没人接')
    expect(page.text()).toContain('下午再打')
    phone.close()

    const colleague = await listOf('steward')
    await colleague.sees('网格员王秀英打过，没人接')
    await colleague.tap('打电话给方*棠家')
    await colleague.sees('刚有人打过')
    expect(colleague.text()).not.toContain('13800001234')
    await colleague.tap('先不打了')
  })

  it('lets whoever left the sheet tell later how the call went', async () => {
    householdStored(community, place.building)
    const page = await listOf('worker-1-1')
    await page.sees('方*棠家')
    await page.tap('打电话给方*棠家')
    await page.sees('拨打 13800001234')
    await page.tap('关闭')
    await page.sees('还没记结果')
    await page.tap('记下结果')
    await page.tap('记下：占线')
    await page.sees('网格员王秀英打过，占线')
  })

  it('offers no call where nobody has a telephone', async () => {
    householdStored(community, place.building, {}, [{ name: '林知夏' }])
    const page = await listOf('worker-1-1')
    await page.sees('看门牌，上门')
    expect(page.text()).not.toContain('打电话')
  })

  it('is only read by whoever inspects', async () => {
    householdStored(community, place.building)
    const page = await listOf('inspector')
    await page.sees('方*棠家')
    expect(page.text()).not.toMatch(/打电话|替没有手机/)
  })
})

describe('one household, as WeChat shows it to staff', () => {
  it('has its people masked and its days', async () => {
    const family = familyOf(community, 'resident-2')
    await community.as('resident-2').selfReport.report(reportOf(family))
    const page = await householdOf('worker-1-1', family._id)
    await page.sees('方*棠家')
    await page.sees('报了 1 天')
    expect(page.text()).toContain('今天报了')
    expect(page.text()).not.toContain('方小棠')
    expect(page.text()).not.toContain('13800001234')
  })

  it('leads to the report that staff enter at the door', async () => {
    const id = householdStored(community, place.building)
    const page = await householdOf('steward', id)
    await page.sees('上门代报')
    await page.tap('上门代报')
    expect(phone.page.path).toBe('pages/daily/report/index')
    expect(phone.page.query).toEqual({ household: id, how: 'door' })
  })

  it('has a routine check at the door written down, which the family reads', async () => {
    const id = householdStored(community, place.building)
    const page = await householdOf('worker-1-1', id)
    await page.sees('记一次例行走访')
    await page.tap('记一次例行走访')
    await page.type('说了什么', '都在家')
    await page.tap('记下：见到了')
    await page.sees('网格员王秀英上过门，见到了')
    phone.close()

    const family = await open('resident-1', 'pages/daily/calls/index', { id })
    await family.sees('为了：例行走访')
    expect(family.text()).toContain('见到了')
    expect(family.text()).toContain('都在家')
  })

  it('leads to whoever is unwell', async () => {
    const family = familyOf(community, 'resident-2')
    await community.as('resident-2').selfReport.report(reportOf(family, [{ temperature: '38.2' }]))
    const page = await householdOf('worker-1-1', family._id)
    await page.sees('有人不舒服')
    await page.tap('方*棠不舒服，去处理')
    expect(phone.page.path).toBe('staff/healthAlert/index')
  })

  it('is not there for staff of another place', async () => {
    const id = householdStored(community, place.elsewhere)
    const page = await householdOf('worker-1-1', id)
    await page.sees('没有找到')
  })
})
