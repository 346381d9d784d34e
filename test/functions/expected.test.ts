import readXlsxFile from 'read-excel-file/node'
import { addDays } from '@contract/calendar'
import { demoPlaces } from '../../local/demo/places'
import { answered, openCommunity, refusal, type Community } from './support/community'
import { caseOf } from './support/keeping'
import { bytesAt } from './support/pictures'
import { act, answersOf, place, registered, registration, today } from './support/registrations'
import { areaOf, rulingDocuments, someRules } from './support/rulings'

const areas = [areaOf('510107', 'high'), areaOf('610113', 'medium', { name: '示例小区' })]

let community: Community
beforeAll(async () => {
  community = await openCommunity(rulingDocuments(areas))
})
afterAll(() => community.close())

const worker = () => community.as('worker-1-1').returnee
const resident = () => community.as('resident-1').returnee
const day = (days: number) => addDays(today, days)

/** Somebody who left a county at high risk yesterday and arrives today: the first of seven days has passed. */
const central = {
  measure: 'centralObservation',
  days: 6,
  from: today,
  until: day(5),
  then: { measure: 'healthMonitoring', days: 3, from: day(6), until: day(8) },
  tests: [today, day(1), day(5), day(8)],
  temperatures: 2,
} as const

const fromElsewhere = { from: { region: '440304', detail: '' }, passed: [] }

describe('a registration', () => {
  it('ends with what the rules expect, until when, and why', async () => {
    const { expected } = await registered(community, 'resident-1')
    expect(expected).toMatchObject(central)
    expect(expected?.basis).toMatchObject({
      policy: { number: 1, name: '示例政策' },
      list: { number: 1, publishedOn: day(-1), source: '示例公告' },
      rule: { name: '高风险区', resident: someRules[0]?.resident },
      counted: { from: 'leaving', since: day(-1), days: 7 },
      exposure: { level: 'high', near: 'area', on: day(-1) },
      place: '四川省 成都市 武侯区',
      judgedOn: today,
    })
  })

  it('from where nothing is at risk ends with a notice', async () => {
    const { expected } = await registered(community, 'resident-1', fromElsewhere)
    expect(expected).toMatchObject({ measure: 'noticeOnly', days: 0, then: null, tests: [today] })
    expect(expected?.basis?.exposure.level).toBeNull()
  })

  it('costs three more requests at first, and none while the rules are remembered', async () => {
    const fresh = await openCommunity(rulingDocuments(areas))
    const first = await fresh.costOf(() => registered(fresh, 'resident-1'))
    const second = await fresh.costOf(() => registered(fresh, 'resident-2'))
    await fresh.close()
    expect(first).toHaveLength(6)
    expect(second).toHaveLength(2)
  })

  it('costs no more where two street offices, each with rules of its own, share an instance', async () => {
    const building = demoPlaces.find(({ _id }) => _id === place.building)
    const elsewhere = { ...building, _id: 'other-1', at: { ...building?.at, street: 'other' } }
    const [ours, theirs] = [rulingDocuments(areas), rulingDocuments([])]
    const inForce = theirs.inForce?.map((one) => ({
      ...one,
      _id: `${String(one.kind)}-other`,
      place: 'other',
    }))
    const both = Object.fromEntries(
      Object.entries({ ...theirs, inForce }).map(([name, some = []]) => [
        name,
        [...(ours[name] ?? []), ...some],
      ]),
    )
    const fresh = await openCommunity({ ...both, places: [...demoPlaces, elsewhere] as never[] })
    const ofOthers = { household: { place: 'other-1', door: '1' }, passed: [] }
    await registered(fresh, 'resident-1')
    expect((await registered(fresh, 'resident-2', ofOthers)).expected?.measure).toBe('noticeOnly')
    const third = await fresh.costOf(() => registered(fresh, 'resident-1'))
    await fresh.close()
    expect(third).toHaveLength(2)
  })

  it('sent twice is answered with what was stored', async () => {
    const sent = registration()
    const first = answered(await resident().register(sent))
    expect(answered(await resident().register(sent))).toEqual(first)
    expect(caseOf(community, sent.submission)?.body).toMatchObject({ expected: central, outcome: null })
  })

  it('is found by the counties and cities that somebody was in', async () => {
    const { id } = await registered(community, 'resident-1')
    expect(caseOf(community, id)?.regions.sort()).toEqual(['510100', '510107', '610100', '610113'])
  })

  it('that will need a room tomorrow is looked at within hours', async () => {
    const tomorrow = { leftOn: day(1), arrivesOn: day(1) }
    const [urgent, usual] = [
      await registered(community, 'resident-1', tomorrow),
      await registered(community, 'resident-1', { ...tomorrow, ...fromElsewhere }),
    ]
    expect(Date.parse(urgent.todo?.dueAt ?? '')).toBeLessThan(Date.parse(usual.todo?.dueAt ?? ''))
  })

  it('that is amended is assessed anew', async () => {
    const first = await registered(community, 'resident-1')
    answered(await resident().amend({ ...act(first), answers: answersOf(fromElsewhere) }))
    expect(answered(await resident().show({ case: first.id })).expected?.measure).toBe('noticeOnly')
    expect(caseOf(community, first.id)?.regions).toEqual(['440304', '440300'])
  })
})

