import { randomUUID } from 'node:crypto'
import { LEDGER_PAGE, STOCK_MOST, type LedgerLine, type Stock } from '@contract/rewards'
import { usualTipping } from '@contract/usualTipping'
import { deskCodeOf } from '@kernel/tips/receipts'
import type { LedgerLineDocument } from '@kernel/tips/stocks'
import { answered, openCommunity, refusal, type Community } from './support/community'
import { fireTimer, insert, stored } from './support/keeping'
import { claimedReward, restocked, withDesks } from './support/rewards'

const { pieces: reward, item } = usualTipping.reward

let community: Community
beforeAll(async () => {
  community = await openCommunity({ staff: withDesks(6) })
})
afterAll(() => community.close())

const rewards = (openid = 'street-officer') => community.as(openid).rewards
const stock = async (place: string) => answered(await rewards().stock({ place }))

/** Every line of a ledger, page by page, the latest first. */
async function allLines(place: string): Promise<LedgerLine[]> {
  const lines: LedgerLine[] = []
  let before: string | null | undefined
  do {
    const page: Stock = answered(await rewards().stock({ place, before }))
    lines.push(...page.lines)
    before = page.before
  } while (before !== null)
  return lines
}

describe('the stock of a community', () => {
  it('is empty before anything has arrived', async () => {
    expect(await stock('qinghe-7')).toEqual({
      place: { id: 'qinghe-7', level: 'community', names: ['青禾街道', '松风社区'] },
      ...{ item, pieces: 0, version: 0, lines: [], before: null },
    })
  })

  it('grows by what arrives, with who has put it there and why', async () => {
    const restock = { place: 'qinghe-2', submission: randomUUID(), pieces: 500, words: '街道送来' }
    const after = answered(await rewards('officer-2').restock(restock))
    expect(after).toEqual(await stock('qinghe-2'))
    expect(after).toMatchObject({ pieces: 500, version: 1 })
    expect(after.lines).toEqual([
      {
        ...{ id: restock.submission, what: 'restocked', pieces: 500, left: 500, words: '街道送来' },
        ...{ by: { name: '韩清和', role: 'communityOfficer' }, received: null },
        at: expect.any(String) as string,
      },
    ])
  })

  it('is corrected by a line of its own', async () => {
    await restocked(community, 100, 'qinghe-3')
    const after = await restocked(community, -30, 'qinghe-3')
    expect(after.pieces).toBe(70)
    expect(after.lines.map(({ pieces, left }) => [pieces, left])).toEqual([
      [-30, 70],
      [100, 100],
    ])
  })

  it.each([
    ['less than nothing', -71, 'notEnoughStock'],
    ['more than a community has', STOCK_MOST - 69, 'outOfRange'],
  ])('is never %s', async (_what, pieces, fault) => {
    const more = { place: 'qinghe-3', submission: randomUUID(), pieces, words: '盘点' }
    expect(refusal(await rewards().restock(more)).fields).toEqual({ pieces: fault })
    expect((await stock('qinghe-3')).pieces).toBe(70)
  })

  it('counts what arrives once, however often it is sent, and takes nothing else under the same id', async () => {
    const more = { place: 'qinghe-4', submission: randomUUID(), pieces: 40, words: '到货' }
    const answers = await Promise.all([1, 2, 3].map(() => rewards().restock(more)))
    expect(answers.map((answer) => answered(answer).pieces)).toEqual([40, 40, 40])
    for (const other of [{ pieces: 41 }, { words: '盘点' }, { place: 'qinghe-5' }])
      expect(refusal(await rewards().restock({ ...more, ...other })).code).toBe('submissionTaken')
    expect(refusal(await rewards('officer-4').restock(more)).code).toBe('submissionTaken')
    expect((await stock('qinghe-4')).pieces).toBe(40)
  })

  it('is nobody’s business in another community', async () => {
    for (const openid of ['officer-2', 'worker-1-1', 'administrator', 'resident-1']) {
      expect(['notFound', 'notAllowed']).toContain(
        refusal(await rewards(openid).stock({ place: 'qinghe-1' })).code,
      )
    }
    const [line] = (await stock('qinghe-2')).lines
    expect(refusal(await rewards().stock({ place: 'qinghe-3', before: line!.id })).code).toBe('notFound')
  })

  it('shows its ledger page by page', async () => {
    const place = 'qinghe-6'
    const after = await restocked(community, 1, place)
    const [{ _id: _first, ...line }] = stored<LedgerLineDocument>(community, 'rewardLedger').filter(
      ({ community: of }) => of === place,
    ) as [LedgerLineDocument]
    const numbers = Array.from({ length: LEDGER_PAGE + 2 }, (_, index) => after.version + 1 + index)
    const more = numbers.map((number) => ({ ...line, _id: randomUUID(), number, left: number }))
    insert(community, 'rewardLedger', more)
    const lines = await allLines(place)
    expect(lines.map(({ left }) => left)).toEqual([...numbers].reverse().concat(1))
    const cost = await community.costOf(() => stock(place))
    expect(cost.filter(({ collection }) => collection?.startsWith('reward'))).toHaveLength(2)
  })
})

