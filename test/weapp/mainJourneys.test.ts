/** @jest-environment node */
import { dayOf } from '@contract/calendar'
import { openCommunity, type Community } from '../functions/support/community'
import { empty } from '../functions/support/letters'
import { launchPhone } from './host/launch'
import type { Phone } from './host/phone'
import type { Screen } from './host/screen'

const build = 'dist/weapp'
const today = dayOf(new Date())
const MINUTE_MS = 60_000

let community: Community
beforeAll(async () => {
  community = await openCommunity()
})
afterAll(() => community.close())

/** The phones of a story, one for each person; they are put away when it is over. */
const usePhones = () => {
  const phones = new Map<string, Phone>()
  afterAll(() => phones.forEach((phone) => phone.close()))
  /** Taken up again some time later: what it knew has aged. */
  return async (openid: string): Promise<Phone> => {
    const phone = phones.get(openid) ?? (await launchPhone({ build, cloud: community.cloud, openid }))
    phones.set(openid, phone)
    await phone.wait(MINUTE_MS)
    return phone
  }
}

const forward = (page: Screen) => page.tap('下一步')

/** The first five steps of a registration, which begins with the page before it. */
const fillIn = async (phone: Phone, name: string): Promise<void> => {
  const page = phone.page
  await page.sees('谁要返乡')
  await page.tap('我自己')
  await page.type('姓名', name)
  await page.type('手机号', '13800001234')
  await forward(page)
  await page.sees('青禾街道 春晓社区 春晓东苑')
  await page.type('门牌', '2 单元 301')
  await forward(page)
  await page.tap('从哪个县区来 请选择')
  await page.type('搜县区，例如 朝阳', '武侯')
  await page.tap('武侯区')
  await page.choose('哪天离开 请选择日期', today)
  await page.choose('哪天到家 请选择日期', today)
  await page.tap('火车')
  await page.type('车次', 'G1234')
  await forward(page)
  await page.sees('同行的人')
  await forward(page)
  await page.tap('都没有')
  await page.tap('没有做过')
  await forward(page)
  await page.sees('请看一遍')
}

describe('a registration, from the code at the gate to what the resident has to do', () => {
  const phoneOf = usePhones()

  it('is filled in and sent, and answered with who will call', async () => {
    const phone = await phoneOf('resident-1')
    const home = await phone.open('pages/home/index', { scene: 'qinghe-1-1-1' })
    await home.sees('春晓东苑')
    await home.tap('开始登记')
    await fillIn(phone, '方小棠')
    await phone.page.tap('发送登记')
    await phone.rest()
    expect(phone.page.path).toBe('pages/returnee/done/index')
    await phone.page.sees('登记已收到')
    expect(phone.page.text()).toContain('王秀英')
    expect(phone.happened.subscriptions).toHaveLength(1)
  })

  it('stands in the inbox of the grid worker, masked, and is asked about', async () => {
    const phone = await phoneOf('worker-1-1')
    const inbox = await phone.open('staff/inbox/index')
    await inbox.sees('方*棠')
    expect(inbox.text()).not.toContain('方小棠')
    await inbox.tap('打开方*棠的登记')
    await phone.page.sees('问居民')
    await phone.page.tap('问居民')
    await phone.page.type('要问的话', '请问坐的是几号车厢？')
    await phone.page.tap('发给居民')
    await phone.page.sees('等居民回复')
  })

  it('is answered by the resident from home', async () => {
    const phone = await phoneOf('resident-1')
    const home = await phone.open('pages/home/index')
    await home.sees('社区有问题等您回答')
    await home.tap('现在回答')
    await phone.page.sees('请问坐的是几号车厢？')
    await phone.page.type('您的回答', '8 号车厢')
    await phone.page.tap('发送回答')
    await phone.page.sees('网格员王秀英会在')
  })

  it('is decided without leaving its page', async () => {
    const phone = await phoneOf('worker-1-1')
    const inbox = await phone.open('staff/inbox/index')
    await inbox.sees('方*棠')
    await inbox.tap('打开方*棠的登记')
    const page = phone.page
    await page.sees('8 号车厢')
    await page.tap('确认登记')
    await page.tap('居家观察')
    await page.tap('确认：居家观察 7 天')
    await page.sees('处理结果')
    expect(page.path).toBe('staff/case/index')
  })

  it('tells the resident from which day to which, and by whom', async () => {
    const phone = await phoneOf('resident-1')
    const home = await phone.open('pages/home/index')
    await home.sees('居家观察到')
    await home.tap('打开方小棠的登记')
    await phone.page.sees('社区已确认')
    expect(phone.page.text()).toContain('网格员 王秀英')
  })
})

