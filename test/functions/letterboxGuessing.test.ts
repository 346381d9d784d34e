import { tipLimits } from '@contract/letterbox'
import type { PaceDocument } from '@kernel/pacing'
import { answered, openCommunity, refusal, type Community } from './support/community'
import { asIntruder } from './support/intruder'
import { set, stored } from './support/keeping'
import { arrived, telling, tipSaying, told } from './support/letters'
import { newReceipt } from './support/tips'

let community: Community
let receipt: string
beforeAll(async () => {
  community = await openCommunity()
  receipt = await arrived(community, 'teller', { words: '在这里' })
})
afterAll(() => community.close())
beforeEach(() =>
  asIntruder(community, (store) => {
    store.update('paces', {}, { $set: { count: 0 } }, { multi: true })
  }),
)

const follow = (openid: string, code: string) => community.as(openid).letterbox.follow({ receipt: code })

/** Names so many codes that lead to nothing. */
async function guess(openid: string, times: number): Promise<void> {
  for (let time = 0; time < times; time += 1)
    expect(refusal(await follow(openid, newReceipt())).code).toBe('notFound')
}

describe('a device that guesses', () => {
  it('has ten wrong codes an hour, then waits, with a right one too', async () => {
    await guess('guesser', tipLimits.wrongOfADevice)
    for (const code of [newReceipt(), receipt]) {
      const { code: why, retryAfter } = refusal(await follow('guesser', code))
      expect(why).toBe('tooOften')
      expect(retryAfter).toBeGreaterThan(0)
      expect(retryAfter).toBeLessThanOrEqual(3600)
    }
  })

  it('does not keep another device from the tip', async () => {
    await guess('guesser', tipLimits.wrongOfADevice)
    expect(answered(await follow('teller', receipt)).status).toBe('told')
  })

  it('does not get one try more when it tries a hundred at once', async () => {
    const answers = await Promise.all(Array.from({ length: 100 }, () => follow('quick', newReceipt())))
    const codes = answers.map((answer) => refusal(answer).code)
    expect(codes.filter((code) => code === 'notFound')).toHaveLength(tipLimits.wrongOfADevice)
    expect(codes.filter((code) => code === 'tooOften')).toHaveLength(100 - tipLimits.wrongOfADevice)
  })

  it('is one whose codes are wrong: right ones are not counted', async () => {
    for (let time = 0; time < 2 * tipLimits.wrongOfADevice; time += 1)
      answered(await follow('teller', receipt))
    await guess('teller', tipLimits.wrongOfADevice)
  })
})

describe('where others have used up what is allowed', () => {
  /** The two counts that are of everybody here: of the network, and of all. */
  const shared = () => stored<PaceDocument>(community, 'paces').filter(({ count }) => count === 7)

  it.each([0, 1])('of the network or in all, those are refused who were wrong three times', async (which) => {
    await guess('often-wrong', 3)
    await guess('mistaken', 2)
    await guess('somebody', 2)
    expect(shared()).toHaveLength(2)
    set(community, 'paces', shared()[which]?._id ?? '', { count: tipLimits.wrongInAll })

    expect(refusal(await follow('often-wrong', receipt)).code).toBe('tooOften')
    expect(answered(await follow('mistaken', receipt)).status).toBe('told')
    expect(answered(await follow('newcomer', receipt)).status).toBe('told')
    expect(refusal(await follow('newcomer', newReceipt())).code).toBe('notFound')
  })

  it('what is refused is not counted', async () => {
    await guess('often-wrong', 3)
    await guess('mistaken', 2)
    await guess('somebody', 2)
    const [one] = shared()
    set(community, 'paces', one?._id ?? '', { count: tipLimits.wrongInAll })
    const before = stored<PaceDocument>(community, 'paces')
    expect(refusal(await follow('often-wrong', receipt)).code).toBe('tooOften')
    expect(stored<PaceDocument>(community, 'paces')).toEqual(before)
  })
})

describe('right and wrong codes', () => {
  const costOf = async (code: string) => {
    const cost = await community.costOf(() => follow('measured', code))
    return cost.map(({ action, collection }) => `${action} ${collection}`).sort()
  }

  it('cost the same database requests', async () => {
    await follow('measured', receipt)
    await guess('measured', 1)
    const right = await costOf(receipt)
    expect(await costOf(newReceipt())).toEqual(right)
    expect(right).toHaveLength(7)
  })

  it('cost the same where the tip is still in the letterbox', async () => {
    const waiting = await told(community, 'teller-2', telling())
    await follow('measured', waiting)
    const right = await costOf(waiting)
    expect(await costOf(newReceipt())).toEqual(right)
  })

  it('that lead nowhere, or to what is being deleted, are refused with the same words', async () => {
    const { _id } = tipSaying(community, '在这里')
    set(community, 'cases', _id, { deletion: 'deletion-1' })
    const gone = refusal(await follow('reader', receipt))
    set(community, 'cases', _id, { deletion: null })
    expect(gone).toEqual(refusal(await follow('reader', newReceipt())))
    expect(gone.code).toBe('notFound')
  })
})