it('ledgers and rewards are read by an index, however many there are', async () => {
  const place = 'qinghe-5'
  await restocked(community, 1, place)
  const [line] = stored<LedgerLineDocument>(community, 'rewardLedger').filter(
    ({ community: of }) => of === place,
  )
  const numbers = Array.from({ length: 1100 }, (_, index) => index + 2)
  const lines = numbers.map((number) => ({ ...line, _id: randomUUID(), number }))
  const keepUntil = new Date(Date.now() + 86_400_000)
  insert(community, 'rewardLedger', lines)
  insert(
    community,
    'vouchers',
    numbers.map((number) => ({ _id: `voucher-${number}`, keepUntil })),
  )
  const { before } = await stock(place)
  expect(answered(await rewards().stock({ place, before })).lines[0]?.id).toBe(lines[1099 - LEDGER_PAGE]?._id)
  await fireTimer(community)
})

it('is what its ledger adds up to, after many desks have restocked and handed over at once', async () => {
  const place = 'qinghe-1'
  const receipts = await Promise.all(Array.from({ length: 8 }, () => claimedReward(community)))
  await restocked(community, 4 * reward, place)
  const desks = ['officer-1', 'desk-1', 'desk-2', 'desk-3', 'desk-4', 'desk-5', 'desk-6']
  const deskOf = (index: number) => desks[index % desks.length]
  const acts = receipts.flatMap((receipt, index) => [
    () => rewards(deskOf(index)).handOver({ place, code: deskCodeOf(receipt), submission: randomUUID() }),
    () => rewards(deskOf(index + 1)).handOver({ place, code: deskCodeOf(receipt), submission: randomUUID() }),
    () =>
      rewards(deskOf(index + 2)).restock({
        ...{ place, submission: randomUUID(), words: '到货' },
        pieces: index % 3 === 0 ? -(index + 1) : index * 3 + 1,
      }),
  ])
  const shuffled = acts.sort(() => Math.random() - 0.5)
  const done: { ok: boolean }[] = []
  while (shuffled.length > 0) done.push(...(await Promise.all(shuffled.splice(0, 4).map((act) => act()))))

  const { pieces, version } = await stock(place)
  const lines = await allLines(place)
  expect(lines).toHaveLength(1 + done.filter(({ ok }) => ok).length)
  expect(version).toBe(lines.length)
  expect(lines.reduce((sum, line) => sum + line.pieces, 0)).toBe(pieces)
  const oldestFirst = [...lines].reverse()
  const sums = oldestFirst.map((_, index) =>
    oldestFirst.slice(0, index + 1).reduce((sum, line) => sum + line.pieces, 0),
  )
  expect(oldestFirst.map(({ left }) => left)).toEqual(sums)
  expect(Math.min(...sums)).toBeGreaterThanOrEqual(0)
  const paid = lines.filter(({ what }) => what === 'handedOver')
  expect(paid.map((line) => line.pieces)).toEqual(paid.map(() => -reward))
  expect(paid.length).toBeGreaterThan(0)
  expect(paid.length).toBeLessThanOrEqual(receipts.length)
})