describe('what is expected', () => {
  it('is shown to its owner everywhere without what is for staff', async () => {
    const { id, expected } = await registered(community, 'resident-3', { from: fromElsewhere.from })
    const { returnee: owner } = community.as('resident-3')
    const shown = answered(await owner.show({ case: id })).expected
    const [line] = answered(await owner.mine({}))
    for (const one of [expected, shown, line?.expected])
      expect(one?.basis).toMatchObject({
        rule: { staff: '', resident: someRules[1]?.resident },
        possible: [],
      })
  })

  it('is taken along with one’s data, its reason in words and without what is for staff', async () => {
    const first = await registered(community, 'resident-2')
    answered(await worker().adopt({ ...act(first), words: '' }))
    const { address } = answered(await community.as('resident-2').myData.export({}))
    const [, answers] = await readXlsxFile(await bytesAt(address))
    const told = new Map(answers?.data.map(([, name, text]) => [name, String(text)]))
    expect(told.get('管理措施')).toBe(
      `集中观察，${today} 至 ${day(5)}；之后健康监测，${day(6)} 至 ${day(8)}；` +
        `检测日期 ${central.tests.join('、')}；每天测体温 2 次`,
    )
    expect(told.get('管理措施的原因')).toContain(`${day(-1)} 在 四川省 成都市 武侯区`)
    expect(told.get('管理措施的原因')).toContain('示例公告')
    expect(told.get('按规定预计的措施')).toBe(told.get('管理措施'))
    expect([...told.values()].join()).not.toContain(someRules[0]?.staff)
  })

  it('tells staff what to ask: the sentence for them, and where in a county somebody may have been', async () => {
    const { id } = await registered(community, 'resident-1', { from: fromElsewhere.from })
    expect(answered(await worker().review({ case: id })).expected?.basis).toMatchObject({
      rule: { staff: someRules[1]?.staff },
      possible: [{ place: '陕西省 西安市 雁塔区 示例小区', level: 'medium' }],
    })
  })

  it('tells staff so on the telephone at once', async () => {
    const sent = { ...registration(), purpose: 'telephone' as const }
    expect(answered(await worker().register(sent)).expected?.basis?.rule.staff).toBe(someRules[0]?.staff)
  })
})

describe('staff', () => {
  const outbox = async () =>
    (await (await fetch(`${community.cloud.origin}/desk/outbox`)).json()) as {
      to: string
      page: string
      fields: Record<string, string>
    }[]

  it('adopt it with one tap and two requests: it is in force, and the resident is told', async () => {
    const first = await registered(community, 'resident-1')
    let adopted: unknown
    const cost = await community.costOf(async () => {
      adopted = answered(await worker().adopt({ ...act(first), words: '' }))
    })
    expect(cost).toHaveLength(2)
    expect(adopted).toMatchObject({ status: 'accepted' })
    const shown = answered(await resident().show({ case: first.id }))
    expect(shown.outcome).toEqual(first.expected)
    expect(shown.timeline.at(-1)).toMatchObject({
      event: 'adopt',
      detail: { measure: 'centralObservation', days: 6, until: day(5), thenUntil: day(8), rule: '高风险区' },
    })
    expect(caseOf(community, first.id)?.remindOn).toBe(day(1))
    const told = (await outbox()).find(({ to, page }) => to === 'resident-1' && page.includes(first.id))
    expect(told?.fields.phrase2).toBe('已核实')
  })

  it('who choose the same by hand have adopted it: its tests and its reason stay', async () => {
    const first = await registered(community, 'resident-1')
    const same = { measure: 'centralObservation' as const, days: 6, words: '' }
    answered(await worker().accept({ ...act(first), ...same }))
    expect(answered(await resident().show({ case: first.id })).outcome).toEqual(first.expected)
  })

  it('decide otherwise only with a reason, and what was expected stays beside', async () => {
    const first = await registered(community, 'resident-1')
    const looser = { ...act(first), measure: 'homeObservation' as const, days: 7 }
    expect(refusal(await worker().accept({ ...looser, words: '' }))).toMatchObject({
      code: 'invalidInput',
      fields: { words: 'required' },
    })
    answered(await worker().accept({ ...looser, words: '家中有产妇' }))
    const shown = answered(await worker().review({ case: first.id }))
    expect(shown.outcome).toEqual({ measure: 'homeObservation', days: 7, from: today, until: day(6) })
    expect(shown.expected).toMatchObject(central)
  })

  it('come back to it when they loosen what is stricter', async () => {
    const first = await registered(community, 'resident-1', fromElsewhere)
    const stricter = { measure: 'healthMonitoring' as const, days: 3, words: '同住老人' }
    const decided = answered(await worker().accept({ ...act(first), ...stricter }))
    const notice = { measure: 'noticeOnly' as const, days: 0, words: '不同住了' }
    answered(await worker().revise({ ...act(decided), ...notice }))
    expect(answered(await resident().show({ case: first.id })).outcome).toEqual(first.expected)
  })
})

describe('without a policy', () => {
  let bare: Community
  beforeAll(async () => {
    bare = await openCommunity()
  })
  afterAll(() => bare.close())

  it('nothing is expected, nothing can be adopted, and staff decide by hand as before', async () => {
    const first = await registered(bare, 'resident-1')
    expect(first.expected).toBeNull()
    const { returnee } = bare.as('worker-1-1')
    expect(answered(await returnee.review({ case: first.id })).events).not.toContain('adopt')
    expect(refusal(await returnee.adopt({ ...act(first), words: '' })).code).toBe('eventNotAllowed')
    const accepting = { ...act(first), measure: 'homeObservation' as const, days: 7, words: '' }
    expect(answered(await returnee.accept(accepting)).status).toBe('accepted')
  })
})