describe('a daily report, from the family to the grid worker and back', () => {
  const phoneOf = usePhones()

  it('begins with who lives there, asked once', async () => {
    const phone = await phoneOf('resident-2')
    const home = await phone.open('pages/home/index', { scene: 'qinghe-1-1-1' })
    await home.sees('写上家里有谁')
    await home.tap('建我的家')
    await phone.page.sees('小区和楼栋')
    await phone.page.tap('小区和楼栋 请选择')
    for (const name of ['青禾街道', '春晓社区', '春晓东苑', '1 号楼']) {
      await phone.page.sees(name)
      await phone.page.tap(name)
    }
    await phone.page.type('门牌', '2 单元 301')
    await phone.page.type('家人 1 姓名', '方秋棠')
    await phone.page.type('家人 1 电话', '13800001234')
    await phone.page.tap('建好了')
    await phone.rest()
    await phone.page.sees('方秋棠（本人）')
  })

  it('says that somebody has a fever, and is answered with whom to call', async () => {
    const phone = await phoneOf('resident-2')
    const home = await phone.open('pages/home/index')
    await home.sees('今天还没有报')
    await home.tap('现在报备')
    await phone.page.sees('方秋棠')
    await phone.page.type('方秋棠 体温（℃）', '38.5')
    await phone.page.tap('不舒服，核对后上报')
    await phone.page.sees('确认上报')
    await phone.page.tap('确认上报')
    await phone.rest()
    await phone.page.sees('方秋棠：发热')
  })

  it('is on top of the inbox, is seen by opening it, and closed by saying what it was', async () => {
    const phone = await phoneOf('worker-1-1')
    const inbox = await phone.open('staff/inbox/index')
    await inbox.sees('38.5 ℃ · 发热')
    expect(inbox.text()).toContain('马上处理没有人看过')
    await inbox.tap('打开方*棠的健康异常')
    const page = phone.page
    await page.sees('跟进中')
    await page.tap('结束')
    await page.tap('普通疾病')
    await page.type('怎么处理的', '去过发热门诊，检测阴性')
    await page.tap('确定结束')
    await page.sees('结果：普通疾病')
  })
})

describe('a tip, from a neighbour without a name to what came of it', () => {
  const phoneOf = usePhones()
  const neighbour = 'neighbour-1'
  let receipt = ''

  it('is told at the gate, and answered with a receipt', async () => {
    const phone = await phoneOf(neighbour)
    const home = await phone.open('pages/home/index', { scene: 'qinghe-1-1-1' })
    await home.sees('看到有人没登记')
    await home.tap('提供线索', { at: 0 })
    const page = phone.page
    await page.sees('聚集')
    await page.tap('聚集')
    await page.tap('刚才')
    await page.type('看到了什么', '地下室里有十几个人打牌')
    await page.tap('发送线索')
    await phone.rest()
    await phone.page.sees('这是您的回执')
    receipt = /^\d{16}$/m.exec(phone.page.text())?.[0] ?? ''
    expect(receipt).toHaveLength(16)
  })

  it('shows the receipt this once', async () => {
    const phone = await phoneOf(neighbour)
    const again = await phone.open('pages/tip/receipt/index')
    expect(again.text()).toContain('回执只显示一次')
    expect(again.text()).not.toContain(receipt)
  })

  it('is visited by the grid worker, who learns of no teller', async () => {
    await empty(community)
    const phone = await phoneOf('worker-1-1')
    const inbox = await phone.open('staff/inbox/index')
    await inbox.sees('聚集')
    await inbox.tap('打开线索：聚集')
    const page = phone.page
    await page.sees('填写核实结果')
    expect(page.text()).not.toContain(neighbour)
    await page.tap('填写核实结果')
    await page.tap('不属实')
    await page.type('看到了什么', '地下室没有人')
    await page.tap('结束：不属实')
    await page.sees('网格员 王秀英 去看过：不属实')
  })

  it('is followed by its receipt, from any phone', async () => {
    const phone = await phoneOf('resident-3')
    const page = await phone.open('pages/tip/follow/index')
    await page.type('回执的 16 位数字', receipt)
    await page.tap('查看进展')
    await page.sees('去看过，没有问题')
  })
})
