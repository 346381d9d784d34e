import { randomUUID } from 'node:crypto'
import type { CallReason, CallResult } from '@contract/calls'
import { demoPosts, staffPhones } from '../../local/demo/places'
import { answered, openCommunity, refusal, type Community } from './support/community'
import { insert, set } from './support/keeping'
import { demoHousehold, householdIn, householdStored } from './support/households'

const building = 'qinghe-1-1-1-1'
const beside = 'qinghe-1-1-1-2'
const elsewhere = 'qinghe-2-1-1-1'

let community: Community
beforeAll(async () => {
  community = await openCommunity()
})
afterAll(() => community.close())
// Here the same colleague calls more often than anybody would.
beforeEach(() => set(community, 'lookTallies', 'calls-worker-1-1', { recent: [], acts: [] }))

const begun = (household: string, changes: object = {}) => ({
  submission: randomUUID() as string,
  household,
  reason: 'notReported' as CallReason,
  ...changes,
})
const begin = (openid: string, household: string, changes: object = {}) =>
  community.as(openid).calls.begin(begun(household, changes))
const ended = (household: string, call: string, result: CallResult = 'answered', words = '') => ({
  household,
  call,
  result,
  words,
})

async function calling(openid: string, household: string, changes: object = {}) {
  const answer = answered(await begin(openid, household, changes))
  if (!('calling' in answer)) throw new Error('told of a call before')
  return answer.calling
}

const earlier = (id: string, minutes: number): void => {
  const [call, ...before] = householdIn(community, id).calls
  const at = new Date(Date.now() - minutes * 60_000)
  set(community, 'households', id, { calls: [{ ...call, at }, ...before] })
}

describe('who calls', () => {
  it('is shown the number, the name and the door, and that is written down', async () => {
    const household = householdStored(community, building)
    const call = await calling('worker-1-1', household)
    expect(call).toEqual({
      id: call.id,
      name: '方小棠',
      phone: '13800001234',
      door: '301',
    })
    const { calls, members } = householdIn(community, household)
    expect(calls).toEqual([
      {
        id: call.id,
        at: expect.any(Date) as Date,
        by: { account: 'worker-1-1', name: '王秀英', role: 'gridWorker', place: '青禾街道 春晓社区' },
        person: members[0]?.id,
        reason: 'notReported',
        isVisit: false,
        result: null,
        words: '',
      },
    ])
  })

  it('costs four database requests: the posts, the household, the pace, the write', async () => {
    await calling('worker-1-1', householdStored(community, building))
    const household = householdStored(community, building)
    const cost = await community.costOf(() => calling('worker-1-1', household))
    expect(cost.map(({ action, collection }) => `${action} ${collection}`)).toEqual([
      'database.getDocument staff',
      'database.getDocument households',
      'database.modifyDocument lookTallies',
      'database.modifyDocument households',
    ])
  })

  it('pages through no building: after thirty calls in an hour there is one a minute', async () => {
    const household = householdStored(community, elsewhere)
    const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000)
    const tally = (latest: number) => ({
      recent: [minutesAgo(latest), ...Array.from({ length: 29 }, () => minutesAgo(10))],
      acts: [],
      lastAt: minutesAgo(latest),
    })
    insert(community, 'lookTallies', [{ _id: 'calls-officer-2', ...tally(0.5), alertedAt: null }])
    const refused = refusal(await begin('officer-2', household))
    expect(refused.code).toBe('tooOften')
    expect(Math.round((refused.retryAfter ?? 0) / 10)).toBe(3)
    expect(householdIn(community, household).calls).toEqual([])
    set(community, 'lookTallies', 'calls-officer-2', tally(1.1))
    expect((await calling('officer-2', household)).phone).toBe('13800001234')
    // Who is told of a call before is shown nothing: that is no call.
    expect(answered(await begin('officer-2', household))).toHaveProperty('calledBefore')
  })

  it.each(['worker-1-1', 'officer-1', 'street-officer', 'steward'])('may be %s', async (openid) => {
    const household = householdStored(community, building)
    expect((await calling(openid, household)).phone).toBe('13800001234')
  })

  it.each([
    ['a grid worker of another grid', 'worker-1-2', building],
    ['an officer of another community', 'officer-2', building],
    ['a steward of the next building', 'steward', beside],
    ['a grid worker, far away', 'worker-1-1', elsewhere],
  ])('is not %s: for them it is not there', async (_, openid, place) => {
    const household = householdStored(community, place)
    const nowhere = refusal(await begin(openid, randomUUID()))
    expect(nowhere.code).toBe('notFound')
    expect(refusal(await begin(openid, household))).toEqual(nowhere)
    expect(refusal(await community.as(openid).calls.end(ended(household, randomUUID())))).toEqual(nowhere)
  })

  it.each(['resident-1', 'inspector', 'gate-keeper', 'administrator'])('is not %s', async (openid) => {
    const household = householdStored(community, building)
    expect(refusal(await begin(openid, household)).code).toBe('notAllowed')
  })

  it('leaves nothing of it in the logs', async () => {
    const household = householdStored(community, building)
    const call = await calling('worker-1-1', household)
    answered(await community.as('worker-1-1').calls.end(ended(household, call.id, 'busy', '明早再打')))
    const printed = community.printed.join('\n')
    for (const secret of ['13800001234', '方小棠', '301', '明早再打', household, 'worker-1-1'])
      expect(printed).not.toContain(secret)
  })
})

