import type { OwnRegistrationLine } from '@contract/returnee'
import { openPhone, type Phone } from './support/browser'
import { useDemo } from './support/demo'

const demo = useDemo()

/** The registration of resident-observed that was accepted with some days at home, and how that is said. */
async function observed(): Promise<{ id: string; decision: string }> {
  const answer = await demo.cloud.call('returnee', { action: 'mine', input: {} }, 'resident-observed')
  const { data } = (answer as { result: { data: OwnRegistrationLine[] } }).result
  const found = data.find(({ status }) => status === 'accepted')
  if (!found?.outcome) throw new Error('the demonstration observes nobody')
  return { id: found.id, decision: `居家观察 ${found.outcome.days} 天` }
}

describe('a stricter measure, and the appeal against it', () => {
  jest.setTimeout(120_000)
  let id: string
  let decision: string
  let resident: Phone
  const phones: Phone[] = []

  const phoneOf = async (openid: string, route: string) => {
    const phone = await openPhone(demo.browser, demo.cloud.origin, openid, route)
    phones.push(phone)
    return phone
  }

  beforeAll(async () => {
    ;({ id, decision } = await observed())
    resident = await phoneOf('resident-observed', `#/pages/mine/record/index?id=${id}`)
  })

  afterEach(() => {
    expect(phones.flatMap(({ faults }) => faults)).toEqual([])
  })

  it('the grid worker proposes it, and is told that another must confirm it', async () => {
    const worker = await phoneOf('worker-1-1', `#/staff/case/index?id=${id}`)
    await worker.tap('调整措施')
    await worker.sees(`现在是：${decision}`)
    await worker.tap('集中观察')
    await worker.sees('要另一位干部确认后才生效')
    await worker.type('原因', '同车厢有人检测阳性')
    await worker.screenshot('decisions-1-propose')
    await worker.tap('提请确认：集中观察 7 天')
    await worker.tap('允许')
    await worker.sees('等另一位干部确认')
    await worker.sees('撤回提议')
    await worker.screenshot('decisions-2-proposed')
    expect(await worker.page.getByText('确认改严', { exact: true }).count()).toBe(0)
  })

  it('the resident is not frightened by a mere proposal', async () => {
    await resident.sees(decision)
    await resident.page.reload()
    await resident.sees(decision)
    expect(await resident.page.getByText('集中观察').count()).toBe(0)
  })

  it('the officer finds it in the inbox, sees from what to what and why, and confirms it', async () => {
    const officer = await phoneOf('officer-1', '#/staff/inbox/index')
    await officer.tap('交给我')
    await officer.tap('打开周*和的登记')
    await officer.sees('有人提议改严，还没有生效')
    await officer.screenshot('decisions-3-to-confirm')
    await officer.tap('确认改严')
    await officer.sees('对居民说的原因')
    await officer.screenshot('decisions-4-confirm')
    await officer.tap('确认，马上生效')
    await officer.tap('允许')
    await officer.sees('网格员 王秀英 提出')
    await officer.sees('已确认')
  })

  it('the resident reads what changed and why, and does not agree', async () => {
    await resident.page.reload()
    await resident.sees('集中观察 7 天')
    await resident.sees('决定有调整，请按新的做。')
    await resident.sees('社区说：同车厢有人检测阳性')
    await resident.screenshot('decisions-5-tightened')
    await resident.tap('我不同意')
    await resident.type('为什么不同意', '我坐的是另一节车厢')
    await resident.screenshot('decisions-6-appeal')
    await resident.tap('提交申诉')
    await resident.tap('允许')
    await resident.sees('您的申诉已转给街道干部顾远山')
    await resident.sees('现在的措施是集中观察 7 天')
    await resident.screenshot('decisions-7-appealed')
  })

  it('the officer who confirmed it cannot answer the appeal; the one above can, and grants it', async () => {
    const officer = await phoneOf('officer-1', `#/staff/case/index?id=${id}`)
    await officer.sees('做决定的人不能自己复核')
    expect(await officer.page.getByText('同意申诉', { exact: true }).count()).toBe(0)

    const street = await phoneOf('street-officer', `#/staff/case/index?id=${id}`)
    await street.sees('居民不同意这个决定')
    await street.screenshot('decisions-8-hear')
    await street.tap('同意申诉')
    await street.tap('居家观察')
    await street.type('对居民说的话', '核对车票，确实不在同一节车厢')
    await street.screenshot('decisions-9-grant')
    await street.tap('改为：居家观察 7 天')
    await street.tap('允许')
    await street.sees('同意了申诉：居家观察 7 天')
  })

  it('the resident reads the answer, in large type on a small phone, too', async () => {
    await resident.page.setViewportSize({ width: 320, height: 568 })
    await resident.page.goto(`${demo.cloud.origin}/as/resident-observed/`)
    await resident.page.reload()
    await resident.tap('换成大字')
    await resident.page.goto(`${demo.cloud.origin}/as/resident-observed/#/pages/mine/record/index?id=${id}`)
    await resident.sees('社区说：核对车票，确实不在同一节车厢')
    await resident.screenshot('decisions-10-care')
    await resident.page.getByText('我不同意', { exact: true }).scrollIntoViewIfNeeded()
    await resident.screenshot('decisions-11-care-appeal')
  })
})
