import { randomUUID } from 'node:crypto'
import { addDays } from '@contract/calendar'
import type { HouseholdReportDraft } from '@contract/selfReport'
import type { HouseholdDocument } from '@kernel/households/householdDocument'
import { placeName } from '@kernel/placeDocument'
import { demoPlaces } from '../../local/demo/places'
import { answered, openCommunity, refusal, type Community } from './support/community'
import { householdIn } from './support/households'
import { set, stored } from './support/keeping'
import { place, today } from './support/registrations'
import { useFamilies, reportOf, well } from './support/reports'

let community: Community
beforeAll(async () => {
  community = await openCommunity()
})
afterAll(() => community.close())

const { newFamily, send: reporting } = useFamilies(() => community)
const reportsOf = ({ _id }: HouseholdDocument) =>
  householdIn(community, _id).days.flatMap(({ reports }) => reports)
const day = (days: number) => addDays(today, days)

describe('a family of four', () => {
  it('is reported with two database requests, though nobody has asked for their building before', async () => {
    const warm = newFamily()
    answered(await reporting(warm.account, reportOf(warm.family)))
    const building = demoPlaces.find(({ _id }) => _id === place.elsewhere)!
    const { account, family } = newFamily({ at: building.at, place: placeName(building) })
    const cost = await community.costOf(async () => answered(await reporting(account, reportOf(family))))
    expect(cost.map(({ action }) => action)).toEqual(['database.getDocument', 'database.modifyDocument'])
  })

  it('learns that nothing is left to do, and is given nobody to call', async () => {
    const { account, family } = newFamily()
    expect(answered(await reporting(account, reportOf(family)))).toEqual({
      ...{ household: family._id, version: 1, on: today, missing: [], unwell: [], registrations: [] },
      ...{ contact: null, telephones: [] },
    })
  })

  it('learns who is still missing', async () => {
    const { account, family } = newFamily()
    const [first, ...others] = family.members
    const half = reportOf({ ...family, members: [first!] })
    expect(answered(await reporting(account, half)).missing).toEqual(others.map(({ id }) => id))
  })

  it('is stored with what was said of each, the words sealed', async () => {
    const { account, family } = newFamily()
    const been = [{ region: '440304', detail: '外婆家', first: day(-2), last: day(-1) }]
    const test = { result: 'negative' as const, takenOn: today }
    const said = { temperature: '36。8', been, test, vaccination: 'full' as const, note: '昨天回来' }
    answered(await reporting(account, reportOf(family, [said])))
    const { days, members, reportedOn } = householdIn(community, family._id)
    expect(reportedOn).toBe(today)
    expect(days[0]?.reports[0]).toMatchObject({ how: 'self', by: { account, actor: 'owner', name: null } })
    expect(days[0]?.reports[0]?.people[0]).toMatchObject({
      ...{ person: members[0]?.id, temperature: 36.8, test, concerns: [] },
      been: [{ region: '440304', first: day(-2), last: day(-1) }],
    })
    expect(members[0]).toMatchObject({ last: { on: today, temperature: 36.8 }, vaccination: 'full' })
    const bytes = await community.storedBytes()
    for (const words of ['外婆家', '昨天回来']) expect(bytes.includes(words)).toBe(false)
  })

  it('tells of yesterday when its phone had no signal: today is still to be reported', async () => {
    const { account, family } = newFamily()
    answered(await reporting(account, reportOf(family, [], { on: day(-1) })))
    expect(householdIn(community, family._id).reportedOn).toBe(day(-1))
    answered(await reporting(account, reportOf(family)))
    const { reportedOn, days } = householdIn(community, family._id)
    expect([reportedOn, ...days.map(({ on }) => on)]).toEqual([today, today, day(-1)])
  })
})

describe('a report that is sent', () => {
  it('twice is stored once and answered the same', async () => {
    const { account, family } = newFamily()
    const report = reportOf(family)
    const first = answered(await reporting(account, report))
    expect(answered(await reporting(account, report))).toEqual(first)
    expect(reportsOf(family)).toHaveLength(1)
  })

  it('ten times at once is stored once', async () => {
    const { account, family } = newFamily()
    const report = reportOf(family)
    const answers = await Promise.all(Array.from({ length: 10 }, () => reporting(account, report)))
    answers.forEach(answered)
    expect(reportsOf(family)).toHaveLength(1)
    expect(householdIn(community, family._id).version).toBe(2)
  })

  it('again with other words is refused, so that no correction is lost', async () => {
    const { account, family } = newFamily()
    const report = reportOf(family)
    answered(await reporting(account, report))
    const other = { ...report, people: reportOf(family, [{ temperature: '38.5' }]).people }
    expect(refusal(await reporting(account, other)).code).toBe('submissionTaken')
    expect(refusal(await reporting(account, { ...report, on: day(-1) })).code).toBe('submissionTaken')
    expect(reportsOf(family)).toHaveLength(1)
  })

  it('by two phones of the family at once: both are kept', async () => {
    const { account, family } = newFamily()
    set(community, 'households', family._id, { accounts: [account, 'the-other-phone'] })
    const [one, two] = [family.members.slice(0, 2), family.members.slice(2)]
    const answers = await Promise.all([
      reporting(account, reportOf({ ...family, members: one })),
      reporting('the-other-phone', reportOf({ ...family, members: two })),
    ])
    answers.forEach(answered)
    expect(reportsOf(family)).toHaveLength(2)
    expect(householdIn(community, family._id).reportedOn).toBe(today)
  })

  it('a hundred times in a minute by one account is refused: when to try again is said, and few are stored', async () => {
    const { account, family } = newFamily()
    const answers = await Promise.all(Array.from({ length: 100 }, () => reporting(account, reportOf(family))))
    const refused = answers.flatMap((answer) => (answer.ok ? [] : [answer.error]))
    expect(reportsOf(family)).toHaveLength(5)
    expect(refused).toHaveLength(95)
    for (const error of refused) {
      expect(error.code).toBe('tooOften')
      expect(error.retryAfter).toBeGreaterThan(0)
      expect(error.retryAfter).toBeLessThanOrEqual(60)
    }
  })
})

