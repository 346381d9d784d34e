import { addDays } from '@contract/calendar'
import type { Case } from '@kernel/caseEvents'
import type { HouseholdDocument } from '@kernel/households/householdDocument'
import type { PersonDocument } from '@kernel/people'
import { answerInstead } from './support/answerInstead'
import { answered, openCommunity, refusal, type Community } from './support/community'
import { householdIn } from './support/households'
import { set, stored } from './support/keeping'
import { act, answersOf, place, today } from './support/registrations'
import { reportOf, useFamilies } from './support/reports'
import { areaOf, rulingDocuments } from './support/rulings'

let community: Community
beforeAll(async () => {
  community = await openCommunity(rulingDocuments([areaOf('510107', 'high')]))
})
afterAll(() => community.close())

const day = (days: number) => addDays(today, days)
const been = [{ region: '510107', detail: '菜市场旁', first: day(-3), last: day(-1) }]

const { newFamily, send, reporting } = useFamilies(() => community)
const own = (account: string) => community.as(account).returnee
const registrationsOf = ({ members: [first] }: HouseholdDocument, by: string) =>
  stored<Case>(community, 'cases').filter(({ owner, kind }) => first && owner === by && kind === 'returnee')

describe('whoever has been in a risk area', () => {
  it('is registered with their companion, and learns what the rules expect', async () => {
    const { account, family } = newFamily()
    const { registrations } = await reporting(account, reportOf(family, [{ been }, {}, { been }]))
    expect(registrations).toHaveLength(1)
    expect(registrations[0]).toMatchObject({
      people: [family.members[0]?.id, family.members[2]?.id],
      expected: { measure: 'centralObservation', until: day(5), basis: { rule: { staff: '' } } },
    })
  })

  it('finds it among their registrations, with everything filled in', async () => {
    const { account, family } = newFamily()
    const test = { result: 'negative' as const, takenOn: day(-1) }
    const first = { been, test, vaccination: 'full' as const, note: '坐朋友的车' }
    const { registrations } = await reporting(account, reportOf(family, [first, { been }]))
    const mine = answered(await own(account).mine({}))
    expect(mine.map(({ id }) => id)).toEqual([registrations[0]?.case])
    const { answers } = answered(await own(account).show({ case: registrations[0]!.case }))
    expect(answers).toEqual({
      person: {
        name: '方小棠',
        phone: '13800001234',
        document: { kind: 'residentId', number: '11010519491231002X' },
      },
      household: { place: place.building, door: '301' },
      from: { region: '510107', detail: '菜市场旁' },
      ...{ leftOn: day(-1), arrivesOn: day(-1), passed: [], symptoms: [] },
      transport: { by: 'other', number: '', plate: '' },
      companions: [
        {
          name: '方大棠',
          phone: '13800001234',
          relation: 'relative',
          document: { kind: 'residentId', number: '' },
        },
      ],
      test: { result: 'negative', takenAt: `${day(-1)} 00:00`, pictures: [] },
      ...{ vaccination: 'full', note: '坐朋友的车' },
    })
  })

  it('costs two database requests more than whoever has not: the case and its people', async () => {
    const { account, family } = newFamily()
    const cost = await community.costOf(() => reporting(account, reportOf(family, [{ been }])))
    expect(cost).toHaveLength(4)
  })

  it('may amend it like any other', async () => {
    const { account, family } = newFamily()
    const [made] = (await reporting(account, reportOf(family, [{ been }]))).registrations
    const changed = answersOf({ transport: { by: 'train', number: 'G1234', plate: '' } })
    answered(await own(account).amend({ ...act({ id: made!.case, version: 1 }), answers: changed }))
    const { answers } = answered(await own(account).show({ case: made!.case }))
    expect(answers.transport.number).toBe('G1234')
  })

  it('without a telephone is reached by that of the family', async () => {
    const { account, family } = newFamily()
    const [made] = (await reporting(account, reportOf(family, [{}, {}, { been }]))).registrations
    const { answers } = answered(await own(account).show({ case: made!.case }))
    expect(answers.person).toMatchObject({ name: '方海棠', phone: '13800001234' })
  })

  it('also passed through other places: these are filled in as well', async () => {
    const { account, family } = newFamily()
    const through = { region: '440304', detail: '', first: day(-4), last: day(-3) }
    const [made] = (await reporting(account, reportOf(family, [{ been: [through, ...been] }]))).registrations
    const { answers } = answered(await own(account).show({ case: made!.case }))
    expect(answers.passed).toEqual([{ region: '440304', on: day(-3) }])
  })

  it('does not give their document to another phone of the family', async () => {
    const { account, family } = newFamily()
    set(community, 'households', family._id, { accounts: [account, 'another-phone'] })
    const [made] = (await reporting('another-phone', reportOf(family, [{ been }]))).registrations
    const { answers } = answered(await own('another-phone').show({ case: made!.case }))
    expect(answers.person.document.number).toBe('')
  })

  it('is work for the grid worker, who sees why', async () => {
    const { account, family } = newFamily()
    const [made] = (await reporting(account, reportOf(family, [{ been }]))).registrations
    const review = answered(await community.as('worker-1-1').returnee.review({ case: made!.case }))
    expect(review.expected?.basis?.rule.staff).not.toBe('')
    expect(review.todo?.role).toBe('gridWorker')
    expect(review.purpose).toBe('self')
  })

  it('reported at the door by staff has a registration of no account', async () => {
    const { family } = newFamily()
    const [made] = (await reporting('worker-1-1', reportOf(family, [{ been }], { how: 'door' })))
      .registrations
    const review = answered(await community.as('worker-1-1').returnee.review({ case: made!.case }))
    expect(review.purpose).toBe('telephone')
    expect(answered(await own('worker-1-1').mine({}))).toEqual([])
  })
})

