import { randomUUID } from 'node:crypto'
import type { Result } from '@contract/action'
import { tipLimits } from '@contract/letterbox'
import { usualTipping } from '@contract/usualTipping'
import { deskCodeOf } from '@kernel/tips/receipts'
import { answered, openCommunity, type Community } from './support/community'
import { householdStored } from './support/households'
import { arrived, telling, told } from './support/letters'
import { act, place } from './support/registrations'
import { claimedReward, restocked, visitedTip } from './support/rewards'
import { toldTip } from './support/tips'
import { meetingAt } from './support/twins'

const { pieces } = usualTipping.reward

let community: Community
beforeAll(async () => {
  community = await openCommunity()
  await restocked(community, 100 * pieces)
})
afterAll(() => community.close())

const as = () => community.as(`somebody-${randomUUID()}`)
const worker = () => community.as('worker-1-1').tips
const officer = () => community.as('officer-1').rewards
const opened = async () => answered(await worker().see(act(toldTip(community))))

/** Makes ready what somebody does, and answers how it is sent. */
type Ready = () => Promise<() => Promise<Result<unknown>>>

const acts: [what: string, ready: Ready][] = [
  [
    'the last tip of a day',
    async () => {
      const openid = `teller-${randomUUID()}`
      for (let sent = 1; sent < tipLimits.tipsADay; sent += 1) await told(community, openid)
      const tip = telling()
      return () => community.as(openid).letterbox.tell(tip)
    },
  ],
  [
    'an addition',
    async () => {
      const receipt = await arrived(community, `teller-${randomUUID()}`)
      const { letterbox } = as()
      const addition = { receipt, letter: randomUUID(), words: '还有' }
      return () => letterbox.add(addition)
    },
  ],
  [
    'a reward that is handed over',
    async () => {
      const code = deskCodeOf(await claimedReward(community))
      const handing = { place: 'qinghe-1', submission: randomUUID(), code }
      return () => officer().handOver(handing)
    },
  ],
  [
    'what has arrived',
    () => {
      const arrival = { place: 'qinghe-1', submission: randomUUID(), pieces: 1, words: '到货' }
      return Promise.resolve(() => officer().restock(arrival))
    },
  ],
  [
    'the result of a visit',
    async () => {
      const household = householdStored(community, place.building)
      const result = { ...act(await opened()), words: '没有', household }
      return () => worker().refute(result)
    },
  ],
  [
    'a joining',
    async () => {
      const joining = { ...act(await opened()), into: toldTip(community).id }
      return () => worker().join(joining)
    },
  ],
  [
    'the claim of a reward',
    () => {
      const [receipt, { rewards }] = [visitedTip(community), as()]
      return Promise.resolve(() => rewards.claim({ receipt }))
    },
  ],
]

it.each(acts)(
  '%s, sent twice, is answered twice at whichever request the two meet',
  async (_what, ready) => {
    let met = 0
    for (let nth = 1; ; nth += 1) {
      const both = await meetingAt(nth, await ready())
      if (!both) break
      met += 1
      expect([nth, both.first.ok, both.twin.ok]).toEqual([nth, true, true])
    }
    expect(met).toBeGreaterThan(1)
  },
  120_000,
)