describe('a household of somebody else', () => {
  it('is not there, and does not cost less than one that is not', async () => {
    const { family } = newFamily()
    const nowhere = { ...family, _id: randomUUID() }
    const [theirs, none] = [reportOf(family), reportOf(nowhere)]
    const answers = [await reporting('somebody', theirs), await reporting('somebody', none)]
    expect(refusal(answers[0]!)).toEqual(refusal(answers[1]!))
    expect(refusal(answers[0]!).code).toBe('notFound')
    const costs = [
      await community.costOf(() => reporting('somebody', theirs)),
      await community.costOf(() => reporting('somebody', none)),
    ].map((cost) => cost.map(({ action }) => action))
    expect(costs[0]).toEqual(costs[1])
    expect(householdIn(community, family._id)).toEqual(family)
  })

  it('is not there for staff of another grid or an administrator', async () => {
    const { family } = newFamily()
    for (const openid of ['worker-2-1', 'administrator']) {
      const answer = await reporting(openid, reportOf(family, [], { how: 'door' }))
      expect(refusal(answer).code).toBe('notFound')
    }
    expect(householdIn(community, family._id)).toEqual(family)
  })
})

describe('what is refused', () => {
  const left = { on: day(-1), why: 'movedOut' } as const
  const cases: [string, (family: HouseholdDocument) => Partial<HouseholdReportDraft>, object][] = [
    ['tomorrow', () => ({ on: day(1) }), { on: 'dayInFuture' }],
    ['three days ago', () => ({ on: day(-3) }), { on: 'dayTooLongAgo' }],
    [
      '45 degrees',
      (of) => reportOf(of, [{}, { temperature: '45' }]),
      { 'people.1.temperature': 'temperatureUnlikely' },
    ],
    [
      '12 degrees',
      (of) => reportOf(of, [{ temperature: '12' }]),
      { 'people.0.temperature': 'temperatureUnlikely' },
    ],
    ['somebody else’s child', () => ({ people: [well('nobody')] }), { 'people.0.person': 'personUnknown' }],
    ['who has moved out', (of) => reportOf(of), { 'people.3.person': 'personLeft' }],
    [
      'a county that is none',
      (of) => reportOf(of, [{ been: [{ region: '999999', first: today, last: today }] }]),
      { 'people.0.been.0.region': 'regionUnknown', 'people.3.person': 'personLeft' },
    ],
    [
      'a door, said by the family',
      (of) => ({ ...reportOf(of), how: 'door' }),
      { how: 'notAChoice', 'people.3.person': 'personLeft' },
    ],
    [
      'a symptom that is none',
      (of) => reportOf(of, [{ symptoms: ['sad' as never] }]),
      { 'people.0.symptoms.0': 'notAChoice' },
    ],
  ]

  it.each(cases)(
    '%s, naming the field, and nothing of the others is saved',
    async (_what, changes, fields) => {
      const { account, family } = newFamily()
      const moved = family.members.map((one, index) => (index === 3 ? { ...one, left } : one))
      set(community, 'households', family._id, { members: moved })
      const before = householdIn(community, family._id)
      const error = refusal(await reporting(account, { ...reportOf(family), ...changes(family) }))
      expect(error).toMatchObject({ code: 'invalidInput', fields })
      expect(householdIn(community, family._id)).toEqual(before)
      expect(stored(community, 'cases')).toEqual([])
    },
  )
})

describe('a report at the door', () => {
  it('is entered by the steward of the building, and says so', async () => {
    const { family } = newFamily()
    answered(await reporting('steward', reportOf(family, [], { how: 'door' })))
    expect(reportsOf(family)[0]).toMatchObject({
      how: 'door',
      by: { account: 'steward', actor: 'steward', name: '谭有余' },
    })
  })

  it('or on the telephone by the grid worker costs one request more: who they are', async () => {
    const { family } = newFamily()
    const cost = await community.costOf(async () =>
      answered(await reporting('worker-1-1', reportOf(family, [], { how: 'telephone' }))),
    )
    expect(cost).toHaveLength(3)
  })

  it('is not said by staff to be the family’s own', async () => {
    const { family } = newFamily()
    expect(refusal(await reporting('steward', reportOf(family))).fields).toEqual({ how: 'notAChoice' })
  })

  it('is for families without a phone as well', async () => {
    const { family } = newFamily({ accounts: [] })
    answered(await reporting('worker-1-1', reportOf(family, [], { how: 'door' })))
    expect(householdIn(community, family._id).reportedOn).toBe(today)
  })
})
