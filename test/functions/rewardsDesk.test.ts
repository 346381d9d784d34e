import { randomUUID } from 'node:crypto'
import { addDays } from '@contract/calendar'
import { tipLimits } from '@contract/letterbox'
import type { TipEvent } from '@contract/tipMachine'
import { usualTipping } from '@contract/usualTipping'
import { deskCodeOf } from '@kernel/tips/receipts'
import type { TipCase } from '@kernel/tips/tip'
import type { VoucherDocument } from '@kernel/tips/vouchers'
import { demoPlaces } from '../../local/demo/places'
import { answered, openCommunity, refusal, type Community } from './support/community'
import { insert, set, stored } from './support/keeping'
import { today } from './support/registrations'
import { claimedReward, restocked, visitedTip, withDesks } from './support/rewards'
import { newReceipt, storedReceipt } from './support/tips'

const { item, pieces, claimDays } = usualTipping.reward
const DESKS = 24
/** Twenty of them, who have named no wrong code. */
const RESTED = Array.from({ length: 20 }, (_, index) => `desk-${index + 5}`)
const home = 'qinghe-1'

let community: Community
beforeAll(async () => {
  community = await openCommunity({ staff: withDesks(DESKS) })
  await restocked(community, 1000)
})
afterAll(() => community.close())

const scan = (receipt: string, openid = 'officer-1', place = home) =>
  community.as(openid).rewards.scan({ place, code: deskCodeOf(receipt) })
const handOver = (receipt: string, openid = 'officer-1', submission: string = randomUUID(), place = home) =>
  community.as(openid).rewards.handOver({ place, code: deskCodeOf(receipt), submission })
const stock = async (place = home) => answered(await community.as('street-officer').rewards.stock({ place }))

/** What is stored of a reward that has just been claimed. */
const voucherOf = async (claimed: () => Promise<string>) => {
  const before = new Set(stored<VoucherDocument>(community, 'vouchers').map(({ _id }) => _id))
  const receipt = await claimed()
  const voucher = stored<VoucherDocument>(community, 'vouchers').find(({ _id }) => !before.has(_id))!
  return { receipt, voucher }
}

