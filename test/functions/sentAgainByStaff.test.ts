import { randomUUID } from 'node:crypto'
import type { CallReason } from '@contract/calls'
import { answered, openCommunity, refusal, type Community } from './support/community'
import { alone, unwell } from './support/episodes'
import { householdIn, householdStored } from './support/households'
import { set } from './support/keeping'
import { act } from './support/registrations'

const building = 'qinghe-1-1-1-1'
const RISKY = '测试违规'

let community: Community
beforeAll(async () => {
  community = await openCommunity()
})
afterAll(() => community.close())

const worker = () => community.as('worker-1-1')

describe('whoever has begun a call, did not hear the answer, and begins it again', () => {
  const three = [
    { name: '方小棠' },
    { name: '方大棠', phone: '13800005678' },
    { name: '方老棠', phone: '13800009012' },
  ]

  async function called(index?: number) {
    const household = householdStored(community, building, {}, three)
    const person = index === undefined ? undefined : householdIn(community, household).members[index]!.id
    const reason: CallReason = 'notReported'
    const input = { submission: randomUUID() as string, household, reason, ...(person && { person }) }
    return { household, input, first: answered(await worker().calls.begin(input)) }
  }

  /** What the household has become meanwhile. */
  const become = (household: string, index: number, changes: object): void => {
    const { members } = householdIn(community, household)
    set(community, 'households', household, {
      members: members.map((one, at) => (at === index ? { ...one, ...changes } : one)),
    })
  }

  it('is shown the same number, though the first of them has one now', async () => {
    const { household, input, first } = await called()
    const { phone, phoneKey } = householdIn(community, household).members[2]!
    become(household, 0, { phone, phoneKey })
    expect(answered(await worker().calls.begin(input))).toEqual(first)
  })

  it.each([undefined, 1])('is told of the call, though that person has left since', async (index) => {
    const { household, input } = await called(index)
    become(household, 1, { left: { on: '2026-01-01', why: 'movedOut' } })
    expect(answered(await worker().calls.begin(input))).toMatchObject({
      calledBefore: { id: input.submission, by: { name: '王秀英' } },
    })
  })

  it('is told of the call, though that person was a mistake', async () => {
    const { household, input } = await called(1)
    const { members } = householdIn(community, household)
    set(community, 'households', household, { members: members.filter((_, index) => index !== 1) })
    expect(answered(await worker().calls.begin(input))).toMatchObject({
      calledBefore: { id: input.submission },
    })
    expect(householdIn(community, household).calls).toHaveLength(1)
  })
})

describe('words that WeChat could not be asked about, and takes no longer when they are sent again', () => {
  /** Does it while WeChat does not know the account, and then again. */
  async function twice<T>(send: () => Promise<T>): Promise<[T, T]> {
    const unknown = jest.spyOn(community.cloud.wechat.visits, 'isRecent').mockReturnValue(false)
    const first = await send().finally(() => unknown.mockRestore())
    return [first, await send()]
  }

  async function seen() {
    const { healthAlerts } = worker()
    const id = await unwell(community, alone(community))
    answered(await healthAlerts.see(act(answered(await healthAlerts.review({ case: id })))))
    return act(answered(await healthAlerts.review({ case: id })))
  }

  it.each(['note', 'followUp'] as const)('are there: %s', async (event) => {
    const input = { ...(await seen()), words: RISKY }
    const [first, again] = await twice(() => worker().healthAlerts[event](input))
    expect(answered(again)).toEqual(answered(first))
  })

  it('are there: what an episode turned out to be', async () => {
    const input = { ...(await seen()), ending: 'recovered' as const, words: RISKY }
    const [first, again] = await twice(() => worker().healthAlerts.close(input))
    expect(answered(again)).toEqual(answered(first))
  })

  it('are there: why it was handed on', async () => {
    const input = { ...(await seen()), colleague: 'post-officer-1', words: RISKY }
    const [first, again] = await twice(() => worker().healthAlerts.reassign(input))
    expect(answered(again)).toEqual(answered(first))
  })

  it('are there: how a call went, and nothing else is', async () => {
    const household = householdStored(community, building)
    const submission: string = randomUUID()
    answered(await worker().calls.begin({ submission, household, reason: 'notReported' }))
    const told = { household, call: submission, result: 'answered' as const, words: RISKY }
    const [first, again] = await twice(() => worker().calls.end(told))
    expect(answered(again)).toEqual(answered(first))
    const other = { ...told, result: 'busy' as const }
    expect(refusal(await worker().calls.end(other)).fields).toEqual({ words: 'offends' })
  })

  it('are there: what a visit has found', async () => {
    const household = householdStored(community, building)
    const visit = { submission: randomUUID() as string, household, result: 'answered' as const, words: RISKY }
    const [first, again] = await twice(() => worker().calls.visit(visit))
    expect(answered(again)).toEqual(answered(first))
    expect(householdIn(community, household).calls).toHaveLength(1)
  })

  it('are refused where nothing of the kind was said', async () => {
    const input = { ...(await seen()), words: RISKY }
    expect(refusal(await worker().healthAlerts.note(input)).fields).toEqual({ words: 'offends' })
  })
})