describe('whose number is shown', () => {
  const three = [
    { name: '方小棠' },
    { name: '方大棠', phone: '13800005678' },
    { name: '方老棠', phone: '13800009012' },
  ]

  it('is that of the first who has one', async () => {
    const household = householdStored(community, building, {}, three)
    expect(await calling('worker-1-1', household)).toMatchObject({ name: '方大棠', phone: '13800005678' })
  })

  it('is that of the person who is meant', async () => {
    const household = householdStored(community, building, {}, three)
    const person = householdIn(community, household).members[2]?.id
    expect(await calling('worker-1-1', household, { person })).toMatchObject({ name: '方老棠' })
  })

  it("is a relative's where the person who is meant has none", async () => {
    const household = householdStored(community, building, {}, three)
    const person = householdIn(community, household).members[0]?.id
    expect(await calling('worker-1-1', household, { person })).toMatchObject({ name: '方大棠' })
  })

  it('is none where nobody has one: the door is shown, and that somebody goes there is written down', async () => {
    const household = householdStored(community, building, {}, [{ name: '方小棠' }])
    expect(await calling('worker-1-1', household)).toMatchObject({ name: '方小棠', phone: '' })
    expect(householdIn(community, household).calls).toMatchObject([{ isVisit: true, result: null }])
  })

  it('is refused with the field where nobody of that household is meant', async () => {
    const household = householdStored(community, building, {}, three)
    expect(refusal(await begin('worker-1-1', household, { person: randomUUID() }))).toMatchObject({
      code: 'invalidInput',
      fields: { person: 'personUnknown' },
    })
    expect(householdIn(community, household).calls).toEqual([])
  })

  it('is never that of somebody who has left', async () => {
    const left = { on: '2026-01-01', why: 'movedOut' } as const
    const found = demoHousehold(building, {}, [{ name: '方小棠', phone: '13800001234' }, ...three])
    const [gone, ...others] = found.members
    insert(community, 'households', [{ ...found, members: [{ ...gone, left }, ...others] }])
    expect(await calling('worker-1-1', found._id)).toMatchObject({ name: '方大棠' })
    const refused = refusal(await begin('worker-1-1', found._id, { person: gone?.id, evenSo: true }))
    expect(refused.fields).toEqual({ person: 'personLeft' })
  })
})