describe('a desk that scans a receipt', () => {
  it('learns what to hand over, and nothing of what was told', async () => {
    const receipt = await claimedReward(community)
    expect(answered(await scan(receipt))).toEqual({ state: 'claimed', item, pieces, inStock: true })
  })

  it('learns that it has not been claimed yet', async () => {
    expect(answered(await scan(visitedTip(community)))).toMatchObject({ state: 'due', item, pieces })
  })

  it('learns that its days are over', async () => {
    const { receipt, voucher } = await voucherOf(() => claimedReward(community))
    set(community, 'vouchers', voucher._id, { until: addDays(today, -1) })
    expect(answered(await scan(receipt))).toMatchObject({ state: 'expired' })
    expect(refusal(await handOver(receipt)).code).toBe('eventNotAllowed')
  })

  it('learns that it has not so many left', async () => {
    const receipt = await claimedReward(community, { place: 'qinghe-3-1-1-1' })
    const shown = answered(await scan(receipt, 'officer-3', 'qinghe-3'))
    expect(shown).toMatchObject({ state: 'claimed', inStock: false })
  })

  it.each<[what: string, events: TipEvent[]]>([
    ['nobody has opened', []],
    ['somebody is looking into', ['see']],
    ['turned out to be wrong', ['see', 'refute']],
    ['was told out of malice', ['see', 'suspect', 'accuse', 'condemn']],
    ['was joined to another', ['join']],
  ])('learns no more of a tip that %s than of no tip at all', async (_what, events) => {
    const wrong = await scan(newReceipt(), 'street-officer')
    expect(refusal(wrong).code).toBe('notFound')
    expect(await scan(visitedTip(community, { events }), 'desk-1')).toEqual(wrong)
  })

  it('nor of one whose teller wanted no reward', async () => {
    const receipt = visitedTip(community, { rewarded: false })
    expect(await scan(receipt)).toEqual(await scan(newReceipt()))
  })

  it('of another community learns nothing, nor does it hand anything over', async () => {
    const receipt = await claimedReward(community)
    const wrong = await scan(newReceipt(), 'officer-2', 'qinghe-2')
    expect(await scan(receipt, 'officer-2', 'qinghe-2')).toEqual(wrong)
    expect(await scan(visitedTip(community), 'officer-2', 'qinghe-2')).toEqual(wrong)
    expect(await handOver(receipt, 'officer-2', randomUUID(), 'qinghe-2')).toEqual(wrong)
    expect(refusal(wrong).code).toBe('notFound')
    expect(refusal(await scan(receipt, 'officer-2')).code).toBe('notFound')
    expect(refusal(await handOver(receipt, 'officer-2')).code).toBe('notFound')
  })

  it('of a community into which another was merged hands over what is due there', async () => {
    const { receipt, voucher } = await voucherOf(() => claimedReward(community))
    const place = demoPlaces.find(({ _id }) => _id === home)
    insert(community, 'places', [{ ...place, _id: 'merged', mergedInto: home, at: {} }])
    set(community, 'vouchers', voucher._id, { community: 'merged' })
    expect(answered(await handOver(receipt)).state).toBe('handedOver')
  })

  it('stands in a community: what lies below has none', async () => {
    const refused = await scan(newReceipt(), 'officer-1', 'qinghe-1-1')
    expect(refusal(refused).fields).toEqual({ place: 'placeTooNarrow' })
  })

  it('has another code before it than the receipt: with that nobody reads the tip, or says that it was received', async () => {
    const receipt = await claimedReward(community)
    const teller = community.as('teller-at-the-desk')
    const shown = async () => answered(await teller.letterbox.follow({ receipt })).deskCode
    const code = (await shown())!
    expect(code).toBe(deskCodeOf(receipt))
    const { rewards, letterbox } = community.as('desk-1')
    expect(answered(await rewards.scan({ place: home, code })).state).toBe('claimed')
    for (const part of [code.slice(0, 16), code.slice(2)]) {
      expect(refusal(await letterbox.follow({ receipt: part })).code).toBe('notFound')
      expect(refusal(await rewards.receive({ receipt: part })).code).toBe('notFound')
    }
    answered(await rewards.handOver({ place: home, code, submission: randomUUID() }))
    expect(await shown()).toBeNull()
  })

  it('is told of a receipt that it is one, without looking for it', async () => {
    const code = await claimedReward(community)
    const refused = await community.as('desk-1').rewards.scan({ place: home, code })
    expect(refusal(refused).fields).toEqual({ code: 'receiptAtDesk' })
  })

  it('asks the database as much for right and for wrong ones', async () => {
    const receipt = await claimedReward(community)
    await scan(newReceipt(), 'desk-4')
    const asked = async (code: string) =>
      (await community.costOf(() => scan(code, 'desk-4'))).map(({ action, collection }) =>
        [action, collection].join(' '),
      )
    const wrong = await asked(newReceipt())
    expect((await asked(receipt)).sort()).toEqual(wrong.sort())
    expect((await asked(visitedTip(community))).sort()).toEqual(wrong.sort())
    expect(wrong.length).toBeLessThanOrEqual(9)
  })

  it('is slowed after some wrong ones, but not the next desk', async () => {
    const receipt = await claimedReward(community)
    for (let wrong = 0; wrong < tipLimits.wrongOfADevice; wrong += 1) await scan(newReceipt(), 'desk-2')
    const { code, retryAfter } = refusal(await scan(receipt, 'desk-2'))
    expect(code).toBe('tooOften')
    expect(retryAfter).toBeGreaterThan(0)
    expect(answered(await scan(receipt, 'desk-3')).state).toBe('claimed')
  })

  it('is not slowed by right ones', async () => {
    const receipt = await claimedReward(community)
    for (let right = 0; right <= tipLimits.wrongOfADevice; right += 1)
      expect(answered(await scan(receipt, 'desk-4')).state).toBe('claimed')
  })
})

