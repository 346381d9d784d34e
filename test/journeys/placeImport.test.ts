import { csvOf, xlsxOf } from '../functions/support/sheets'
import { openPhone, type Phone } from './support/browser'
import { useDemo } from './support/demo'

const demo = useDemo()

const phoneOf = (openid: string, route = '') => openPhone(demo.browser, demo.cloud.origin, openid, route)

const header = ['社区', '网格', '小区', '楼栋', '编号']
const good = [
  ['春晓社区', '第一网格', '春晓新苑', '1号楼', 'CX-01'],
  ['春晓社区', '第一网格', '春晓新苑', '2号楼', 'CX-02'],
  ['新桥社区', '无', '桥头里', '', 'XQ-01'],
  ['夏荷社区', '第一网格', '夏荷东苑', '', 'XH-01'],
]
const withBadLines = csvOf([
  header,
  good[0]!,
  ['', '', '春晓新苑', '2号楼', 'CX-02'],
  ['新桥社区', '无', '桥头里', '2026-03-04', 'XQ-01'],
])

const excel = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

async function choose(phone: Phone, button: string, name: string, mimeType: string, buffer: Buffer) {
  const chooser = phone.page.waitForEvent('filechooser')
  await phone.tap(button)
  await (await chooser).setFiles({ name, mimeType, buffer })
}

describe('an administrator imports places', () => {
  jest.setTimeout(120_000)
  let administrator: Phone

  beforeAll(async () => {
    administrator = await phoneOf('administrator', '#/staff/places/index?place=qinghe')
  })
  afterEach(() => {
    expect(administrator.faults).toEqual([])
  })
  afterAll(() => administrator.close())

  it('finds how the spreadsheet must look', async () => {
    await administrator.tap('导入表格')
    await administrator.sees('表格这样写')
    await administrator.screenshot('import-1-example')
  })

  it('is told of a file that is no spreadsheet', async () => {
    await choose(administrator, '选择表格文件', 'a.xlsx', excel, Buffer.from('<html></html>'))
    await administrator.sees('这不是表格')
    await administrator.screenshot('import-2-no-spreadsheet')
  })

  it('is told which lines are bad', async () => {
    await choose(administrator, '换一个文件', '小区.csv', 'text/csv', withBadLines)
    await administrator.sees('有 2 行要先改好')
    await administrator.sees('第 3 行 社区')
    await administrator.sees('被表格当成了日期')
    await administrator.screenshot('import-3-bad-lines')
  })

  it('sees what a corrected file would change, and imports it', async () => {
    await choose(administrator, '改好了，重新选择', '小区.xlsx', excel, await xlsxOf([header, ...good]))
    await administrator.sees('增加 5 处')
    await administrator.screenshot('import-4-changes')
    await administrator.tap('导入 6 处')
    await administrator.sees('已经导入 6 处')
    await administrator.screenshot('import-5-done')
  })

  it('sees that the same file changes nothing more', async () => {
    await administrator.page.reload()
    await choose(administrator, '选择表格文件', '小区.xlsx', excel, await xlsxOf([header, ...good]))
    await administrator.sees('没有要改的')
    await administrator.screenshot('import-6-nothing')
  })

  it('has given residents places to choose', async () => {
    const resident = await phoneOf('resident-new')
    await resident.tap('开始登记')
    await resident.tap('我自己')
    await resident.type('姓名', '方小棠')
    await resident.type('手机号', '13800001234')
    await resident.tap('下一步')
    await resident.tap('小区和楼栋 请选择')
    for (const place of ['青禾街道', '春晓社区', '春晓新苑']) await resident.tap(place)
    await resident.sees('2号楼')
    await resident.screenshot('import-7-resident')
    expect(resident.faults).toEqual([])
    await resident.close()
  })

  it('reads the page in large type on a small phone', async () => {
    const { page } = administrator
    await page.evaluate(`localStorage.setItem('administrator/careMode', '{"data":true}')`)
    await page.setViewportSize({ width: 320, height: 568 })
    await page.reload()
    await administrator.sees('表格这样写')
    await administrator.screenshot('import-8-large-type')
    await choose(administrator, '选择表格文件', '小区.csv', 'text/csv', withBadLines)
    await administrator.sees('有 2 行要先改好')
    await administrator.screenshot('import-9-large-type-bad-lines')
  })
})
