/** @jest-environment node */
import { addDays } from '@contract/calendar'
import type { HouseholdDocument } from '@kernel/households/householdDocument'
import { answered, openCommunity, type Community } from '../functions/support/community'
import { householdIn } from '../functions/support/households'
import { today } from '../functions/support/registrations'
import { familyOf, reportOf } from '../functions/support/reports'
import { launchPhone } from './host/launch'
import type { Phone } from './host/phone'

const build = 'dist/weapp'
const report = 'pages/daily/report/index'

let community: Community
let family: HouseholdDocument
let phone: Phone
beforeEach(async () => {
  community = await openCommunity()
  family = familyOf(community, 'resident-1')
  const yesterday = { on: addDays(today, -1) }
  answered(
    await community
      .as('resident-1')
      .selfReport.report(reportOf(family, [{ temperature: '36.4' }, {}, { temperature: '' }], yesterday)),
  )
  phone = await launchPhone({ build, cloud: community.cloud, openid: 'resident-1' })
})
afterEach(async () => {
  phone.close()
  await community.close()
})

const opened = async () => {
  const page = await phone.open(report)
  await page.sees('方秋棠')
  return page
}

/** The second of the two taps. */
const confirm = async () => {
  await phone.page.sees('确认上报')
  await phone.page.tap('确认上报')
  await phone.rest()
}

const reportsOfToday = () =>
  householdIn(community, family._id)
    .days.filter(({ on }) => on === today)
    .flatMap(({ reports }) => reports)

describe('the daily screen, as WeChat runs it', () => {
  it('shows the whole family, each on a line with what was said yesterday', async () => {
    const page = await opened()
    expect(page.text()).toContain('方小棠\n36.4 ℃ · 没有不舒服')
    expect(page.text()).toContain('方海棠\n没有量体温 · 没有不舒服')
  })

  it('reports a family that is well with two taps, and says so', async () => {
    const page = await opened()
    await page.tap('全家都好，和昨天一样')
    await confirm()
    await phone.page.sees('全家今天都报好了')
    // Of the evening's reminder nobody is asked who has chosen no hour for it.
    expect(phone.happened.subscriptions).toEqual([['caseProgress']])
    expect(reportsOfToday().map(({ people }) => people.map(({ temperature }) => temperature))).toEqual([
      [36.4, 36.5, null, 36.5],
    ])
  })

  it.each(['365', '36。5'])('understands %s', async (typed) => {
    const page = await opened()
    await page.tap('修改方小棠的情况')
    await page.type('方小棠 体温（℃）', typed)
    expect(page.text()).toContain('就是 36.5 ℃')
  })

  it.each(['45', '12'])('asks again where somebody has typed %s, and sends nothing', async (typed) => {
    const page = await opened()
    await page.tap('修改方大棠的情况')
    await page.type('方大棠 体温（℃）', typed)
    await page.sees('这个体温不太可能')
    await page.tap('收起方大棠')
    await page.tap('先改好标红的地方')
    await page.sees('这个体温不太可能')
    expect(page.text()).not.toContain('确认上报')
    expect(reportsOfToday()).toEqual([])
  })

  it('shows once more what was typed of somebody with a fever, and then at once whom to call', async () => {
    const page = await opened()
    await page.tap('修改方秋棠的情况')
    await page.type('方秋棠 体温（℃）', '385')
    await page.tap('有人不舒服，核对后上报')
    await page.sees('有人不舒服，请再看一遍')
    await confirm()
    await phone.page.sees('方秋棠：发热')
    await phone.page.tap('打电话给王秀英')
    expect(phone.happened.phoneCalls).toEqual(['13800009003'])
  })

  it('names the ambulance first where somebody can hardly breathe', async () => {
    const page = await opened()
    await page.tap('修改方海棠的情况')
    await page.tap('呼吸困难')
    await page.tap('有人不舒服，核对后上报')
    await confirm()
    await phone.page.sees('请马上打 120')
    const text = phone.page.text()
    expect(text.indexOf('打电话给120 急救')).toBeLessThan(text.indexOf('打电话给王秀英'))
  })

  it('says with one tap that another of the family has been there as well', async () => {
    const page = await opened()
    await page.tap('修改方小棠的情况')
    await page.tap('还有要说的：去过外地、检测、疫苗、备注')
    await page.tap('加一个去过的地方')
    await page.type('搜县区，例如 朝阳', '武侯')
    await page.tap('武侯区')
    await page.tap('方大棠', { at: 0 })
    await page.tap('全家都好，去上报')
    await page.sees('去过 1 个地方')
    await confirm()
    await phone.page.sees('全家今天都报好了')
    const been = reportsOfToday()[0]?.people.map((one) => one.been.map(({ region }) => region))
    expect(been).toEqual([['510107'], ['510107'], [], []])
  })
})

describe('a family without a signal', () => {
  const sendOffline = async () => {
    const page = await opened()
    phone.circumstances.offline = true
    await page.tap('全家都好，和昨天一样')
    await confirm()
    await phone.page.sees('已存在手机里，有信号时自动发出')
  }

  it('is done all the same, and arrives once when the app is opened with a signal', async () => {
    await sendOffline()
    expect(reportsOfToday()).toEqual([])
    phone.circumstances.offline = false
    const home = await phone.open('pages/home/index')
    await home.sees('今天')
    await phone.rest()
    expect(home.text()).not.toContain('存在手机里')
    expect(reportsOfToday()).toHaveLength(1)
  })

  it('is told on the first page that its report is still on the phone', async () => {
    await sendOffline()
    const home = await phone.open('pages/home/index')
    await home.sees('1 份报备存在手机里')
  })

  it('can report after the app was closed, from what the phone remembers', async () => {
    await opened()
    const households = phone.stored('households')
    expect(JSON.stringify(households)).not.toContain('13800001234')
    phone.close()
    const storage = { households }
    phone = await launchPhone({ build, cloud: community.cloud, openid: 'resident-1', offline: true, storage })
    const page = await phone.open(report)
    await page.sees('现在没有信号，照样可以报')
    await page.tap('全家都好，和昨天一样')
    await confirm()
    await phone.page.sees('已存在手机里，有信号时自动发出')
  })
})

describe('other days of the daily screen', () => {
  it('says that today was reported already, and lets it be done again', async () => {
    answered(await community.as('resident-1').selfReport.report(reportOf(family)))
    const page = await opened()
    await page.sees('已经报过')
    expect(page.text()).toContain('全家都好，去上报')
  })

  it('leads whoever has no household yet to making one', async () => {
    phone.close()
    phone = await launchPhone({ build, cloud: community.cloud, openid: 'resident-2' })
    const page = await phone.open(report)
    await page.sees('先建好您的家')
    await page.tap('建我的家')
    expect(phone.page.path).toBe('pages/daily/household/index')
  })

  it('opens for staff at the door with masked names, and says who entered it', async () => {
    phone.close()
    phone = await launchPhone({ build, cloud: community.cloud, openid: 'worker-1-1' })
    const page = await phone.open(report, { household: family._id, how: 'door' })
    await page.sees('记录里会写明是您填的')
    expect(page.text()).not.toContain('方秋棠')
    await page.tap('全家都好，和昨天一样')
    await confirm()
    await phone.page.sees('已经报好了')
    expect(reportsOfToday()[0]).toMatchObject({ how: 'door', by: { actor: 'gridWorker' } })
    expect(phone.happened.subscriptions).toEqual([])
  })
})
