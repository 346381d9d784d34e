import { randomUUID } from 'node:crypto'
import type { Result } from '@contract'
import { dayOf } from '@contract/calendar'
import type { InboxPage } from '@contract/inbox'
import type { FollowedTip, RewardShown, TipTold } from '@contract/letterbox'
import { inFours } from '@contract/receipts'
import type { Stock } from '@contract/rewards'
import type { TipChanged } from '@contract/tips'
import { openPhone, type Phone } from './support/browser'
import { useDemo } from './support/demo'

const demo = useDemo()
const place = 'qinghe-1'

const done = async <Answer>(
  openid: string,
  feature: string,
  action: string,
  input: object,
): Promise<Answer> => {
  const answer = await demo.cloud.call(feature, { action, input }, openid)
  if ('error' in answer) throw new Error(answer.error.errMsg)
  const result = answer.result as Result<Answer>
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.data
}

const tipsInInbox = async (): Promise<string[]> => {
  const { items } = await done<InboxPage>('worker-1-1', 'inbox', 'list', { kind: 'tip', text: '' })
  return items.map(({ id }) => id)
}

/** Somebody tells something, and whoever goes there finds that it is so. */
async function confirmedTip(teller: string): Promise<string> {
  const before = await tipsInInbox()
  const { receipt } = await done<TipTold>(teller, 'letterbox', 'tell', {
    letter: randomUUID(),
    kind: 'unregisteredReturn',
    place: 'qinghe-1-1-1-1',
    where: '',
    seen: { on: dayOf(new Date()) },
    words: '三楼晚上来了人，带着行李',
    plate: '',
  })
  await demo.cloud.fireTimer('letterbox')
  const [tip] = (await tipsInInbox()).filter((id) => !before.includes(id))
  const on = (version: number) => ({ case: tip, submission: randomUUID() as string, version })
  const seen = await done<TipChanged>('worker-1-1', 'tips', 'see', on(1))
  await done('worker-1-1', 'tips', 'confirm', { ...on(seen.version), words: '刚从外地回来，还没有登记' })
  return receipt
}

/** What the teller's phone shows at the desk. */
const codeOf = async (receipt: string): Promise<string> => {
  const { deskCode } = await done<FollowedTip>('whoever-has-it', 'letterbox', 'follow', { receipt })
  if (!deskCode) throw new Error('nothing is to be handed over')
  return deskCode
}

const stockOf = () => done<Stock>('officer-1', 'rewards', 'stock', { place })

const phoneOf = (openid: string, route: string) => openPhone(demo.browser, demo.cloud.origin, openid, route)

const inCareMode = async (phone: Phone, openid: string) => {
  await phone.page.evaluate(`localStorage.setItem('${openid}/careMode', '{"data":true}')`)
  await phone.page.reload()
}

jest.setTimeout(60_000)

describe('a reward', () => {
  let desk: Phone
  let other: Phone
  let receipt: string
  let before: Stock

  beforeAll(async () => {
    receipt = await confirmedTip('neighbour-reward')
    before = await stockOf()
    desk = await phoneOf('officer-1', '#/pages/home/index')
    other = await phoneOf('street-officer', '#/staffTips/desk/index')
  })
  afterAll(() => Promise.all([desk.close(), other.close()]))

  it('is not handed over for the receipt, which nobody but its teller may have', async () => {
    await desk.tap('发放奖励')
    await desk.sees('春晓社区')
    await desk.screenshot('rewards-1-desk')
    await desk.type('18 位领取码', receipt)
    await desk.tap('查一查')
    await desk.sees('这是回执，只有对方自己能看')
    await desk.screenshot('rewards-2-receipt')
  })

  it('is shown in large type once it has been claimed', async () => {
    await done('neighbour-reward', 'rewards', 'claim', { receipt })
    await desk.type('18 位领取码', inFours(await codeOf(receipt)))
    await desk.tap('查一查')
    await desk.sees('口罩 10 个')
    await desk.screenshot('rewards-3-hand-over')
  })

  it('is seen by a second desk, too', async () => {
    await other.sees('在哪里发放')
    await other.screenshot('rewards-4-which-desk')
    await other.tap('春晓社区')
    await other.type('18 位领取码', await codeOf(receipt))
    await other.tap('查一查')
    await other.sees('口罩 10 个')
  })

  it('is handed over by one of the two', async () => {
    await desk.tap('已发放')
    await desk.sees('请对方在自己的手机上点“我收到了”。')
    await desk.screenshot('rewards-5-handed-over')
    await other.tap('已发放')
    await other.sees('已经发过了')
    await other.screenshot('rewards-6-handed-over-before')
    expect((await stockOf()).pieces).toBe(before.pieces - 10)
  })

  it('has been received when the other says so', async () => {
    await other.page.goto(`${demo.cloud.origin}/as/street-officer/#/staffTips/stock/index?place=${place}`)
    await other.sees('对方还没确认')
    await other.screenshot('rewards-7-stock')
    const { state } = await done<RewardShown>('neighbour-reward', 'rewards', 'receive', { receipt })
    expect(state).toBe('received')
    const { pieces, lines } = await stockOf()
    expect([pieces, lines[0]]).toMatchObject([
      before.pieces - 10,
      { what: 'handedOver', pieces: -10, left: pieces, received: true },
    ])
    await other.page.reload()
    await other.sees('对方已确认')
  })

  it('is counted when more arrives', async () => {
    await other.tap('补货或更正')
    await other.type('几个', '200')
    await other.tap('社区采购')
    await other.screenshot('rewards-8-restock')
    await other.tap('记上')
    await other.sees(`口罩 ${before.pieces + 190} 个`)
    const { pieces, lines } = await stockOf()
    expect(lines.reduce((sum, line) => sum + line.pieces, 0)).toBe(pieces)
  })

  it('reads well in large type', async () => {
    await inCareMode(other, 'street-officer')
    await other.sees('台账')
    await other.screenshot('rewards-9-stock-care')
    await inCareMode(desk, 'officer-1')
    await desk.sees('春晓社区')
    await desk.screenshot('rewards-10-desk-care')
    await desk.type('18 位领取码', '1234 5678 1234 5678 12')
    await desk.tap('查一查')
    await desk.sees('这里没有这个码')
    await desk.screenshot('rewards-11-no-such-code-care')
    const second = await confirmedTip('neighbour-second')
    await done('neighbour-second', 'rewards', 'claim', { receipt: second })
    await desk.type('18 位领取码', await codeOf(second))
    await desk.tap('查一查')
    await desk.sees('口罩 10 个')
    await desk.screenshot('rewards-12-hand-over-care')
    expect([...desk.faults, ...other.faults]).toEqual([])
  })
})
