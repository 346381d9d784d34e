/** @jest-environment node */
import type { TipForReview } from '@contract/tips'
import { answered, openCommunity, type Community } from '../functions/support/community'
import { familyOf, ownHousehold } from '../functions/support/families'
import { place, registered } from '../functions/support/registrations'
import { toldTip } from '../functions/support/tips'
import { launchPhone } from './host/launch'
import type { Phone } from './host/phone'
import type { Screen } from './host/screen'

const build = 'dist/weapp'
const route = 'staffTips/tip/index'

let community: Community
let phone: Phone
beforeAll(async () => {
  community = await openCommunity()
})
afterEach(() => phone.close())
afterAll(() => community.close())

const open = async (openid: string, path: string, query: Record<string, string> = {}): Promise<Screen> =>
  (phone = await launchPhone({ build, cloud: community.cloud, openid })).open(path, query)

const reviewed = async (id: string): Promise<TipForReview> =>
  answered(await community.as('street-officer').tips.review({ case: id }))

/** Opened by the grid worker, who has come back. */
const seen = async (id: string): Promise<Screen> => {
  const page = await open('worker-1-1', route, { id })
  await page.sees('填写核实结果')
  return page
}

/** The next who takes it in hand. */
const next = async (openid: string, id: string): Promise<Screen> => {
  phone.close()
  return open(openid, route, { id })
}

const tell = async (page: Screen, result: string, words: string) => {
  await page.tap('填写核实结果')
  await page.tap(result)
  await page.type('看到了什么', words)
}

describe('a tip, as WeChat shows it to staff', () => {
  it('stands in the inbox with its plate, and is looked for by its kind', async () => {
    toldTip(community, { kind: 'gathering', plate: '川A12345' })
    const inbox = await open('worker-1-1', 'staff/inbox/index')
    await inbox.sees('聚集')
    expect(inbox.text()).toMatch(/马上处理没有人看过/)
    expect(inbox.text()).toMatch(/车牌 川A/)
    await inbox.tap('筛选')
    await inbox.tap('线索')
    await inbox.sees('申诉中')
  })

  it('counts as seen as soon as somebody opens it, and shows no plate and no telephone', async () => {
    const { id } = toldTip(community, {
      words: '打 13800001234 问车主',
      plate: '川A12345',
      where: '地下车库',
    })
    const page = await seen(id)
    await page.sees('网格员 王秀英 看到了')
    expect(page.text()).not.toContain('您看的时候')
    expect(page.text()).not.toMatch(/13800001234|川A12345|地下车库/)
    expect((await reviewed(id)).status).toBe('seen')
    await page.tap('查看完整信息')
    await page.tap('找车')
    await page.tap('查看')
    await page.sees('川A12345')
    expect(page.text()).toContain('地下车库')
  })

  it('cannot be read by whoever serves elsewhere', async () => {
    const { id } = toldTip(community)
    const page = await open('worker-2-1', route, { id })
    await page.sees('没有找到')
    expect(page.text()).not.toContain('外地车牌')
  })

  it('tells whoever goes there what is known, and leads to it', async () => {
    const { id: registration } = await registered(community, 'resident-known')
    const { id } = toldTip(community)
    const page = await seen(id)
    expect(page.text()).toContain('例行走访')
    await page.tap('查看方*棠的登记', { at: 0 })
    expect(phone.page.path).toBe('staff/case/index')
    expect((await reviewed(id)).known.registrations.map((one) => one.case)).toContain(registration)
  })

  it('asks the teller, who answers without a name', async () => {
    const { id } = toldTip(community)
    const page = await seen(id)
    await page.tap('问提供线索的人')
    await page.tap('请补充车牌号。')
    await page.tap('发出问题')
    await page.sees('网格员 王秀英 问提供的人')
    expect(page.text()).toContain('请补充车牌号。')
  })

  it('is dispatched to a place that is said more exactly', async () => {
    const { id } = toldTip(community, { place: 'qinghe-1' })
    const page = await open('officer-1', route, { id })
    await page.sees('填写核实结果')
    await page.tap('改地点、换人去')
    await page.tap('改派')
    expect(page.text()).toContain('请选一个地方')
    for (const name of ['第一网格', '春晓东苑', '1 号楼']) {
      await page.sees(name)
      await page.tap(name)
    }
    await page.tap('派到1 号楼')
    await page.sees('社区专干 沈知秋 改了地点')
    await phone.rest()
    // It is for whoever goes there to open, and not for the page that has sent it there.
    expect(await reviewed(id)).toMatchObject({ status: 'told', place: { id: place.building } })
  })
})

