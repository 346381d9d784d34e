import { addDays, dayOf } from '@contract/calendar'
import type { Result } from '@contract/action'
import type { Registered } from '@contract/returnee'
import { act, registration } from '../functions/support/registrations'
import { openPhone, type Phone } from './support/browser'
import { useDemo } from './support/demo'

const demo = useDemo()

const phoneOf = (openid: string, route = '') => openPhone(demo.browser, demo.cloud.origin, openid, route)

async function done<Data>(openid: string, action: string, input: unknown): Promise<Data> {
  const { result } = (await demo.cloud.call('returnee', { action, input }, openid)) as {
    result: Result<Data>
  }
  if (!result.ok) throw new Error(result.error.code)
  return result.data
}

const today = dayOf(new Date())
const since = addDays(today, -5)

/** As somebody copies it from a web page: the third line and the last are bad. */
const pasted = [
  '一、高风险区（2个）',
  `1. 浙江省杭州市西湖区 ${since}`,
  `2. 四川省成都市锦红区示例小区 ${since}`,
  '二、中风险区（1个）',
  `1. 浙江省杭州市 ${since}`,
].join('\n')

describe('a new list of risk areas', () => {
  jest.setTimeout(60_000)
  let officer: Phone
  let registered: Registered
  let edition: string

  beforeAll(async () => {
    const fromThere = registration({ from: { region: '330106', detail: '示例大厦' } })
    registered = await done<Registered>('resident-new', 'register', fromThere)
    await done('worker-1-1', 'adopt', { ...act(registered), words: '' })
    officer = await phoneOf('street-officer', '#/pages/home/index')
  })
  afterAll(() => officer.close())

  it('begins with the one that applies and what waits for a second officer', async () => {
    await officer.tap('风险地区名单')
    await officer.sees('现在用的名单')
    await officer.sees('1 份待发布')
    await officer.screenshot('risk-1-lists')
  })

  it('is pasted, and its bad lines are named', async () => {
    await officer.tap('录入新名单')
    await officer.sees('粘贴公告或表格')
    await officer.page.locator('textarea').filter({ visible: true }).fill(pasted)
    await officer.screenshot('risk-2-paste')
    await officer.tap('核对')
    await officer.sees('有 2 行要先改好')
    await officer.sees('没有这个区县')
    await officer.sees('请写到区县')
    await officer.screenshot('risk-3-bad-lines')
  })

  it('is corrected by a tap', async () => {
    await officer.page.getByText('四川省 成都市 锦江区', { exact: true }).first().tap()
    await officer.sees(`已改成：2. 四川省成都市锦江区示例小区 ${since}`)
    await officer.tap('不要这一行 第 5 行')
    await officer.sees('这一行不要了')
    await officer.screenshot('risk-4-corrected')
    await officer.tap('再核对一次')
    await officer.sees('新增 2 处')
    await officer.sees('浙江省 杭州市 西湖区 全域')
    await officer.screenshot('risk-5-changes')
  })

  it('is proposed once its source is said', async () => {
    await officer.tap('没有错，下一步')
    await officer.sees('什么时候生效')
    await officer.tap('提出，请另一位负责人发布')
    await officer.sees('这一项要填写')
    await officer.type('来源', '示例卫生健康部门公告')
    await officer.tap('按最新公告更新')
    await officer.screenshot('risk-6-source')
    await officer.tap('提出，请另一位负责人发布')
    await officer.sees('要由另一位负责人核对后发布')
    edition = /edition=([\w-]+)/.exec(officer.route)?.[1] ?? ''
  })

  it('says whom it would change before it applies', async () => {
    await officer.sees('份登记的安排会变')
    await officer.screenshot('risk-7-whom')
    await officer.tap('查看春晓社区的名单')
    await officer.sees('方*棠')
    await officer.screenshot('risk-8-affected')
    expect(officer.faults).toEqual([])
  })

  it('is published by another officer, who is told what that does', async () => {
    const second = await phoneOf(
      'street-officer-2',
      `#/staff/risk/edition/index?place=qinghe&edition=${edition}`,
    )
    await second.sees('份登记的安排会变')
    await second.tap('发布')
    await second.sees('发布后马上生效。')
    await second.screenshot('risk-9-publish')
    await second.tap('确定发布')
    await second.sees('名单第 3 版')
    await second.sees('重新核对')
    await second.screenshot('risk-10-published')
    expect(second.faults).toEqual([])
    await second.close()
  })

  it('is seen by the resident whom it concerns, with the reason', async () => {
    await demo.cloud.fireTimer('reassessment')
    const resident = await phoneOf('resident-new', `#/pages/mine/record/index?id=${registered.id}`)
    await resident.sees('风险地区名单有变化')
    await resident.sees('预计改为：')
    await resident.sees('西湖区')
    await resident.screenshot('risk-11-resident')
    expect(resident.faults).toEqual([])
    await resident.close()
  })
})

describe('somewhere that may be at risk', () => {
  jest.setTimeout(60_000)

  it('is looked up by anybody, from home', async () => {
    const resident = await phoneOf('resident-waiting', '#/pages/home/index')
    await resident.tap('风险地区查询')
    await resident.sees('个风险地区')
    await resident.screenshot('risk-search-1')
    await resident.type('查哪里', '武侯')
    await resident.sees('示例小区是高风险地区')
    await resident.screenshot('risk-search-2-found')
    await resident.type('查哪里', '青羊')
    await resident.sees('不是风险地区')
    await resident.screenshot('risk-search-3-not-at-risk')
    await resident.type('查哪里', '没有这里')
    await resident.sees('没有找到这个地方')
    expect(resident.faults).toEqual([])
    await resident.close()
  })
})
