import { randomUUID } from 'node:crypto'
import { addDays } from '@contract/calendar'
import type { HouseholdDocument } from '@kernel/households/householdDocument'
import { answered, openCommunity, refusal, type Community } from './support/community'
import { dayWith, familyOf, four, opening, ownHousehold } from './support/families'
import { householdIn } from './support/households'
import { set, stored } from './support/keeping'
import { place, today } from './support/registrations'

let community: Community
beforeAll(async () => {
  community = await openCommunity()
})
afterAll(() => community.close())

let account = 0
const newcomer = () => `newcomer-${(account += 1)}`

const open = (openid: string, changes: Parameters<typeof opening>[0] = {}) =>
  community.as(openid).households.open(opening(changes))

const review = (openid: string, household: string) => community.as(openid).households.review({ household })

describe('opening a household', () => {
  it('takes a family of four who share one telephone', async () => {
    const family = await familyOf(community, 'resident-1')
    expect(family.members.map(({ name, phone }) => [name, phone])).toEqual(
      four.map(({ name }) => [name, '13800001234']),
    )
    expect(family).toMatchObject({
      version: 1,
      door: '2 单元 301',
      reportedOn: null,
      remindHour: null,
      phones: 1,
      contact: { name: '王秀英' },
      rules: { feverFrom: 37.3 },
      days: [],
      calls: [],
    })
    expect(family.place.names).not.toContain('第一网格')
  })

  it('opens one household, however often and however quickly it is sent', async () => {
    const openid = newcomer()
    const sent = opening()
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => community.as(openid).households.open(sent)),
    )
    const again = await community.as(openid).households.open(sent)
    expect(new Set([...answers, again].map((one) => answered(one).id))).toEqual(new Set([sent.submission]))
    expect(answered(await community.as(openid).households.mine({}))).toHaveLength(1)
  })

  it('refuses a submission that said something else before, or that was somebody else’s', async () => {
    const [openid, other] = [newcomer(), newcomer()]
    const sent = opening()
    answered(await community.as(openid).households.open(sent))
    expect(refusal(await open(openid, { ...sent, door: '302' })).code).toBe('submissionTaken')
    expect(refusal(await community.as(other).households.open(sent)).code).toBe('submissionTaken')
  })

  it.each([
    ['a whole community', { place: 'qinghe-1' }, { place: 'placeTooWide' }],
    ['a place that does not exist', { place: 'nowhere' }, { place: 'placeUnknown' }],
    ['nobody at all', { members: [] }, { members: 'required' }],
    [
      'a family that cannot be called',
      { members: four.map((one) => ({ ...one, phone: '' })) },
      { 'members.0.phone': 'phoneNeeded' },
    ],
    [
      'the same document twice',
      { members: [four[0]!, { ...four[3]!, document: four[0]!.document }] },
      { 'members.1.document.number': 'repeated' },
    ],
    ['more than twenty', { members: Array.from({ length: 21 }, () => four[3]!) }, { members: 'tooMany' }],
  ])('refuses %s, and stores nothing', async (_what, changes, faults) => {
    const openid = newcomer()
    expect(refusal(await open(openid, changes)).fields).toEqual(faults)
    expect(answered(await community.as(openid).households.mine({}))).toEqual([])
  })

  it('is possible for five households of an account, not for a sixth', async () => {
    const openid = newcomer()
    for (let n = 0; n < 5; n += 1) await familyOf(community, openid)
    expect(refusal(await open(openid)).fields).toEqual({ place: 'householdsFull' })
    expect(answered(await community.as(openid).households.mine({}))).toHaveLength(5)
  })

  it('seals names, telephones, documents and the door', async () => {
    const { id } = await familyOf(community, newcomer())
    const kept = JSON.stringify(householdIn(community, id))
    for (const secret of ['方小棠', '13800001234', '11010519491231002X', 'E12345678', '单元']) {
      expect(kept).not.toContain(secret)
    }
  })
})

