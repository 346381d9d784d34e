import { randomUUID } from 'node:crypto'
import { tipLimits } from '@contract/letterbox'
import { usualTipping } from '@contract/usualTipping'
import { deskCodeOf } from '@kernel/tips/receipts'
import type { LedgerLineDocument } from '@kernel/tips/stocks'
import type { VoucherDocument } from '@kernel/tips/vouchers'
import { answered, openCommunity, refusal, runCommunity, type Community } from './support/community'
import { set, stored } from './support/keeping'
import { sentTwice } from './support/meanwhile'
import { claimedReward, restocked, visitedTip, withDesks } from './support/rewards'
import { newReceipt } from './support/tips'

const { aMonth, pieces } = usualTipping.reward
const home = 'qinghe-1'

let community: Community
beforeAll(async () => {
  community = await openCommunity({ staff: withDesks(4) })
  await restocked(community, 10 * pieces)
})
afterAll(() => community.close())

const at = (openid: string) => community.as(openid).rewards
const linesOf = (place: string) =>
  stored<LedgerLineDocument>(community, 'rewardLedger').filter(({ community: of }) => of === place)

/** Names as many wrong codes as are taken in an hour. */
async function scanTooOften(desk: string): Promise<void> {
  const scan = () => at(desk).scan({ place: home, code: deskCodeOf(newReceipt()) })
  for (let time = 0; time < tipLimits.wrongOfADevice; time += 1)
    expect(refusal(await scan()).code).toBe('notFound')
  expect(refusal(await scan()).code).toBe('tooOften')
}

it('the last claim of a month, sent twice at the same moment, is one and answered twice', async () => {
  for (let claimed = 1; claimed < aMonth; claimed += 1) await claimedReward(community, {}, 'claiming')
  const receipt = visitedTip(community)
  // Whoever is slower has seen that nobody had claimed it, and is about to be counted.
  const claim = () => at('claiming').claim({ receipt })
  const [slower, quicker] = await sentTwice('database.getDocument', 'households', claim)
  expect(answered(slower)).toEqual(answered(quicker))
  const more = visitedTip(community)
  expect(refusal(await at('claiming').claim({ receipt: more })).fields).toEqual({
    receipt: 'rewardsThisMonth',
  })
})

describe('what a desk has handed over', () => {
  const handing = async () => ({
    ...{ place: home, submission: randomUUID() as string },
    code: deskCodeOf(await claimedReward(community)),
  })

  it('is answered the same to who sends it again after too many wrong codes, and is handed over once', async () => {
    const act = await handing()
    const first = answered(await at('desk-1').handOver(act))
    await scanTooOften('desk-1')
    const before = linesOf(home).length
    expect(answered(await at('desk-1').handOver(act))).toEqual(first)
    expect(linesOf(home)).toHaveLength(before)
    expect(refusal(await at('desk-1').handOver({ ...act, submission: randomUUID() })).code).toBe('tooOften')
  })

  it('says nothing of codes to who guesses: whatever else is sent is refused at the same cost', async () => {
    const act = await handing()
    answered(await at('desk-2').handOver(act))
    await scanTooOften('desk-3')
    const costOf = async (input: typeof act) => {
      const cost = await community.costOf(async () =>
        expect(refusal(await at('desk-3').handOver(input)).code).toBe('tooOften'),
      )
      return cost.map(({ action, collection }) => `${action} ${collection}`).sort()
    }
    const wrong = await costOf({ ...act, code: deskCodeOf(newReceipt()) })
    expect(await costOf(act)).toEqual(wrong)
    expect(await costOf(await handing())).toEqual(wrong)
  })

  it('is answered so as well when the stock is empty and the days of the reward are over', async () => {
    const act = await handing()
    answered(await at('desk-4').handOver(act))
    for (const { _id } of stored<VoucherDocument>(community, 'vouchers'))
      set(community, 'vouchers', _id, { until: '2020-01-01' })
    set(community, 'rewardStocks', home, { pieces: 0 })
    expect(answered(await at('desk-4').handOver(act))).toMatchObject({ state: 'handedOver', inStock: false })
  })
})

describe('what has arrived', () => {
  const arrival = (words: string) => ({ place: 'qinghe-4', submission: randomUUID(), pieces: 20, words })

  it('is booked once, also where the community has been merged into another meanwhile', async () => {
    const act = arrival('到货')
    answered(await at('street-officer').restock(act))
    set(community, 'places', act.place, { mergedInto: 'qinghe-5' })
    // What remembers the place has ended meanwhile.
    const afterwards = await runCommunity(community.data)
    try {
      const again = answered(await afterwards.as('street-officer').rewards.restock(act))
      expect(again.place.id).toBe('qinghe-5')
      expect(again.pieces).toBe(0)
    } finally {
      await afterwards.cloud.stop()
      set(community, 'places', act.place, { mergedInto: null })
    }
    expect(linesOf('qinghe-4')).toHaveLength(1)
    expect(linesOf('qinghe-5')).toEqual([])
  })

  it('stays booked when WeChat has come to refuse its words', async () => {
    const { wechat } = community.cloud
    const usual = wechat.words
    const act = arrival('封城前到货')
    const first = answered(await at('street-officer').restock(act))
    wechat.words = [{ word: '封城', suggest: 'risky', label: 20001 }]
    try {
      expect(answered(await at('street-officer').restock(act))).toEqual(first)
      const other = { ...act, submission: randomUUID() }
      expect(refusal(await at('street-officer').restock(other)).fields).toEqual({ words: 'offends' })
      expect(refusal(await at('officer-4').restock(act)).fields).toEqual({ words: 'offends' })
    } finally {
      wechat.words = usual
    }
  })
})
