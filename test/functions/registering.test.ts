import { randomUUID } from 'node:crypto'
import { addDays } from '@contract/calendar'
import { answered, openCommunity, refusal, type Community } from './support/community'
import { act, answersOf, place, registered, registration, today } from './support/registrations'

let community: Community
beforeAll(async () => {
  community = await openCommunity()
})
afterAll(() => community.close())

describe('registering', () => {
  it('answers who looks at it, by when, and whom to call', async () => {
    const answer = await registered(community, 'resident-1')
    expect(answer.status).toBe('submitted')
    expect(answer.todo?.role).toBe('gridWorker')
    expect(new Date(answer.todo?.dueAt ?? 0).getTime()).toBeGreaterThan(Date.now())
    expect(answer.contact).toEqual({
      name: '王秀英',
      duty: 'gridWorker',
      phone: '13800009003',
    })
  })

  it('costs at most four database requests, two when place and rules have been asked for', async () => {
    const fresh = await openCommunity()
    const first = await fresh.costOf(() => registered(fresh, 'resident-1'))
    const second = await fresh.costOf(() => registered(fresh, 'resident-2'))
    await fresh.close()
    expect(first.map(({ action }) => action)).toEqual([
      'database.getDocument',
      'database.getDocument',
      'database.insertDocument',
      'database.insertDocument',
    ])
    expect(second).toHaveLength(2)
  })

  it('is one case when it is sent twice, and answers the same', async () => {
    const sent = registration()
    const resident = community.as('resident-twice').returnee
    const first = answered(await resident.register(sent))
    expect(answered(await resident.register(sent))).toEqual(first)
    expect(answered(await resident.mine({}))).toHaveLength(1)
  })

  it('is one case when it is sent twice at the same moment', async () => {
    const sent = registration()
    const resident = community.as('resident-hasty').returnee
    const answers = await Promise.all([1, 2, 3, 4].map(() => resident.register(sent)))
    const [first, ...others] = answers.map(answered)
    for (const other of others) expect(other).toEqual(first)
    expect(answered(await resident.mine({}))).toHaveLength(1)
    expect(answered(await community.as('resident-hasty').people.me({})).family).toHaveLength(2)
  })

  it('refuses a submission that is somebody else’s, and changes nothing', async () => {
    const sent = registration()
    await community.as('resident-1').returnee.register(sent)
    const stolen = { ...sent, answers: answersOf({ note: '不是我写的' }) }
    expect(refusal(await community.as('resident-2').returnee.register(stolen)).code).toBe('submissionTaken')
    const own = answered(await community.as('resident-1').returnee.show({ case: sent.submission }))
    expect(own.answers.note).toBe(sent.answers.note)
    expect(answered(await community.as('resident-2').returnee.mine({}))).toEqual([])
    expect(answered(await community.as('resident-2').people.me({})).family).toEqual([])
  })

  it('sent again with other answers is refused: the first ones are not taken for these', async () => {
    const sent = registration()
    await community.as('resident-1').returnee.register(sent)
    const edited = { ...sent, answers: answersOf({ symptoms: ['fever'] }) }
    expect(refusal(await community.as('resident-1').returnee.register(edited)).code).toBe('submissionTaken')
  })

  it('refuses ten thousand companions as briefly as 31', async () => {
    const companions = Array.from({ length: 10_000 }, () => ({ name: '', relation: 'nobody' }))
    const sent = { ...registration(), answers: { ...answersOf(), companions } }
    const error = refusal(await community.send('resident-1', 'returnee', 'register', sent))
    expect(error.fields).toEqual({ 'answers.companions': 'tooMany' })
  })

  it('makes the companions people of the household, offered at the next registration', async () => {
    await registered(community, 'resident-family')
    const { family } = answered(await community.as('resident-family').people.me({}))
    expect(family.map(({ name }) => name).sort()).toEqual(['方大棠', '方小棠'])
    expect(family[0]?.household.place.id).toBe(place.building)
    expect(family[0]?.household.door).toBe('2 单元 301')
  })

  it('takes numbers as people type them', async () => {
    const typed = {
      person: { name: ' 方  小棠 ', phone: '１３８-0000 1234', document: { number: '11010519491231002x' } },
      transport: { by: 'train' as const, number: ' g 1234 ', plate: '' },
    }
    const { id } = await registered(community, 'resident-typing', typed)
    const { answers } = answered(await community.as('resident-typing').returnee.show({ case: id }))
    expect(answers.person).toEqual({
      name: '方 小棠',
      phone: '13800001234',
      document: { kind: 'residentId', number: '11010519491231002X' },
    })
    expect(answers.transport.number).toBe('G1234')
  })

  it('may be sent before setting out', async () => {
    const ahead = { leftOn: addDays(today, 5), arrivesOn: addDays(today, 6) }
    expect((await registered(community, 'resident-planning', ahead)).status).toBe('submitted')
  })

  it('takes somebody on the telephone, entered by the grid worker of that place', async () => {
    const sent = { ...registration(), purpose: 'telephone' as const }
    answered(await community.as('worker-1-1').returnee.register(sent))
    const review = answered(await community.as('worker-1-1').returnee.review({ case: sent.submission }))
    expect(review.purpose).toBe('telephone')
    expect(review.timeline[0]).toMatchObject({ event: 'register', actor: 'gridWorker', name: '王秀英' })
    expect(answered(await community.as('worker-1-1').returnee.mine({}))).toEqual([])
  })

  it('on the telephone costs three requests as well, once the place has been seen', async () => {
    await registered(community, 'resident-1')
    const sent = { ...registration(), purpose: 'telephone' as const }
    const worker = community.as('worker-1-1').returnee
    const cost = await community.costOf(async () => answered(await worker.register(sent)))
    expect(cost.length).toBeLessThanOrEqual(3)
  })

  it('on the telephone is refused to a resident', async () => {
    const sent = { ...registration(), purpose: 'telephone' as const }
    expect(refusal(await community.as('resident-1').returnee.register(sent)).code).toBe('notAllowed')
  })

  it('on the telephone is refused at another’s place, naming the field', async () => {
    const sent = { ...registration(), purpose: 'telephone' as const }
    expect(refusal(await community.as('worker-2-1').returnee.register(sent)).fields).toEqual({
      'answers.household.place': 'placeNotYours',
    })
  })

  it('tells the grid worker of that place', async () => {
    const { id } = await registered(community, 'resident-1')
    const outbox = (await (await fetch(`${community.cloud.origin}/desk/outbox`)).json()) as {
      to: string
      page: string
    }[]
    expect(outbox.find(({ page }) => page.includes(id))?.to).toBe('worker-1-1')
  })
})