describe('handing over', () => {
  it('takes it from the stock, with a line in the ledger', async () => {
    const before = await stock()
    const receipt = await claimedReward(community)
    expect(answered(await handOver(receipt))).toEqual({ state: 'handedOver', item, pieces, inStock: true })
    const { lines, ...after } = await stock()
    expect(after.pieces).toBe(before.pieces - pieces)
    expect(lines[0]).toMatchObject({
      ...{ what: 'handedOver', pieces: -pieces, left: after.pieces, words: '', received: false },
      by: { name: '沈知秋', role: 'communityOfficer' },
    })
    expect(answered(await scan(receipt)).state).toBe('handedOver')
  })

  it('sent again is answered the same and done once', async () => {
    const before = await stock()
    const receipt = await claimedReward(community)
    const submission = randomUUID()
    const first = answered(await handOver(receipt, 'officer-1', submission))
    expect(answered(await handOver(receipt, 'officer-1', submission))).toEqual(first)
    expect((await stock()).pieces).toBe(before.pieces - pieces)
  })

  it('by another desk, or once more by the same, is refused: it has been handed over', async () => {
    const receipt = await claimedReward(community)
    const submission = randomUUID()
    answered(await handOver(receipt, 'officer-1', submission))
    const given = { code: 'rewardGiven' }
    expect(refusal(await handOver(receipt, 'desk-5')).fields).toEqual(given)
    expect(refusal(await handOver(receipt, 'officer-1')).fields).toEqual(given)
    expect(refusal(await handOver(receipt, 'desk-5', submission)).fields).toEqual(given)
  })

  it('is refused before it was claimed', async () => {
    expect(refusal(await handOver(visitedTip(community))).code).toBe('eventNotAllowed')
  })

  it('is refused where the stock is not enough, and possible when more has arrived', async () => {
    const claimed = () => claimedReward(community, { place: 'qinghe-4-1-1-1' })
    const give = async (receipt: string) => handOver(receipt, 'officer-4', randomUUID(), 'qinghe-4')
    await restocked(community, 2 * pieces - 1, 'qinghe-4')
    answered(await give(await claimed()))
    const receipt = await claimed()
    expect(refusal(await give(receipt)).fields).toEqual({ code: 'notEnoughStock' })
    expect((await stock('qinghe-4')).pieces).toBe(pieces - 1)
    await restocked(community, 1, 'qinghe-4')
    expect(answered(await give(receipt))).toMatchObject({ state: 'handedOver', inStock: false })
    expect((await stock('qinghe-4')).pieces).toBe(0)
  })

  it('is refused when the tip turned out otherwise after it was claimed', async () => {
    const receipt = await claimedReward(community)
    const hash = storedReceipt(community, receipt)
    const { _id } = stored<TipCase>(community, 'cases').find(({ body }) => body.receipt === hash)!
    set(community, 'cases', _id, { status: 'malicious' })
    expect(refusal(await handOver(receipt)).code).toBe('notFound')
    set(community, 'cases', _id, { status: 'confirmed' })
    expect(answered(await handOver(receipt)).state).toBe('handedOver')
  })

  it('pays once, although twenty desks scan and hand over at the same moment', async () => {
    const before = await stock()
    const receipt = await claimedReward(community)
    const answers = await Promise.all(RESTED.map((desk) => handOver(receipt, desk)))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    const others = answers.filter(({ ok }) => !ok).map((answer) => refusal(answer))
    expect(new Set(others.map(({ code }) => code))).toEqual(new Set(['invalidInput']))
    expect(others.map(({ fields }) => fields)).toEqual(others.map(() => ({ code: 'rewardGiven' })))
    expect((await stock()).pieces).toBe(before.pieces - pieces)
    expect((await stock()).version).toBe(before.version + 1)
  })
})

it('counts how long a reward lies at the desk from when it was claimed, not from the tip’s result', async () => {
  const at = new Date(Date.now() - 3 * 86_400_000)
  const { voucher } = await voucherOf(() => claimedReward(community, { at }))
  expect(voucher.until).toBe(addDays(today, claimDays))
})
