import { randomUUID } from 'node:crypto'
import { addDays, dayOf, instantAt } from '@contract/calendar'
import { retentionDays } from '@contract/keeping'
import type { TipEvent } from '@contract/tipMachine'
import { usualTipping } from '@contract/usualTipping'
import { deskCodeOf } from '@kernel/tips/receipts'
import type { VoucherDocument } from '@kernel/tips/vouchers'
import { answerInstead } from './support/answerInstead'
import { answered, openCommunity, refusal, type Community } from './support/community'
import { familyOf } from './support/families'
import { fireTimer, set, stored } from './support/keeping'
import { empty } from './support/letters'
import { place, registered, today } from './support/registrations'
import { claimedReward, restocked, visitedTip } from './support/rewards'
import { newReceipt } from './support/tips'

const { item, pieces, claimDays, aMonth } = usualTipping.reward

let community: Community
beforeAll(async () => {
  community = await openCommunity()
})
afterAll(() => community.close())

let person = 0
/** Somebody who has not claimed anything yet. */
const somebody = () => `neighbour-${(person += 1)}`
const claim = (receipt: string, openid = somebody()) => community.as(openid).rewards.claim({ receipt })
const receive = (receipt: string) => community.as(somebody()).rewards.receive({ receipt })
const daysAgo = (days: number) => instantAt(addDays(today, -days), 9)
const vouchers = () => stored<VoucherDocument>(community, 'vouchers')

const claimed = {
  ...{ state: 'claimed', item, pieces, place: '春晓社区', desk: '', until: addDays(today, claimDays) },
}

describe('the reward of a confirmed tip', () => {
  it('is claimed with its receipt', async () => {
    expect(answered(await claim(visitedTip(community)))).toEqual(claimed)
  })

  it('is due until so many days after the result', async () => {
    const receipt = visitedTip(community, { at: daysAgo(claimDays) })
    expect(answered(await claim(receipt))).toEqual(claimed)
    const late = visitedTip(community, { at: daysAgo(claimDays + 1) })
    expect(refusal(await claim(late)).code).toBe('eventNotAllowed')
  })

  it('is handed over by whoever the place belongs to, where that is wider than a community', async () => {
    const receipt = visitedTip(community, { place: 'qinghe' })
    expect(answered(await claim(receipt)).place).toBe('青禾街道')
  })

  it('claimed again is the same reward, from whichever phone', async () => {
    const receipt = await claimedReward(community)
    const before = vouchers().length
    expect(answered(await claim(receipt))).toEqual(claimed)
    expect(vouchers()).toHaveLength(before)
  })

  it('shows for whoever follows the tip', async () => {
    const receipt = visitedTip(community)
    const reward = async () => answered(await community.as('whoever').letterbox.follow({ receipt })).reward
    expect(await reward()).toMatchObject({ state: 'due', until: addDays(today, claimDays) })
    answered(await claim(receipt))
    expect(await reward()).toEqual(claimed)
  })
})

const resumed: TipEvent[] = ['see', 'leaveOpen', 'resume']

describe('there is no reward to claim', () => {
  it.each<[what: string, events: TipEvent[]]>([
    ['nobody has opened', []],
    ['somebody is looking into', ['see']],
    ['turned out to be known', ['see', 'alreadyKnown']],
    ['turned out to be wrong', ['see', 'refute']],
    ['could not be determined', ['see', 'leaveOpen']],
    ['is looked into once more', resumed],
    ['was joined to another', ['join']],
    ['was suspected to be malice', ['see', 'suspect']],
    ['was told out of malice', ['see', 'suspect', 'accuse', 'condemn']],
    ['was pardoned', ['see', 'suspect', 'accuse', 'condemn', 'appeal', 'pardon']],
    ['was confirmed, and is looked into again', ['see', 'confirm', 'reopen']],
  ])('for a tip that %s', async (_what, events) => {
    expect(refusal(await claim(visitedTip(community, { events }))).code).toBe('eventNotAllowed')
  })

  it('for a tip whose teller wanted none or gets none', async () => {
    const receipt = visitedTip(community, { rewarded: false })
    expect(refusal(await claim(receipt)).code).toBe('eventNotAllowed')
  })

  it('for a tip that is still in the letterbox', async () => {
    const telling = { letter: randomUUID(), kind: 'other', place: place.building, words: '看到的事' }
    const { tell } = community.as(somebody()).letterbox
    const { receipt } = answered(await tell({ ...telling, seen: { on: today } }))
    expect(refusal(await claim(receipt)).code).toBe('eventNotAllowed')
  })

  it('for digits that are no receipt', async () => {
    expect(refusal(await claim(newReceipt())).code).toBe('notFound')
  })
})