const farBack = addDays(today, -61)
const refusals: [title: string, changes: Record<string, unknown>, fields: Record<string, string>][] = [
  [
    'an arrival before the departure',
    { leftOn: today, arrivesOn: addDays(today, -1) },
    { arrivesOn: 'arrivalBeforeDeparture' },
  ],
  ['a departure more than 60 days back', { leftOn: farBack }, { leftOn: 'departureTooLongAgo' }],
  [
    'an arrival more than 30 days ahead',
    { arrivesOn: addDays(today, 31) },
    { arrivesOn: 'arrivalTooFarAhead' },
  ],
  ['a day that the calendar does not have', { leftOn: '2026-02-30' }, { leftOn: 'day' }],
  [
    'an identity number that fails its checksum',
    { person: { name: '方小棠', phone: '13800001234', document: { number: '110105194912310021' } } },
    { 'person.document.number': 'identityNumber' },
  ],
  [
    'a telephone number that is none',
    { person: { name: '方小棠', phone: '12345' } },
    { 'person.phone': 'phone' },
  ],
  ['a missing telephone number', { person: { name: '方小棠' } }, { 'person.phone': 'required' }],
  [
    'an emoji where a name belongs',
    { person: { name: '方🙂', phone: '13800001234' } },
    { 'person.name': 'name' },
  ],
  [
    'a control character where a name belongs',
    { person: { name: '方\u0007小棠', phone: '13800001234' } },
    { 'person.name': 'name' },
  ],
  ['a name of digits', { person: { name: '12345', phone: '13800001234' } }, { 'person.name': 'name' }],
  ['a control character in a note', { note: '好\u0000的' }, { note: 'controlCharacters' }],
  ['a note of 5,000 characters', { note: '好'.repeat(5000) }, { note: 'tooLong' }],
  [
    'a place that is none',
    { household: { place: 'nowhere', door: '' } },
    { 'household.place': 'placeUnknown' },
  ],
  [
    'a place that is a whole community',
    { household: { place: 'qinghe-1', door: '' } },
    { 'household.place': 'placeTooWide' },
  ],
  [
    'a region that has no such code',
    { from: { region: '999999', detail: '' } },
    { 'from.region': 'regionUnknown' },
  ],
  [
    'a passed region that has no such code',
    { passed: [{ region: '000000', on: today }] },
    { 'passed.0.region': 'regionUnknown' },
  ],
  [
    'a passed place after the arrival',
    { passed: [{ region: '610113', on: addDays(today, 1) }] },
    { passed: 'passedOutsideFortnight' },
  ],
  [
    '31 companions',
    { companions: Array.from({ length: 31 }, () => ({ name: '方大棠', relation: 'child' })) },
    { companions: 'tooMany' },
  ],
  [
    'a companion without a name',
    { companions: [{ name: '', relation: 'child' }] },
    { 'companions.0.name': 'required' },
  ],
  [
    'a train number that is none',
    { transport: { by: 'train', number: '高铁' } },
    { 'transport.number': 'transportNumber' },
  ],
  ['one’s own car without a plate', { transport: { by: 'car' } }, { 'transport.plate': 'required' }],
  [
    'a telephone number where a coach’s belongs',
    { transport: { by: 'coach', number: '打电话 13800001234' } },
    { 'transport.number': 'transportNumber' },
  ],
  ['a plate that is none', { transport: { by: 'car', plate: '12345' } }, { 'transport.plate': 'plate' }],
  ['a test result without its time', { test: { result: 'negative' } }, { 'test.takenAt': 'required' }],
  [
    'a test tomorrow',
    { test: { result: 'negative', takenAt: `${addDays(today, 1)} 08:00` } },
    { 'test.takenAt': 'testInFuture' },
  ],
  ['a symptom that is not on the list', { symptoms: ['boredom'] }, { 'symptoms.0': 'notAChoice' }],
  ['the same symptom twice', { symptoms: ['fever', 'fever'] }, { symptoms: 'repeated' }],
  ['a status of the sender’s own', { status: 'accepted' }, { status: 'unknownField' }],
  ['a wrong type', { note: 7 }, { note: 'wrongType' }],
]

