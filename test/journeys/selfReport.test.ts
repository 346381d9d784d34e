import type { Result } from '@contract/action'
import type { Household } from '@contract/households'
import type { HouseholdDocument } from '@kernel/households/householdDocument'
import { stored } from '../functions/support/keeping'
import { openPhone, type Phone } from './support/browser'
import { useDemo } from './support/demo'

const demo = useDemo()
const family = 'resident-family'

const open = (openid: string, route: string) =>
  openPhone(demo.browser, demo.cloud.origin, openid, `#/${route}`)

/** The family's household as the function tells it. */
async function household(): Promise<Household> {
  const { result } = (await demo.cloud.call('households', { action: 'mine', input: {} }, family)) as {
    result: Result<Household[]>
  }
  if (!result.ok) throw new Error(result.error.code)
  return result.data[0]!
}

/** How many reports of this day are stored. */
async function arrivedToday(): Promise<number> {
  const { id } = await household()
  const found = stored<HouseholdDocument>(demo, 'households').find(({ _id }) => _id === id)
  return found?.days[0]?.reports.length ?? 0
}

const inLargeType = async (phone: Phone, openid: string) => {
  await phone.page.evaluate(`localStorage.setItem('${openid}/careMode', '{"data":true}')`)
  await phone.page.reload()
}

describe('a family of four reports its day', () => {
  jest.setTimeout(60_000)
  let phone: Phone

  beforeAll(async () => {
    phone = await open(family, 'pages/home/index')
  })
  afterEach(() => {
    expect(phone.faults.filter((fault) => !/ERR_INTERNET_DISCONNECTED|Failed to fetch/.test(fault))).toEqual(
      [],
    )
  })
  afterAll(() => phone.close())

  it('from the first page, where today is still missing', async () => {
    await phone.sees('现在报备')
    await phone.screenshot('daily-1-home')
    await phone.tap('现在报备')
    await phone.sees('全家都好，和昨天一样')
    await phone.screenshot('daily-2-report')
  })

  it('with two taps where all are well', async () => {
    await phone.tap('全家都好，和昨天一样')
    await phone.sees('请看一眼，没错就上报')
    await phone.screenshot('daily-3-confirm')
    await phone.tap('确认上报')
    await phone.tap('允许')
    await phone.sees('全家今天都报好了')
    await phone.screenshot('daily-4-done')
    expect((await household()).days[0]?.people).toHaveLength(4)
  })

  it('without a signal: it stays on the phone, and arrives once when the signal is back', async () => {
    await phone.tap('回首页')
    await phone.sees('已经报过')
    await phone.tap('再报一次')
    await phone.sees('已经报过')
    await phone.tap('修改苏小暑的情况')
    await phone.type('苏小暑 体温（℃）', '371')
    await phone.page.context().setOffline(true)
    await phone.tap('全家都好，去上报')
    await phone.tap('确认上报')
    await phone.sees('已存在手机里，有信号时自动发出')
    await phone.screenshot('daily-5-offline')
    const before = await arrivedToday()
    await phone.page.context().setOffline(false)
    await phone.sees('全家今天都报好了')
    expect((await arrivedToday()) - before).toBe(1)
    expect((await household()).days[0]?.people[0]?.temperature).toBe(37.1)
  })

  it('with one who has a fever: what to do stands there at once, with whom to call', async () => {
    await phone.tap('回首页')
    await phone.tap('再报一次')
    await phone.tap('修改沈如意的情况')
    await phone.type('沈如意 体温（℃）', '386')
    await phone.tap('咳嗽')
    await phone.screenshot('daily-6-fever')
    await phone.tap('有人不舒服，核对后上报')
    await phone.sees('有人不舒服，请再看一遍')
    await phone.screenshot('daily-7-confirm-fever')
    await phone.tap('确认上报')
    await phone.tap('允许')
    await phone.sees('沈如意：发热、有症状')
    await phone.hasInSight('打电话给王秀英')
    await phone.screenshot('daily-8-what-to-do')
  })

  it('and the grid worker has it on top', async () => {
    const worker = await open('worker-1-1', 'staff/inbox/index')
    await worker.hasInSight('38.6 ℃')
    await worker.screenshot('daily-9-inbox')
    expect(worker.faults).toEqual([])
    await worker.close()
  })

  it('in large type', async () => {
    await inLargeType(phone, family)
    await phone.sees('沈如意：发热、有症状')
    await phone.screenshot('daily-10-what-to-do-care')
    await phone.tap('回首页')
    await phone.sees('每日报备')
    await phone.screenshot('daily-11-home-care')
    await phone.tap('再报一次')
    await phone.tap('修改苏谷雨的情况')
    await phone.screenshot('daily-12-report-care')
    await phone.tap('还有要说的：去过外地、检测、疫苗、备注')
    await phone.page.getByText('加一个去过的地方').scrollIntoViewIfNeeded()
    await phone.screenshot('daily-13-more-care')
  })
})
