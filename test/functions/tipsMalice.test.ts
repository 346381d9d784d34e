import { randomUUID } from 'node:crypto'
import type { TipChanged } from '@contract/tips'
import { answered, openCommunity, refusal, type Community } from './support/community'
import { arrived, empty, tipSaying } from './support/letters'
import { act } from './support/registrations'
import { tipOf, toldTip } from './support/tips'

let community: Community
beforeAll(async () => {
  community = await openCommunity()
})
afterAll(() => community.close())

const as = (openid: string) => community.as(openid).tips
const WORKER = 'worker-1-1'
const FIRST = 'officer-1'
const SECOND = 'street-officer'
const THIRD = 'street-officer-2'

type Found = Pick<TipChanged, 'id' | 'version'>
const words = '邻居之间有纠纷，连着三次不实'
const spoken = (found: Found) => ({ ...act(found), words })

async function suspected(openid = WORKER, tip: Found = toldTip(community)): Promise<TipChanged> {
  const opened = answered(await as(openid).see(act(tip)))
  return answered(await as(openid).suspect(spoken(opened)))
}

const accused = async (tip?: Found) => answered(await as(FIRST).accuse(spoken(await suspected(WORKER, tip))))
const condemned = async (tip?: Found) => answered(await as(SECOND).condemn(spoken(await accused(tip))))

const eventsFor = async (openid: string, { id }: Found) =>
  answered(await as(openid).review({ case: id })).events

const toldOf = (openid: string, { id }: Found) =>
  community.cloud.wechat.outbox
    .latest(1000, openid)
    .filter(({ page }) => page === `staffTips/tip/index?id=${id}`)
    .map(({ fields }) => fields.phrase3)

/** A tip that its teller has appealed for, with its receipt. */
async function appealed(): Promise<{ tip: TipChanged; receipt: string }> {
  const said = `说法 ${randomUUID()}`
  const receipt = await arrived(community, `neighbour-${said}`, { words: said })
  const condemnedTip = await condemned({ id: tipSaying(community, said)._id, version: 1 })
  const appeal = { receipt, letter: randomUUID(), words: '我确实看到了' }
  answered(await community.as('anybody').letterbox.appeal(appeal))
  await empty(community)
  const { status, version } = tipOf(community, condemnedTip.id)
  return { tip: { id: condemnedTip.id, status, version }, receipt }
}

describe('a tip that seems malicious', () => {
  it('is put before an officer, who is told', async () => {
    const tip = await suspected()
    expect(tipOf(community, tip.id).todo).toMatchObject({
      role: 'communityOfficer',
      assignee: { openid: FIRST },
      urgency: 0,
    })
    expect(toldOf(FIRST, tip)).toEqual(['请您判断'])
  })

  it('is put before another officer by one who was there', async () => {
    const tip = await suspected(FIRST)
    expect(tipOf(community, tip.id).todo?.assignee?.openid).toBe(SECOND)
  })

  it('is not judged by a grid worker', async () => {
    const tip = await suspected()
    expect(refusal(await as(WORKER).accuse(spoken(tip))).code).toBe('eventNotAllowed')
  })

  it('is a mistake for whichever officer says so', async () => {
    const tip = await accused()
    expect(answered(await as(FIRST).clear(spoken(tip))).status).toBe('unfounded')
  })
})

describe('that it is malicious', () => {
  it('is said by two officers: the second is told, and closes it', async () => {
    const tip = await accused()
    expect(tipOf(community, tip.id).todo?.assignee?.openid).toBe(SECOND)
    expect(toldOf(SECOND, tip)).toEqual(['待您确认'])
    expect(answered(await as(SECOND).condemn(spoken(tip))).status).toBe('malicious')
    expect(tipOf(community, tip.id).todo).toBeNull()
  })

  it('is not said twice by the same account', async () => {
    const tip = await accused()
    expect(await eventsFor(FIRST, tip)).not.toContain('condemn')
    expect(refusal(await as(FIRST).condemn(spoken(tip))).code).toBe('notYourOwn')
  })

  it('is not said by whoever has suspected it, when somebody else has accused', async () => {
    const tip = answered(await as(SECOND).accuse(spoken(await suspected(FIRST))))
    expect(refusal(await as(FIRST).condemn(spoken(tip))).code).toBe('notYourOwn')
    expect(answered(await as(THIRD).condemn(spoken(tip))).status).toBe('malicious')
  })

  it('is handed to no colleague who may not say it', async () => {
    const tip = await accused()
    for (const colleague of [`post-${FIRST}`, `post-${WORKER}`]) {
      const answer = await as(SECOND).reassign({ ...act(tip), colleague, words: '' })
      expect(refusal(answer).fields).toEqual({ colleague: 'colleagueUnknown' })
    }
    answered(await as(SECOND).reassign({ ...act(tip), colleague: `post-${THIRD}`, words: '' }))
  })
})

describe('an appeal', () => {
  it('goes to an officer who has not decided, who is told', async () => {
    const { tip } = await appealed()
    expect(tip.status).toBe('appealed')
    expect(tipOf(community, tip.id).todo?.assignee?.openid).toBe(THIRD)
    expect(toldOf(THIRD, tip)).toEqual(['有人申诉'])
  })

  it.each([FIRST, SECOND])('is not heard by %s, who has decided', async (openid) => {
    const { tip } = await appealed()
    const events = await eventsFor(openid, tip)
    expect(events).not.toContain('pardon')
    expect(events).not.toContain('uphold')
    expect(refusal(await as(openid).pardon(spoken(tip))).code).toBe('notYourOwn')
    expect(refusal(await as(openid).uphold(spoken(tip))).code).toBe('notYourOwn')
  })

  it('is heard by a third, whose words the teller reads', async () => {
    const { tip, receipt } = await appealed()
    answered(await as(THIRD).pardon({ ...act(tip), words: '没有恶意的证据' }))
    const followed = answered(await community.as('anybody').letterbox.follow({ receipt }))
    expect(followed).toMatchObject({ status: 'unfounded', canAppeal: false })
    expect(followed.timeline.slice(-1)).toMatchObject([{ what: 'pardon', words: '没有恶意的证据' }])
  })

  it('that was right is not followed by another accusation', async () => {
    const { tip } = await appealed()
    const pardoned = answered(await as(THIRD).pardon(spoken(tip)))
    expect(await eventsFor(FIRST, tip)).not.toContain('accuse')
    expect(refusal(await as(FIRST).accuse(spoken(pardoned))).code).toBe('eventNotAllowed')
  })

  it('that was not right leaves it as it was', async () => {
    const { tip } = await appealed()
    expect(answered(await as(THIRD).uphold(spoken(tip))).status).toBe('malicious')
  })
})