describe('a household that was called shortly before', () => {
  it('is not called again without saying so: who called, when, and how it went', async () => {
    const household = householdStored(community, building)
    const first = await calling('worker-1-1', household)
    answered(await community.as('worker-1-1').calls.end(ended(household, first.id, 'noAnswer', '没人接')))
    expect(answered(await begin('officer-1', household))).toEqual({
      calledBefore: {
        id: first.id,
        at: expect.any(String) as string,
        by: { name: '王秀英', role: 'gridWorker', place: '青禾街道 春晓社区' },
        reason: 'notReported',
        isVisit: false,
        result: 'noAnswer',
        words: '没人接',
      },
    })
    expect(householdIn(community, household).calls).toHaveLength(1)
  })

  it('is called all the same by who knows of it', async () => {
    const household = householdStored(community, building)
    await calling('worker-1-1', household)
    await calling('officer-1', household, { evenSo: true })
    expect(householdIn(community, household).calls.map(({ by }) => by.account)).toEqual([
      'officer-1',
      'worker-1-1',
    ])
  })

  it.each([
    [119, 'calledBefore'],
    [121, 'calling'],
  ])('%s minutes later: %s', async (minutes, answer) => {
    const household = householdStored(community, building)
    await calling('worker-1-1', household)
    earlier(household, minutes)
    expect(answered(await begin('officer-1', household))).toHaveProperty(answer)
  })

  it('gives its number to exactly one of several who begin at the same moment', async () => {
    const household = householdStored(community, building)
    const colleagues = ['worker-1-1', 'officer-1', 'street-officer', 'steward']
    const answers = await Promise.all(colleagues.map((openid) => begin(openid, household)))
    expect(answers.filter((answer) => 'calling' in answered(answer))).toHaveLength(1)
    expect(householdIn(community, household).calls).toHaveLength(1)
  })

  it('is remembered for its last thirty calls', async () => {
    const household = householdStored(community, building)
    const first = await calling('worker-1-1', household)
    const [call] = householdIn(community, household).calls
    const calls = Array.from({ length: 30 }, () => ({ ...call, id: randomUUID() }))
    set(community, 'households', household, { calls })
    await calling('worker-1-1', household, { evenSo: true })
    const kept = householdIn(community, household).calls.map(({ id }) => id)
    expect([kept.length, kept.includes(first.id)]).toEqual([30, false])
  })
})

describe('a call that is begun twice by one tap', () => {
  it('is one call', async () => {
    const household = householdStored(community, building)
    const input = begun(household)
    const { begin: beginAs } = community.as('worker-1-1').calls
    const [one, other] = await Promise.all([beginAs(input), beginAs(input)])
    expect(answered(one)).toEqual(answered(other))
    expect(householdIn(community, household).calls).toHaveLength(1)
  })

  it('shows nothing hours later: the family may have changed its number since', async () => {
    const household = householdStored(community, building)
    const { id: submission } = await calling('worker-1-1', household)
    earlier(household, 121)
    expect(answered(await begin('worker-1-1', household, { submission }))).toMatchObject({
      calledBefore: { id: submission },
    })
  })

  it.each([
    ['somebody else', 'officer-1', {}],
    ['another reason', 'worker-1-1', { reason: 'unwell' }],
    ['another person', 'worker-1-1', { person: 'somebody' }],
  ])('is refused to %s', async (_, openid, changes) => {
    const household = householdStored(community, building)
    const { id: submission } = await calling('worker-1-1', household)
    expect(refusal(await begin(openid, household, { submission, ...changes })).code).toBe('submissionTaken')
  })
})

