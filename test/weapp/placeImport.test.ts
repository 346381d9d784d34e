/** @jest-environment node */
import { answered, openCommunity, type Community } from '../functions/support/community'
import { csvOf } from '../functions/support/sheets'
import { launchPhone } from './host/launch'
import type { Phone } from './host/phone'

const build = 'dist/weapp'

let community: Community
let phone: Phone
beforeAll(async () => {
  community = await openCommunity()
})
beforeEach(async () => {
  phone = await launchPhone({ build, cloud: community.cloud, openid: 'administrator' })
})
afterEach(() => phone.close())
afterAll(() => community.close())

const openImport = async () => {
  const page = await phone.open('staff/placeImport/index', { place: 'qinghe' })
  await page.sees('表格这样写')
  return page
}

const chooses = (...rows: string[][]) => {
  phone.circumstances.chatFile = { name: '小区.csv', content: csvOf([['社区', '小区'], ...rows]) }
}

describe('a spreadsheet from a chat', () => {
  it('is checked, and imported on a tap', async () => {
    chooses(['春晓社区', '北园'])
    const page = await openImport()
    await page.tap('选择表格文件')
    await page.sees('增加 1 处')
    await page.tap('导入 1 处')
    await page.sees('已经导入 1 处')
    const compounds = answered(await community.as('resident-1').places.list({ under: 'qinghe-1' }))
    expect(compounds.map(({ name }) => name)).toContain('北园')
  })

  it('with a bad line cannot be imported', async () => {
    chooses(['春晓社区', '南园'], ['', '西园'])
    const page = await openImport()
    await page.tap('选择表格文件')
    await page.sees('有 1 行要先改好')
    expect(page.text()).toContain('第 3 行 社区')
    expect(page.text()).not.toContain('导入 1 处')
  })

  it('is not asked for again of somebody who thinks better of it', async () => {
    const page = await openImport()
    await page.tap('选择表格文件')
    expect(page.text()).toContain('选择表格文件')
    expect(page.text()).not.toContain('没有拿到文件')
  })

  it('is checked again where there was no network', async () => {
    chooses(['夏荷社区', '北园'])
    const page = await openImport()
    phone.circumstances.offline = true
    await page.tap('选择表格文件')
    await page.sees('连不上网')
    phone.circumstances.offline = false
    await page.tap('再核对一次')
    await page.sees('增加 1 处')
  })

  it('shows how it must look, to be copied into Excel', async () => {
    const page = await openImport()
    await page.tap('复制样例，粘贴到 Excel 里')
    expect(phone.happened.clipboard[0]?.split('\n')[0]).toBe('社区\t网格\t小区\t楼栋\t编号')
  })
})