describe('a visit', () => {
  it('needs a result and what was seen', async () => {
    const { id } = toldTip(community)
    const page = await seen(id)
    await page.tap('填写核实结果')
    await page.tap('保存结果')
    expect(page.text().match(/这一项要填写/g)).toHaveLength(2)
    await page.tap('不属实')
    await page.tap('没有找到说的车和人。')
    await page.tap('结束：不属实')
    await page.sees('网格员 王秀英 去看过：不属实')
    expect((await reviewed(id)).status).toBe('unfounded')
  })

  it('is a routine check to the family that was visited', async () => {
    const family = await familyOf(community, 'resident-visited', { door: '3 单元 302' })
    const { id } = toldTip(community)
    const page = await seen(id)
    await tell(page, '早已掌握', '车主四月就回来了')
    await page.tap('方*棠家')
    await page.tap('结束：早已掌握')
    // What is typed stands on the page before it is sent; this does not.
    await page.sees('网格员 王秀英 去看过：早已掌握')
    const { calls } = await ownHousehold(community, 'resident-visited', family.id)
    expect(calls).toMatchObject([{ reason: 'routine', isVisit: true, result: 'answered' }])
    expect(JSON.stringify(calls)).not.toMatch(/线索|四月/)
  })

  it('leads, where somebody was found, to a registration with what is known filled in', async () => {
    const { id } = toldTip(community, { plate: '川A12345', where: '2 单元 501' })
    const page = await seen(id)
    await page.tap('查看完整信息')
    await page.tap('登记这户人家')
    await page.tap('查看')
    await page.sees('2 单元 501')
    await tell(page, '属实，之前不知道', '人在家，刚回来')
    await page.tap('结束：属实，之前不知道')
    await page.sees('属实，还没有登记')
    await page.tap('登记这户人家')
    const form = phone.page
    expect(form.path).toBe('pages/returnee/register/index')
    expect(Object.values(form.query).join()).not.toMatch(/川A|501/)
    await form.type('姓名', '马小远')
    await form.type('手机号', '13800004321')
    await form.tap('下一步')
    await form.sees('春晓东苑 1 号楼')
    expect(form.value('门牌')).toBe('2 单元 501')
    await form.tap('下一步')
    expect(form.value('车牌号')).toBe('川A12345')
  })

  it('leads to a registration that is there already', async () => {
    const { id: registration } = await registered(community, 'resident-there')
    const { id } = toldTip(community)
    const page = await seen(id)
    await tell(page, '早已掌握', '已经登记')
    await page.tap('结束：早已掌握')
    await page.sees('去看过：早已掌握')
    await page.tap('对应已有的登记')
    await page.tap('就是这一份')
    expect(page.text()).toContain('这一项要填写')
    await page.tap('方*棠', { at: 0 })
    await page.tap('就是这一份')
    await page.sees('已有对应的登记')
    expect((await reviewed(id)).known.registrations.map((one) => one.case)).toContain(registration)
    expect((await reviewed(id)).leadsTo).not.toBeNull()
  })
})

describe('two tips about the same', () => {
  const at = place.elsewhere
  const early = () => new Date(Date.now() - 3_600_000)

  it('are shown side by side and joined, the later to the earlier; and separated again', async () => {
    const words = '两辆外地车停在西门口'
    const first = toldTip(community, { place: at, words, plate: '川A12345', openedAt: early() })
    const second = toldTip(community, { place: at, words: `${words}，很吵`, plate: '川A12345' })
    const page = await open('officer-2', route, { id: second.id })
    await page.sees('可能是同一件事')
    expect(page.text()).toContain('同一车牌')
    await page.tap('合并')
    await page.sees('留下来处理')
    await page.tap('确定合并')
    await page.sees('已经合并到另一条线索')
    expect(page.text()).not.toContain('您看的时候')
    expect((await reviewed(first.id)).joined.map(({ id }) => id)).toEqual([second.id])
    await page.tap('不是同一件事，分开')
    await page.sees('分开处理')
    expect((await reviewed(first.id)).joined).toEqual([])
  })
})

describe('malice', () => {
  it('is said by two officers, and whoever was the first does not say it twice', async () => {
    const { id } = toldTip(community)
    const worker = await seen(id)
    await tell(worker, '可能是恶意', '两次上门都没有此事')
    await worker.tap('交给干部')
    await worker.sees('去的人觉得可能是恶意')
    expect(worker.text()).not.toContain('认为是恶意\n')

    const officer = await next('officer-1', id)
    await officer.sees('去的人觉得可能是恶意')
    await officer.tap('认为是恶意')
    expect(officer.text()).toContain('要两位干部才算数')
    await officer.tap('同一户被反复报，查无此事。')
    await officer.tap('提出，请另一位干部确认')
    await officer.sees('一位干部认为是恶意')
    expect(officer.text()).not.toContain('确认是恶意\n')

    const second = await next('street-officer', id)
    await second.sees('一位干部认为是恶意')
    await second.tap('确认是恶意')
    await second.tap('核实过，内容是编造的。')
    await second.tap('确认是恶意', { at: 1 })
    await second.sees('街道干部 顾远山 确认是恶意')
    expect((await reviewed(id)).status).toBe('malicious')
  })
})
