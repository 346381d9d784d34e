/** @jest-environment node */
import { answered, openCommunity, type Community } from '../functions/support/community'
import { areaOf, rulingDocuments } from '../functions/support/rulings'
import { csvOf } from '../functions/support/sheets'
import { launchPhone } from './host/launch'
import type { Phone } from './host/phone'

const build = 'dist/weapp'

let community: Community
let phone: Phone
beforeAll(async () => {
  community = await openCommunity(rulingDocuments([areaOf('510107', 'high', { name: '示例小区' })]))
})
afterEach(() => phone.close())
afterAll(() => community.close())

const phoneOf = async (openid: string) =>
  (phone = await launchPhone({ build, cloud: community.cloud, openid }))

const openEntry = async () => {
  const page = await (await phoneOf('street-officer')).open('staff/risk/edit/index', { place: 'qinghe' })
  await page.sees('粘贴公告或表格')
  return page
}

describe('a list of risk areas, as WeChat runs it', () => {
  it('is pasted, corrected by a tap, and proposed', async () => {
    const page = await openEntry()
    await page.type('粘贴公告或表格', '四川省成都市锦红区 高风险')
    await page.tap('核对')
    await page.sees('有 1 行要先改好')
    await page.tap('四川省 成都市 锦江区')
    await page.sees('已改成：四川省成都市锦江区 高风险')
    await page.tap('再核对一次')
    await page.sees('新增 1 处')
    await page.tap('没有错，下一步')
    await page.type('来源', '示例公告')
    await page.tap('按最新公告更新')
    await page.tap('提出，请另一位负责人发布')
    await phone.rest()
    await phone.page.sees('要由另一位负责人核对后发布')
    const { editions } = answered(
      await community.as('street-officer-2').riskAreas.editions({ place: 'qinghe' }),
    )
    expect(editions[0]).toMatchObject({ status: 'proposed', mayPublish: true })
  })

  it('may come as a file from a chat', async () => {
    const page = await openEntry()
    await page.tap('表格文件')
    phone.circumstances.chatFile = {
      name: '名单.csv',
      content: csvOf([
        ['地区', '等级'],
        ['四川省成都市武侯区', '低风险'],
        ['四川省成都市', '高风险'],
      ]),
    }
    await page.tap('选择表格文件')
    await page.sees('有 1 行要先改好')
    expect(page.text()).toContain('第 3 行 地区：“四川省成都市”')
    expect(page.text()).toContain('改好了，重新选择')
  })

  it('may be the last one with some areas changed', async () => {
    const page = await openEntry()
    await page.tap('改几处')
    await page.type('找地方', '武侯')
    await page.sees('示例小区')
    await page.tap('改四川省 成都市 武侯区 示例小区')
    await page.tap('中风险')
    await page.tap('放进要改的')
    await page.sees('要改的 1 处')
    await page.tap('核对')
    await page.sees('调低 1 处')
  })

  it('is kept by nobody but the heads of a street or a district', async () => {
    const page = await (await phoneOf('worker-1-1')).open('staff/risk/index')
    await page.sees('没有归您管的名单')
  })
})

describe('a place that may be at risk', () => {
  it('is found by a part of its name', async () => {
    const page = await (await phoneOf('resident-1')).open('pages/account/risk/index')
    await page.sees('1 个风险地区')
    await page.type('查哪里', '武侯')
    await page.sees('示例小区是高风险地区')
  })
})