describe('registering is refused, naming the field and storing nothing, for', () => {
  it.each(refusals)('%s', async (_title, changes, fields) => {
    const answers = { ...answersOf(), ...changes }
    const sent = { submission: randomUUID(), purpose: 'self', answers }
    const error = refusal(await community.send('resident-refused', 'returnee', 'register', sent))
    expect(error.code).toBe('invalidInput')
    const named = Object.fromEntries(
      Object.entries(fields).map(([path, fault]) => [`answers.${path}`, fault]),
    )
    expect(error.fields).toEqual(named)
    expect(answered(await community.as('resident-refused').returnee.mine({}))).toEqual([])
  })

  it('an owner of the sender’s own choosing', async () => {
    const sent = { ...registration(), owner: 'resident-1' }
    expect(refusal(await community.send('resident-refused', 'returnee', 'register', sent)).fields).toEqual({
      owner: 'unknownField',
    })
  })

  it('a submission id that is none', async () => {
    const sent = { ...registration(), submission: '1' }
    expect(refusal(await community.send('resident-refused', 'returnee', 'register', sent)).fields).toEqual({
      submission: 'submission',
    })
  })
})

describe('my records', () => {
  it('are amended before a decision: a new version, the old one in the history', async () => {
    const first = await registered(community, 'resident-amends')
    const resident = community.as('resident-amends').returnee
    const changes = {
      ...act(first),
      answers: answersOf({ note: '改坐火车', household: { place: place.elsewhere, door: '' } }),
    }
    const second = answered(await resident.amend(changes))
    expect(second).toEqual({ id: first.id, status: 'submitted', version: 2 })
    const shown = answered(await resident.show({ case: first.id }))
    expect(shown.answers.note).toBe('改坐火车')
    expect(shown.timeline.map(({ event }) => event)).toEqual(['register', 'amend'])
    expect(refusal(await community.as('worker-1-1').returnee.review({ case: first.id })).code).toBe(
      'notFound',
    )
    answered(await community.as('worker-2-1').returnee.review({ case: first.id }))
  })

  it('are not amended to what would not have been accepted', async () => {
    const first = await registered(community, 'resident-amends')
    const answers = answersOf({ leftOn: addDays(today, -61) })
    expect(
      refusal(await community.as('resident-amends').returnee.amend({ ...act(first), answers })).fields,
    ).toEqual({
      'answers.leftOn': 'departureTooLongAgo',
    })
  })

  it('are withdrawn with a reason', async () => {
    const first = await registered(community, 'resident-withdraws')
    const resident = community.as('resident-withdraws').returnee
    expect(refusal(await resident.withdraw({ ...act(first), words: '  ' })).fields).toEqual({
      words: 'required',
    })
    expect(answered(await resident.withdraw({ ...act(first), words: '不回来了' })).status).toBe('withdrawn')
    const shown = answered(await resident.show({ case: first.id }))
    expect(shown.timeline.at(-1)).toMatchObject({ event: 'withdraw', words: '不回来了', actor: 'owner' })
    expect(shown.events).toEqual([])
  })

  it('are nobody else’s to see, amend or withdraw', async () => {
    const first = await registered(community, 'resident-1')
    const other = community.as('resident-2').returnee
    expect(refusal(await other.show({ case: first.id })).code).toBe('notFound')
    expect(refusal(await other.review({ case: first.id })).code).toBe('notAllowed')
    expect(refusal(await other.amend({ ...act(first), answers: answersOf() })).code).toBe('notFound')
    expect(refusal(await other.withdraw({ ...act(first), words: '撤回' })).code).toBe('notFound')
  })
})