describe('how a call went', () => {
  it('is told once; again with the same words changes nothing', async () => {
    const household = householdStored(community, building)
    const { id } = await calling('worker-1-1', household)
    const { end } = community.as('worker-1-1').calls
    const line = answered(await end(ended(household, id, 'answered', '女儿 13912345678 会报')))
    expect(line).toMatchObject({ result: 'answered', words: '女儿 *********** 会报' })
    const { version } = householdIn(community, household)
    expect(answered(await end(ended(household, id, 'answered', '女儿 13912345678 会报')))).toEqual(line)
    expect(refusal(await end(ended(household, id, 'declined'))).code).toBe('eventNotAllowed')
    expect(householdIn(community, household).version).toBe(version)
  })

  it('is told by whoever called, and by nobody else', async () => {
    const household = householdStored(community, building)
    const { id } = await calling('worker-1-1', household)
    expect(refusal(await community.as('officer-1').calls.end(ended(household, id))).code).toBe('notYourOwn')
    expect(householdIn(community, household).calls[0]?.result).toBeNull()
  })
})

describe('a family that is called', () => {
  const number = staffPhones.get('worker-1-1') ?? ''
  const check = (household: string, phone: string, openid = 'resident-1') =>
    community.as(openid).calls.check({ household, phone })

  it('can check that the number is of somebody responsible, and when they called', async () => {
    const household = householdStored(community, building)
    await calling('worker-1-1', household)
    expect(answered(await check(household, number.replace(/^(...)/, '+86 $1 ')))).toEqual({
      caller: {
        name: '王秀英',
        role: 'gridWorker',
        place: { id: 'qinghe-1-1', level: 'grid', names: ['青禾街道', '春晓社区'] },
      },
      calledAt: householdIn(community, household).calls[0]?.at.toISOString(),
    })
  })

  it('learns that somebody responsible has not called of late', async () => {
    const household = householdStored(community, building)
    await calling('worker-1-1', household)
    earlier(household, 24 * 60 + 1)
    const answer = answered(await check(household, number))
    expect([answer.caller?.name, answer.calledAt]).toEqual(['王秀英', null])
  })

  it.each([
    ['nobody', '13912345678'],
    ['somebody who serves elsewhere', staffPhones.get('worker-2-1') ?? ''],
  ])('learns that a number is of %s', async (_, phone) => {
    const household = householdStored(community, building)
    expect(answered(await check(household, phone))).toEqual({ caller: null, calledAt: null })
  })

  it('is not told of a member of staff who is suspended', async () => {
    const household = householdStored(community, building)
    set(community, 'staff', 'post-worker-1-1', { active: false })
    const answer = answered(await check(household, number))
    set(community, 'staff', 'post-worker-1-1', { active: true })
    expect(answer.caller).toBeNull()
  })

  it('costs three database requests', async () => {
    const household = householdStored(community, building)
    expect(await community.costOf(() => check(household, number))).toHaveLength(3)
  })

  it('checks twenty numbers an hour, and then waits', async () => {
    const household = householdStored(community, building)
    const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000)
    const checks = [...Array.from({ length: 19 }, () => minutesAgo(1)), minutesAgo(50)]
    set(community, 'households', household, { checks })
    const refused = refusal(await check(household, number))
    expect(refused.code).toBe('tooOften')
    expect(Math.round((refused.retryAfter ?? 0) / 60)).toBe(10)
    set(community, 'households', household, { checks: [...checks.slice(1), minutesAgo(61)] })
    expect(answered(await check(household, number)).caller).not.toBeNull()
    expect(refusal(await check(household, number)).code).toBe('tooOften')
  })

  it.each(['resident-2', 'worker-1-1'])('is nobody but the family: not %s', async (openid) => {
    const household = householdStored(community, building)
    const notYours = refusal(await check(household, number, openid))
    expect(notYours).toEqual(refusal(await check(randomUUID(), number, openid)))
    expect(notYours.code).toBe('notFound')
  })
})

it('whoever also serves elsewhere calls by the post that covers the household', async () => {
  const other = demoPosts.find(({ openid }) => openid === 'worker-2-1')
  insert(community, 'staff', [{ ...other, _id: 'post-two', openid: 'worker-1-1' }])
  const household = householdStored(community, elsewhere)
  await calling('worker-1-1', household)
  expect(householdIn(community, household).calls[0]?.by.place).toBe('青禾街道 夏荷社区')
})
