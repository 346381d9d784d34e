import { randomUUID } from 'node:crypto'
import type { Request } from 'playwright-core'
import { openPhone, type Phone } from './support/browser'
import { useDemo } from './support/demo'

const demo = useDemo()

const phoneOf = (openid: string, route = '') => openPhone(demo.browser, demo.cloud.origin, openid, route)

/** What somebody does elsewhere at the same time. */
const call = async (openid: string, action: string, input: object): Promise<void> => {
  const answer = await fetch(`${demo.cloud.origin}/call/places`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-wx-openid': openid },
    body: JSON.stringify({ action, input }),
  })
  expect(await answer.json()).toMatchObject({ result: { ok: true } })
}

const isAsking = (request: Request, action: string): boolean =>
  (request.postData() ?? '').includes(`"action":"${action}"`)

/** A new compound of the second grid. Answers its id. */
const addCompound = async (name: string): Promise<string> => {
  const submission = randomUUID()
  await call('officer-1', 'add', { submission, place: 'qinghe-1-2', level: 'compound', name, code: '' })
  return submission.replaceAll('-', '')
}

/** The page of the compound in which the residents of the demonstration live. */
const COMPOUND = '#/staff/places/index?place=qinghe-1-1-1'

/** Keeps what somebody asks on its way to the cloud. Answers how to let it through. */
const holdBack = async ({ page }: Phone, action: string): Promise<() => void> => {
  let release = (): void => undefined
  const released = new Promise<void>((resolve) => (release = resolve))
  await page.route('**/call/places', async (route) => {
    if (isAsking(route.request(), action)) await released
    await route.continue()
  })
  return () => release()
}

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
    for (const tool of ['移动', '合并', '删除']) expect(await officer.page.getByText(tool).count()).toBe(0)
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
    await resident.sees('13800005678')
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
    const letThrough = await holdBack(officer, 'code')
    await officer.tap('里面的 4 个楼栋，也一张一张列出来')
    await officer.page.getByText('打印', { exact: true }).and(officer.page.locator('[disabled]')).waitFor()
    letThrough()
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
    await stranger.page.setViewportSize({ width: 320, height: 568 })
    await stranger.tap('换成大字')
    await stranger.page.getByText('钱多福').scrollIntoViewIfNeeded()
    await stranger.screenshot('home-scanned-care')
    expect(await stranger.page.evaluate('document.documentElement.scrollWidth')).toBe(320)
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
    await small.page.getByText('扫了会打开春晓西苑').scrollIntoViewIfNeeded()
    await small.tap('确定并入春晓西苑')
    await small.hasInSight('两边里面有同名的地方，请先改名再合并')
    await small.screenshot('places-merge-refused-care')
    await small.tap('关闭')
    await small.tap('设置党员')
    await small.tap('工作人员')
    await small.page.getByLabel('顾远山', { exact: true }).last().scrollIntoViewIfNeeded()
    await small.tap('保存')
    await small.hasInSight('这一项要填写')
    await small.screenshot('places-appoint-missing-care')
    expect(await small.page.evaluate('document.documentElement.scrollWidth')).toBe(320)
    expect(small.faults).toEqual([])
    await small.close()
  })
})

describe('merging two compounds', () => {
  jest.setTimeout(60_000)
  const LONG = '青禾新城国际花园二期安置小区（南区）'

  it('leads to the one that is left, with all that was in both', async () => {
    const into = await addCompound(LONG)
    const officer = await phoneOf('officer-1', COMPOUND)
    await officer.page.setViewportSize({ width: 320, height: 568 })
    await officer.tap('合并')
    await officer.sees('第三网格')
    await officer.tap('第二网格')
    await officer.tap(LONG)
    await officer.tap(`确定并入${LONG}`)
    await officer.sees('已合并')
    await officer.sees(LONG)
    await officer.sees('4 号楼')
    await officer.screenshot('places-merged')

    await officer.tap('添加下级')
    const close = await officer.page.getByText('关闭', { exact: true }).boundingBox()
    expect(close?.width).toBeGreaterThan(close?.height ?? 0)
    await officer.screenshot('places-long-name')
    await officer.tap('关闭')

    await officer.page.goto(`${demo.cloud.origin}/as/officer-1/#/staff/poster/index?place=${into}`)
    await officer.tap('里面的 4 个楼栋，也一张一张列出来')
    await officer.sees('4 号楼')
    const pdf = await officer.page.pdf({ preferCSSPageSize: true })
    expect(pdf.toString('latin1').match(/\/Type \/Page\b(?!s)/g)).toHaveLength(5)
    expect(officer.faults).toEqual([])
    await officer.close()
  })

  it('leaves the code of the other one good', async () => {
    const stranger = await phoneOf('resident-new', '#/pages/home/index?scene=qinghe-1-1-1')
    await stranger.sees(`您扫的是春晓社区 ${LONG}的码`)
    expect(stranger.faults).toEqual([])
    await stranger.close()
  })
})

describe('somebody whose phone or colleagues were quicker', () => {
  it('is told that a place was added although the answer got lost', async () => {
    const officer = await phoneOf('officer-1', '#/staff/places/index?place=qinghe-1-3')
    await officer.tap('添加下级')
    await officer.type('名称', '春晓小院')
    await officer.page.route('**/call/places', async (route) => {
      if (isAsking(route.request(), 'add')) await route.fetch()
      await route.abort()
    })
    await officer.tap('添加这个小区')
    await officer.sees('连不上网')
    await officer.page.unroute('**/call/places')
    await officer.type('名称', '春晓大院')
    await officer.tap('添加这个小区')
    await officer.sees('刚才那一次已经添加成功')
    await officer.tap('添加这个小区')
    await officer.sees('已添加')
    await officer.page.getByLabel('打开春晓小院').waitFor()
    await officer.page.getByLabel('打开春晓大院').waitFor()
    await officer.close()
  })

  it('is told that a place is no more, and not that there is no signal', async () => {
    const place = await addCompound('春晓后院')
    const officer = await phoneOf('officer-1', `#/staff/places/index?place=${place}`)
    await officer.tap('打印二维码')
    await officer.sees('请扫码登记')
    await call('administrator', 'remove', { place, version: 1 })
    await officer.page.waitForTimeout(3_100) // What was asked for a moment ago is not asked for again.
    await officer.page.goBack()
    await officer.sees('没有找到')
    expect(await officer.page.getByText('现在连不上网').count()).toBe(0)
    await officer.tap('回到我负责的地点')
    await officer.sees('第三网格')
    expect(officer.faults).toEqual([])
    await officer.close()
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
