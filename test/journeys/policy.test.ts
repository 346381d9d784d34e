import { addDays, dayOf } from '@contract/calendar'
import type { Result } from '@contract/action'
import type { OwnRegistrationLine, Registered } from '@contract/returnee'
import { registration } from '../functions/support/registrations'
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

describe('a new policy', () => {
  jest.setTimeout(60_000)
  let officer: Phone
  let second: Phone

  beforeAll(async () => {
    officer = await phoneOf('street-officer', '#/pages/home/index')
    second = await phoneOf('street-officer-2', '#/pages/home/index')
  })
  afterAll(() => Promise.all([officer.close(), second.close()]))

  it('begins with the one in force, as a table that can be read', async () => {
    await officer.tap('防控政策')
    await officer.sees('现在用的政策')
    await officer.sees('居家观察 7 天，第 1、3、5、7 天检测')
    await officer.screenshot('policy-1-in-force')
    await officer.page.getByText('另起一版').first().scrollIntoViewIfNeeded()
    await officer.screenshot('policy-2-start-from')
  })

  it('may start from one that has been law, and is examined as it is edited', async () => {
    await officer.tap('示例：7+3（第九版方案）')
    await officer.sees('每一种情况都有而且只有一条规则')
    await officer.screenshot('policy-3-rules')
    await officer.tap('删除 其他地区')
    await officer.sees('删除“其他地区”？')
    await officer.page.getByText('删除', { exact: true }).filter({ visible: true }).last().tap()
    await officer.sees('没有规则管这种情况：没到过风险地区')
    await officer.screenshot('policy-4-gap')
  })

  it('does not go on with a gap, and leads to it', async () => {
    await officer.page.getByText('加一条规则').first().scrollIntoViewIfNeeded()
    await officer.tap('有问题要先改好，去看看')
    await officer.hasInSight('必须改好才能提出')
  })

  it('is mended by a rule of one’s own', async () => {
    await officer.page.getByText('加一条规则').first().scrollIntoViewIfNeeded()
    await officer.tap('加一条规则')
    await officer.sees('对居民说的话')
    await officer.screenshot('policy-5-rule')
    await officer.tap('放进规则里')
    await officer.sees('这一项要填写')
    await officer.screenshot('policy-6-rule-wrong')
    await officer.type('名称', '其他人')
    await officer.type('第几天检测', '2 1')
    await officer.sees('数值超出了范围')
    await officer.type('第几天检测', '1 3')
    await officer.type('对居民说的话', '请注意身体。')
    await officer.screenshot('policy-7-rule-filled')
    await officer.tap('放进规则里')
    await officer.sees('每一种情况都有而且只有一条规则')
    await officer.sees('告知即可，到达后第 1、3 天检测')
  })

  it('says what neighbours can tell of, and what it is worth', async () => {
    await officer.page.getByText('修改线索和奖励').first().scrollIntoViewIfNeeded()
    await officer.screenshot('policy-7b-tipping')
    await officer.tap('修改线索和奖励')
    await officer.sees('加一类线索')
    await officer.screenshot('policy-7c-tipping-kinds')
    await officer.tap('改“聚集”')
    await officer.type('一条奖几个', '5')
    await officer.screenshot('policy-7d-tipping-reward')
    await officer.tap('放进规则里')
    await officer.sees('一条奖口罩 5 个')
  })

  it('is tried on somebody made up', async () => {
    await officer.tap('下一步：试一试')
    await officer.type('从哪里来', '武侯')
    await officer.tap('四川省 成都市 武侯区')
    await officer.sees('依据')
    await officer.type('具体在哪里', '示例小区')
    await officer.sees('集中观察')
    await officer.screenshot('policy-8-tried')
    await officer.page.getByText('记住这个例子').first().scrollIntoViewIfNeeded()
    await officer.screenshot('policy-9-outcome')
    await officer.tap('记住这个例子')
    await officer.sees('记住的例子')
  })

  it('is kept on the phone when the page is left', async () => {
    await officer.page.waitForTimeout(1_000)
    await officer.page.goBack()
    await officer.tap('防控政策')
    await officer.page.getByText('接着修改').first().tap()
    await officer.sees('其他人')
    await officer.tap('下一步：试一试')
    await officer.sees('记住的例子')
    await officer.page.getByText('不再记住').first().scrollIntoViewIfNeeded()
    await officer.screenshot('policy-10-kept')
  })

  it('is proposed with its source', async () => {
    await officer.tap('下一步：来源和生效')
    await officer.sees('什么时候生效')
    await officer.tap('提出，请另一位负责人发布')
    await officer.sees('这一项要填写')
    await officer.tap('按最新公告更新')
    expect(await officer.page.getByText('这一项要填写').filter({ visible: true }).count()).toBe(0)
    await officer.screenshot('policy-11-source')
    await officer.tap('提出，请另一位负责人发布')
    await officer.sees('要由另一位负责人核对后发布')
    await officer.screenshot('policy-12-proposed')
    expect(officer.faults).toEqual([])
  })

  it('is published by another officer, who sees whom it changes', async () => {
    await second.tap('防控政策')
    await second.sees('1 份待发布')
    await second.screenshot('policy-13-waiting')
    // A touch like any other, but unasked what lies there: the browser's driver takes Taro's pull-to-refresh to cover the row.
    await second.page.getByText('查看：按最新公告更新').last().tap({ force: true })
    await second.sees('份登记的安排会变')
    await second.sees('奖励从口罩 10 个改成口罩 5 个。')
    await second.screenshot('policy-14-whom')
    await second.tap('发布')
    await second.sees('发布后马上生效。')
    await second.tap('确定发布')
    await second.sees('政策第 2 版')
    await second.screenshot('policy-15-published')
    expect(second.faults).toEqual([])
  })
})

describe('what a policy expects of a resident', () => {
  jest.setTimeout(60_000)
  let registered: Registered

  beforeAll(async () => {
    const fromRisk = registration({
      from: { region: '510107', detail: '示例小区 3 栋' },
      leftOn: addDays(today, -1),
    })
    registered = await done<Registered>('resident-new', 'register', fromRisk)
  })

  it('is what the new one says, and is adopted by one tap', async () => {
    const worker = await phoneOf('worker-1-1', `#/staff/case/index?id=${registered.id}`)
    await worker.sees('按规定预计')
    await worker.screenshot('policy-16-case')
    await worker.page.getByText('查看防控政策').first().scrollIntoViewIfNeeded()
    await worker.screenshot('policy-17-case-why')
    await worker.tap('查看防控政策')
    await worker.sees('“7+3（第九版方案）”，第 2 版')
    expect(await worker.page.getByText('在这一版上修改').filter({ visible: true }).count()).toBe(0)
    await worker.screenshot('policy-18-read')
    await worker.page.goBack()
    await worker.page.getByText('按预计确认：集中观察').filter({ visible: true }).first().tap()
    await worker.sees('处理结果')
    await worker.screenshot('policy-19-adopted')
    expect(worker.faults).toEqual([])
    await worker.close()
  })

  it('shows staff from what to what it has changed for somebody decided about before', async () => {
    const [changed] = await done<OwnRegistrationLine[]>('resident-reassessed', 'mine', {})
    const worker = await phoneOf('worker-1-1', `#/staff/case/index?id=${changed?.id ?? ''}`)
    await worker.sees('名单或政策有变化，请重新确认')
    await worker.screenshot('policy-20-reassessed')
    expect(worker.faults).toEqual([])
    await worker.close()
  })
})