describe('the same stay', () => {
  it('is registered once, however often it is reported', async () => {
    const { account, family } = newFamily()
    await reporting(account, reportOf(family, [{ been }]))
    const again = await reporting(account, reportOf(family, [{ been }]))
    expect(again.registrations).toEqual([])
    expect(registrationsOf(family, account)).toHaveLength(1)
  })

  it('reported by two phones at once is registered once', async () => {
    const { account, family } = newFamily()
    const other = `${account}-too`
    set(community, 'households', family._id, { accounts: [account, other] })
    const answers = await Promise.all(
      [account, other, account, other].map((by) => reporting(by, reportOf(family, [{ been }, { been }]))),
    )
    expect(answers.flatMap(({ registrations }) => registrations)).toHaveLength(1)
    expect([...registrationsOf(family, account), ...registrationsOf(family, other)]).toHaveLength(1)
  })

  it('of somebody who was left out before is registered for them alone', async () => {
    const { account, family } = newFamily()
    await reporting(account, reportOf(family, [{ been }]))
    const { registrations } = await reporting(account, reportOf(family, [{ been }, { been }]))
    expect(registrations.map(({ people }) => people)).toEqual([[family.members[1]?.id]])
  })

  it('sent again is answered with the same registration', async () => {
    const { account, family } = newFamily()
    const report = reportOf(family, [{ been }])
    const first = await reporting(account, report)
    expect(await reporting(account, report)).toEqual(first)
    expect(registrationsOf(family, account)).toHaveLength(1)
  })

  it('whose registration could not be stored gets it when the report is sent again', async () => {
    const { account, family } = newFamily()
    const report = reportOf(family, [{ been }])
    const allow = answerInstead('database.insertDocument', () => () => {
      throw new Error('killed')
    })
    expect((await send(account, report)).ok).toBe(false)
    allow()
    expect(householdIn(community, family._id).registered).toHaveLength(1)
    expect(registrationsOf(family, account)).toEqual([])
    const { registrations } = await reporting(account, report)
    expect(registrationsOf(family, account).map(({ _id }) => _id)).toEqual([registrations[0]?.case])
    const people = stored<PersonDocument>(community, 'people').map((person) => person.case)
    expect(people.filter((id) => id === registrations[0]?.case)).toHaveLength(1)
  })
})

describe('somebody removed as a mistake before the registration could be stored', () => {
  it('is left out; whoever was there with them is registered all the same', async () => {
    const { account, family } = newFamily()
    const report = reportOf(family, [{ been }, { been }])
    const allow = answerInstead('database.insertDocument', () => () => {
      throw new Error('killed')
    })
    expect((await send(account, report)).ok).toBe(false)
    allow()
    const on = { household: family._id, version: householdIn(community, family._id).edits }
    const mistake = { person: family.members[0]!.id, on: today, why: 'mistake' } as const
    answered(await community.as(account).households.leave({ ...on, ...mistake }))
    const [made] = (await reporting(account, report)).registrations
    const { answers } = answered(await own(account).show({ case: made!.case }))
    expect([answers.person.name, answers.companions]).toEqual(['方大棠', []])
  })
})

describe('somewhere that is not at risk', () => {
  it('makes no registration', async () => {
    const { account, family } = newFamily()
    const harmless = [{ ...been[0]!, region: '440304' }]
    expect((await reporting(account, reportOf(family, [{ been: harmless }]))).registrations).toEqual([])
    expect(registrationsOf(family, account)).toEqual([])
  })

  it('is refused where there is no such county', async () => {
    const { account, family } = newFamily()
    const answer = await send(account, reportOf(family, [{ been: [{ ...been[0]!, region: '510100' }] }]))
    expect(refusal(answer).fields).toEqual({ 'people.0.been.0.region': 'regionUnknown' })
  })
})
