import { openPhone, type Phone } from './support/browser'
import { useDemo } from './support/demo'

const demo = useDemo()

const phoneOf = (openid: string, route = '') => openPhone(demo.browser, demo.cloud.origin, openid, route)

/** The page of the compound in which the residents of the demonstration live. */
const COMPOUND = '#/staff/places/index?place=qinghe-1-1-1'

describe('an officer looks after the tree of places', () => {
  jest.setTimeout(120_000)
  let officer: Phone

  beforeAll(async () => {
    officer = await phoneOf('officer-1')
  })

  afterEach(() => {
    expect(officer.faults).toEqual([])
  })

  it('finds the way down to a compound', async () => {
    await officer.tap('地点与负责人')
    await officer.sees('第三网格')
    await officer.screenshot('places-community')
    await officer.tap('打开第一网格')
    await officer.tap('打开春晓东苑')
    await officer.sees('网格员（沿用第一网格的）')
    await officer.screenshot('places-compound')
  })

  it('adds a building, and is told which name is taken', async () => {
    await officer.tap('添加下级')
    await officer.type('名称', '1 号楼')
    await officer.tap('添加这个楼栋')
    await officer.sees('这里已经有同名的地方')
    await officer.screenshot('places-add')
    await officer.type('名称', '5 号楼')
    await officer.tap('添加这个楼栋')
    await officer.sees('5 号楼')
    await officer.tap('打开5 号楼')
    await officer.sees('下面还没有地方')
  })

  it('renames it', async () => {
    await officer.tap('改名')
    await officer.type('名称', '5 栋')
    await officer.screenshot('places-rename')
    await officer.tap('改成新名字')
    await officer.sees('已改名')
    await officer.sees('5 栋')
  })

  it('removes it again while it is empty', async () => {
    await officer.tap('删除')
    await officer.sees('5 栋会从地点里去掉')
    await officer.screenshot('places-remove')
    await officer.tap('确定删除5 栋')
    await officer.sees('春晓东苑')
    await officer.page.getByLabel('打开5 栋').waitFor({ state: 'detached' })
  })

  it('appoints a volunteer, whom residents then can call', async () => {
    await officer.tap('设置志愿者')
    await officer.type('姓名', '钱多福')
    await officer.type('电话', '13800005678')
    await officer.screenshot('places-appoint')
    await officer.tap('保存')
    await officer.sees('13800005678')

    const resident = await phoneOf('resident-waiting')
    await resident.sees('负责您家的人')
    await resident.sees('钱多福')
    await resident.page.getByText('钱多福').scrollIntoViewIfNeeded()
    await resident.screenshot('home-responsible')
    expect(resident.faults).toEqual([])
    await resident.close()
  })

  it('names a colleague for another duty, with the telephone that is known', async () => {
    await officer.tap('设置党员')
    await officer.tap('工作人员')
    await officer.sees('网格员 · 第一网格')
    await officer.tap('王秀英')
    await officer.screenshot('places-appoint-colleague')
    await officer.tap('保存')
    await officer.page.getByRole('dialog').waitFor({ state: 'detached' })
    await officer.tap('设置党员')
    await officer.sees('现在是 王秀英')
    await officer.tap('不再单独设置')
    await officer.page.getByText('现在是 王秀英').waitFor({ state: 'detached' })
  })

  it('shows the code to hang at the gate, and those of all buildings, one a sheet of A4', async () => {
    await officer.tap('打印二维码')
    await officer.sees('返乡、来访，请扫码登记')
    await officer.screenshot('poster')
    await officer.tap('里面的 4 个楼栋，也一张一张列出来')
    await officer.sees('4 号楼')
    const pdf = await officer.page.pdf({ preferCSSPageSize: true })
    const sheets = pdf.toString('latin1').match(/\/Type \/Page\b(?!s)/g)
    expect(sheets).toHaveLength(5)
    await officer.page.goBack()
  })

  it('whoever scans it finds who is responsible there', async () => {
    const stranger = await phoneOf('resident-new', '#/pages/home/index?scene=qinghe-1-1-1-3')
    await stranger.sees('春晓东苑 3 号楼的负责人')
    await stranger.sees('钱多福')
    await stranger.screenshot('home-scanned')
    expect(stranger.faults).toEqual([])
    await stranger.close()
  })

  it('moves the compound to another grid, whose worker then finds its cases', async () => {
    const worker = await phoneOf('worker-1-2', '#/staff/inbox/index')
    await worker.sees('工作台')
    expect(await worker.page.getByLabel('打开林*满的登记').count()).toBe(0)

    await officer.tap('移动')
    await officer.sees('第三网格')
    await officer.screenshot('places-move-pick')
    await officer.tap('第二网格')
    await officer.sees('里面的 4 个楼栋和它们的事项会一起移过去')
    await officer.screenshot('places-move')
    await officer.tap('确定移到第二网格')
    await officer.sees('网格员（沿用第二网格的）')
    await officer.sees('正在更新')
    await officer.screenshot('places-moved')

    await worker.page.reload()
    await worker.type('按姓名找', '林')
    await worker.tap('打开林*满的登记')
    await worker.sees('春晓东苑')
    expect(worker.faults).toEqual([])
    await worker.close()
  })

  it('can use every button on the smallest phone in large type', async () => {
    const small = await phoneOf('officer-1')
    await small.page.setViewportSize({ width: 320, height: 568 })
    await small.tap('换成大字')
    await small.tap('地点与负责人')
    await small.tap('打开第二网格')
    await small.tap('打开春晓东苑')
    await small.sees('打印二维码')
    await small.screenshot('places-care')
    await small.tap('合并')
    await small.sees('第三网格')
    await small.tap('第二网格')
    await small.sees('春晓西苑')
    await small.screenshot('places-merge-pick-care')
    await small.tap('春晓西苑')
    await small.sees('合并后不能分开')
    await small.screenshot('places-merge-care')
    expect(await small.page.evaluate('document.documentElement.scrollWidth')).toBe(320)
    expect(small.faults).toEqual([])
    await small.close()
  })
})

it('a grid worker is told that the tree is not theirs to change', async () => {
  const worker = await phoneOf('worker-1-1', COMPOUND)
  await worker.sees('您不能做这件事')
  await worker.close()
})

it('an officer of another community is told that there is no such place', async () => {
  const stranger = await phoneOf('officer-2', COMPOUND)
  await stranger.sees('没有找到')
  await stranger.tap('回到我负责的地点')
  await stranger.sees('夏荷社区')
  await stranger.close()
})