describe('a household that staff open', () => {
  const byStaff = { how: 'door' as const, members: four.map((one) => ({ ...one, phone: '' })) }

  it('needs no telephone, and belongs to no account', async () => {
    const entered = answered(await open('steward', byStaff))
    expect(entered.members.map(({ name, phone }) => name + phone)).toEqual([
      '方*棠',
      '方*棠',
      '方*棠',
      '方*棠',
    ])
    expect(entered.door).toBe('')
    expect(householdIn(community, entered.id)).toMatchObject({
      accounts: [],
      enteredBy: { actor: 'steward', name: '谭有余' },
    })
    expect(answered(await community.as('steward').households.mine({}))).toEqual([])
  })

  it('stands at a place of theirs', async () => {
    expect(refusal(await open('steward', { ...byStaff, place: place.elsewhere })).fields).toEqual({
      place: 'placeNotYours',
    })
  })

  it('is opened by nobody who only says to be staff', async () => {
    expect(refusal(await open(newcomer(), byStaff)).code).toBe('notAllowed')
    expect(refusal(await open('gate-keeper', byStaff)).code).toBe('notAllowed')
  })

  it('is not shown again, by sending it again, to who is no longer responsible', async () => {
    const sent = opening(byStaff)
    answered(await community.as('steward').households.open(sent))
    set(community, 'households', sent.submission, { at: { street: 'another' } })
    expect(refusal(await community.as('steward').households.open(sent)).code).toBe('submissionTaken')
  })
})

describe('my households', () => {
  it('cost one database request', async () => {
    const openid = newcomer()
    await familyOf(community, openid)
    await familyOf(community, openid, { place: place.compound })
    await community.as(openid).households.mine({})
    const requests = await community.costOf(() => community.as(openid).households.mine({}))
    expect(requests).toHaveLength(1)
  })

  it('show the reports of a day as they were corrected, and what each last said', async () => {
    const openid = newcomer()
    const { id, members } = await familyOf(community, openid)
    const [first] = members
    const { reports } = dayWith(today, { [first!.id]: 36.5 })
    const corrected = dayWith(today, { [first!.id]: 37.1 }).reports
    set(community, 'households', id, { days: [{ on: today, reports: [...reports, ...corrected] }] })
    const { days } = await ownHousehold(community, openid, id)
    expect(days).toEqual([
      { on: today, people: [expect.objectContaining({ person: first!.id, temperature: 37.1 })] },
    ])
  })

  it('are nobody else’s', async () => {
    await familyOf(community, newcomer())
    expect(answered(await community.as(newcomer()).households.mine({}))).toEqual([])
  })
})

describe('a household as staff see it', () => {
  it('is masked', async () => {
    const { id } = await familyOf(community, newcomer())
    const seen = answered(await review('worker-1-1', id))
    expect(
      seen.members.map(({ display, hasPhone, hasDocument }) => [display, hasPhone, hasDocument]),
    ).toEqual([
      ['方*棠', true, true],
      ['方*棠', true, false],
      ['方*棠', true, true],
      ['方*棠', true, false],
    ])
    const said = JSON.stringify(seen)
    for (const secret of ['方小棠', '13800001234', '11010519491231002X', '单元'])
      expect(said).not.toContain(secret)
  })

  it('is not there for staff of another place, just as one that does not exist', async () => {
    const { id } = await familyOf(community, newcomer())
    const elsewhere = refusal(await review('worker-2-1', id))
    expect(elsewhere).toEqual(refusal(await review('worker-2-1', randomUUID())))
    expect(elsewhere.code).toBe('notFound')
  })

  it('tells whose temperature has been the same for a week', async () => {
    const { id, members } = await familyOf(community, newcomer())
    const days = Array.from({ length: 8 }, (_, n) =>
      dayWith(addDays(today, -n), { [members[0]!.id]: 36.5, [members[1]!.id]: 36 + n / 10 }),
    )
    set(community, 'households', id, { days })
    expect(answered(await review('worker-1-1', id)).steady).toEqual([
      { person: members[0]!.id, temperature: 36.5, days: 8 },
    ])
  })

  it('names the other household in which the same person lives, only to who is responsible for both', async () => {
    const document = { kind: 'passport' as const, number: 'E55555555' }
    const her = { ...four[2]!, document }
    const own = await familyOf(community, newcomer(), { members: [her] })
    const other = await familyOf(community, newcomer(), { members: [her], place: place.elsewhere })
    expect(answered(await review('worker-1-1', own.id)).elsewhere).toEqual([])
    expect(answered(await review('street-officer', own.id)).elsewhere).toEqual([
      expect.objectContaining({ person: own.members[0]!.id, household: other.id, display: '方*棠' }),
    ])
  })

  it('costs four database requests at most', async () => {
    const { id, members } = await familyOf(community, newcomer())
    const unwell = stored<HouseholdDocument>(community, 'households')
      .find(({ _id }) => _id === id)!
      .members.map((one) => (one.id === members[0]!.id ? { ...one, episode: { case: 'c', number: 1 } } : one))
    set(community, 'households', id, { members: unwell })
    await review('worker-1-1', id)
    expect(await community.costOf(() => review('worker-1-1', id))).toHaveLength(4)
  })
})