describe('a reward is not for', () => {
  const none = (fault: string) => ({ receipt: fault })

  it.each([
    ['whoever goes there', 'worker-1-1'],
    ['an officer above', 'street-officer'],
    ['whoever looks after the building', 'steward'],
  ])('%s', async (_who, openid) => {
    const receipt = visitedTip(community)
    expect(refusal(await claim(receipt, openid)).fields).toEqual(none('rewardOnDuty'))
    expect(answered(await claim(receipt))).toEqual(claimed)
  })

  it('but for staff of elsewhere', async () => {
    expect(answered(await claim(visitedTip(community), 'worker-2-1'))).toEqual(claimed)
  })

  it('the household of that very door, but for their neighbours', async () => {
    const family = somebody()
    await familyOf(community, family)
    const own = visitedTip(community, { where: '2单元301门口' })
    expect(refusal(await claim(own, family)).fields).toEqual(none('rewardOwnHousehold'))
    const other = visitedTip(community, { where: '2单元401门口' })
    expect(answered(await claim(other, family))).toEqual(claimed)
  })

  it('whoever has been registered because of it', async () => {
    const { id } = await registered(community, 'resident-1')
    const receipt = visitedTip(community, { leadsTo: id })
    expect(refusal(await claim(receipt, 'resident-1')).fields).toEqual(none('rewardOwnHousehold'))
    expect(answered(await claim(receipt))).toEqual(claimed)
  })

  it('who has had as many this month as there are', async () => {
    const teller = somebody()
    const receipts = Array.from({ length: aMonth }, () => visitedTip(community))
    for (const receipt of receipts) answered(await claim(receipt, teller))
    const more = visitedTip(community)
    expect(refusal(await claim(more, teller)).fields).toEqual(none('rewardsThisMonth'))
    // What they have claimed stays claimed, and what they may not claim is there for another.
    expect(answered(await claim(receipts[0]!, teller))).toEqual(claimed)
    expect(answered(await claim(more))).toEqual(claimed)
  })
})

describe('what counts for the month', () => {
  const canClaim = async (teller: string, many: number) => {
    for (let index = 0; index < many; index += 1) answered(await claim(visitedTip(community), teller))
    expect(refusal(await claim(visitedTip(community), teller)).code).toBe('invalidInput')
  }

  it('is a receipt once, however often it is claimed at the same moment', async () => {
    const teller = somebody()
    const receipt = visitedTip(community)
    const answers = await Promise.all(Array.from({ length: 3 }, () => claim(receipt, teller)))
    expect(answers.map(answered)).toEqual(answers.map(() => claimed))
    await canClaim(teller, aMonth - 1)
  })

  it('is nothing that could not be stored', async () => {
    const teller = somebody()
    const receipt = visitedTip(community)
    const end = answerInstead('database.insertDocument', (usual) => (fields, context) => {
      if ((fields as { collectionName: string }).collectionName === 'vouchers')
        throw new Error('the database is away')
      return usual(fields, context)
    })
    expect(refusal(await claim(receipt, teller)).code).toBe('internal')
    end()
    await canClaim(teller, aMonth)
  })

  it('is over with the month', async () => {
    const teller = somebody()
    await canClaim(teller, aMonth)
    const month = dayOf(new Date()).slice(0, 7)
    const before = stored<{ _id: string; period: string }>(community, 'paces')
    const ofMonth = before.filter(({ period }) => period === month)
    // As the letterbox does when another month has begun.
    for (const { _id } of ofMonth) set(community, 'paces', _id, { period: '2020-01' })
    await empty(community)
    expect(stored<{ period: string }>(community, 'paces').some(({ period }) => period === '2020-01')).toBe(
      false,
    )
    await canClaim(teller, aMonth)
  })
})

describe('that it was received', () => {
  it('is said after it was handed over, and shows in the ledger', async () => {
    await restocked(community, pieces)
    const receipt = await claimedReward(community)
    expect(refusal(await receive(receipt)).code).toBe('eventNotAllowed')
    const { handOver, stock } = community.as('officer-1').rewards
    answered(await handOver({ place: 'qinghe-1', code: deskCodeOf(receipt), submission: randomUUID() }))
    const latest = async () => answered(await stock({ place: 'qinghe-1' })).lines[0]
    expect(await latest()).toMatchObject({ what: 'handedOver', received: false })

    expect(answered(await receive(receipt))).toEqual({ ...claimed, state: 'received' })
    expect(await latest()).toMatchObject({ what: 'handedOver', received: true })
    expect(answered(await receive(receipt))).toMatchObject({ state: 'received' })
    expect(answered(await claim(receipt))).toMatchObject({ state: 'received' })
  })

  it('is not for digits that are no receipt', async () => {
    expect(refusal(await receive(newReceipt())).code).toBe('notFound')
  })
})

it('a reward is forgotten so long after its last day as a tip is kept', async () => {
  const receipt = await claimedReward(community)
  const ids = new Set(vouchers().map(({ _id }) => _id))
  const newest = vouchers().find(({ keepUntil }) => keepUntil > new Date())!
  expect(newest.keepUntil).toEqual(instantAt(addDays(newest.until, retentionDays.tip + 1), 0))
  for (const id of ids) set(community, 'vouchers', id, { keepUntil: new Date() })
  await fireTimer(community)
  expect(vouchers()).toEqual([])
  expect(refusal(await receive(receipt)).code).toBe('notFound')
})
