import { randomUUID } from 'node:crypto'
import { addDays } from '@contract/calendar'
import { answered, openCommunity, refusal, type Community } from './support/community'
import { act, answersOf, place, registered, registration, today } from './support/registrations'

let community: Community
beforeAll(async () => {
  community = await openCommunity()
})
afterAll(() => community.close())

const worker = () => community.as('worker-1-1').returnee
const resident = () => community.as('resident-1').returnee

describe('the loop', () => {
  it('goes from resident to grid worker and back: asked, answered, accepted, told', async () => {
    const first = await registered(community, 'resident-1')
    const asked = answered(await worker().ask({ ...act(first), words: '请问住哪个房间？' }))
    const waiting = answered(await resident().show({ case: first.id }))
    expect(waiting.todo?.role).toBe('owner')
    expect(waiting.timeline.at(-1)).toMatchObject({ event: 'ask', name: '王秀英', words: '请问住哪个房间？' })

    const answer = answered(await resident().answer({ ...act(asked), words: '次卧' }))
    const accepted = answered(
      await worker().accept({ ...act(answer), measure: 'homeObservation', days: 7, words: '每天早晚量体温' }),
    )
    const done = answered(await resident().show({ case: first.id }))
    expect(accepted.status).toBe('accepted')
    expect(done.todo).toBeNull()
    expect(done.outcome).toEqual({
      measure: 'homeObservation',
      days: 7,
      from: today,
      until: addDays(today, 6),
    })
    expect(done.timeline.map(({ event, words }) => [event, words])).toEqual([
      ['register', null],
      ['ask', '请问住哪个房间？'],
      ['answer', '次卧'],
      ['accept', '每天早晚量体温'],
    ])
    const outbox = (await (await fetch(`${community.cloud.origin}/desk/outbox`)).json()) as {
      to: string
      page: string
      fields: Record<string, string>
    }[]
    const told = outbox.filter(({ to, page }) => to === 'resident-1' && page.includes(first.id))
    expect(told.map(({ fields }) => fields.phrase2)).toEqual(['已核实', '待补充'])
  })

  it.each(['accept', 'ask', 'reject'] as const)('%s costs two database requests', async (event) => {
    const first = await registered(community, 'resident-1')
    const inputs = {
      accept: { measure: 'noticeOnly', days: 0, words: '' },
      ask: { words: '？' },
      reject: { words: '重复' },
    }
    const cost = await community.costOf(async () =>
      answered(await community.send('worker-1-1', 'returnee', event, { ...act(first), ...inputs[event] })),
    )
    expect(cost).toHaveLength(2)
  })
})

describe('a note', () => {
  it('is read by staff, and not by the resident', async () => {
    const first = await registered(community, 'resident-1')
    answered(await worker().note({ ...act(first), words: '打过电话，没有人接' }))
    const eventsOf = (view: { timeline: { event: string }[] }) => view.timeline.map(({ event }) => event)
    expect(eventsOf(answered(await worker().review({ case: first.id })))).toEqual(['register', 'note'])
    expect(eventsOf(answered(await resident().show({ case: first.id })))).toEqual(['register'])
  })
})

describe('two officers at once', () => {
  it('one wins; the other is told, and finds what the first did', async () => {
    const first = await registered(community, 'resident-1')
    const officer = community.as('officer-1').returnee
    const results = await Promise.all([
      worker().accept({ ...act(first), measure: 'homeObservation', days: 7, words: '' }),
      officer.reject({ ...act(first), words: '重复登记' }),
    ])
    const [lost] = results.filter((result) => !result.ok).map(refusal)
    expect(results.filter((result) => result.ok)).toHaveLength(1)
    expect(lost?.code).toBe('changedMeanwhile')
    const seen = answered(await officer.review({ case: first.id }))
    expect(seen.version).toBe(2)
    expect(seen.timeline).toHaveLength(2)
  })

  it('of ten questions asked at once on the same version exactly one is kept', async () => {
    const first = await registered(community, 'resident-1')
    const results = await Promise.all(
      Array.from({ length: 10 }, (_, n) => worker().ask({ ...act(first), words: `第 ${n} 问` })),
    )
    expect(results.filter((result) => result.ok)).toHaveLength(1)
    expect(answered(await worker().review({ case: first.id })).timeline).toHaveLength(2)
  })

  it('ten notes written at once are all kept, and the history is whole', async () => {
    const first = await registered(community, 'resident-1')
    const texts = Array.from({ length: 10 }, (_, n) => `第 ${n} 条`)
    const results = await Promise.all(texts.map((words) => worker().note({ ...act(first), words })))
    for (const result of results) answered(result)
    const { timeline, version } = answered(await worker().review({ case: first.id }))
    expect(version).toBe(11)
    expect(new Set(timeline.slice(1).map(({ words }) => words))).toEqual(new Set(texts))
  })

  it('an act that arrives twice is done once, and answered the same', async () => {
    const first = await registered(community, 'resident-1')
    const sent = { ...act(first), words: '已电话联系' }
    const once = answered(await worker().note(sent))
    expect(answered(await worker().note(sent))).toEqual(once)
    expect(answered(await worker().review({ case: first.id })).timeline).toHaveLength(2)
  })
})

describe('the id of an act', () => {
  it('that has been used for one act does not do another, and shows nothing', async () => {
    const first = await registered(community, 'resident-1')
    const note = { ...act(first), words: '已电话联系' }
    const noted = answered(await worker().note(note))
    for (const version of [first.version, noted.version]) {
      const reused = { ...note, version }
      expect(refusal(await worker().reveal(reused)).code).toBe('submissionTaken')
      expect(refusal(await worker().ask(reused)).code).toBe('submissionTaken')
    }
    const opening = { case: first.id, submission: first.id, version: noted.version, words: '电话核实' }
    expect(refusal(await worker().reveal(opening)).code).toBe('submissionTaken')
    expect(answered(await worker().review({ case: first.id })).timeline).toHaveLength(2)
  })

  it('with other words than before is not the same act: nothing is lost unseen', async () => {
    const first = await registered(community, 'resident-1')
    const note = { ...act(first), words: '住次卧' }
    answered(await worker().note(note))
    expect(refusal(await worker().note({ ...note, words: '住主卧，发烧' })).code).toBe('submissionTaken')
  })

  it('sent five times at the same moment is done once, and answered the same each time', async () => {
    const first = await registered(community, 'resident-1')
    const note = { ...act(first), words: '已电话联系' }
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => worker().note(note)))
    for (const answer of answers)
      expect(answered(answer)).toEqual({ id: first.id, status: 'submitted', version: 2 })
  })

  it('of a look at the clear text does not show later what has been written since', async () => {
    const first = await registered(community, 'resident-1')
    const look = { ...act(first), words: '电话核实' }
    const seen = answered(await worker().reveal(look))
    expect(answered(await worker().reveal(look)).answers).toEqual(seen.answers)
    const person = { name: '方小棠', phone: '13900009999' }
    answered(await resident().amend({ ...act(seen), answers: answersOf({ person }) }))
    expect(refusal(await worker().reveal(look)).code).toBe('changedMeanwhile')
  })
})

describe('an amendment', () => {
  it('does not put off the review, and says which parts it changed', async () => {
    const first = await registered(community, 'resident-1', { symptoms: ['fever'] })
    const later = addDays(today, 20)
    answered(await resident().amend({ ...act(first), answers: answersOf({ arrivesOn: later }) }))
    const { todo, timeline } = answered(await worker().review({ case: first.id }))
    expect(todo?.dueAt).toBe(first.todo?.dueAt)
    expect(timeline.at(-1)?.detail).toEqual({ sections: 'journey health' })
  })

  it('to another place takes the case from the colleague it was handed to', async () => {
    const first = await registered(community, 'resident-1')
    const handed = answered(
      await worker().reassign({ ...act(first), colleague: 'post-officer-1', words: '' }),
    )
    const household = { place: place.elsewhere, door: '' }
    answered(await resident().amend({ ...act(handed), answers: answersOf({ household }) }))
    const { todo } = answered(await community.as('worker-2-1').returnee.review({ case: first.id }))
    expect(todo).toMatchObject({ role: 'gridWorker', assignee: null })
  })

  it('is refused after twenty', async () => {
    let current: { id: string; version: number } = await registered(community, 'resident-1')
    const amend = (note: string) => resident().amend({ ...act(current), answers: answersOf({ note }) })
    for (let n = 0; n < 20; n += 1) current = answered(await amend(`第 ${n} 次`))
    expect(refusal(await amend('再改')).code).toBe('tooOften')
  })
})

describe('deciding is refused, naming the field, for', () => {
  const refusals: [title: string, action: string, input: object, fields: object][] = [
    [
      'days without a measure',
      'accept',
      { measure: 'noticeOnly', days: 7, words: '' },
      { days: 'outOfRange' },
    ],
    [
      'a measure without days',
      'accept',
      { measure: 'homeObservation', days: 0, words: '' },
      { days: 'outOfRange' },
    ],
    ['29 days', 'accept', { measure: 'homeObservation', days: 29, words: '' }, { days: 'outOfRange' }],
    ['half a day', 'accept', { measure: 'homeObservation', days: 1.5, words: '' }, { days: 'wrongType' }],
    [
      'a measure that is none',
      'accept',
      { measure: 'prison', days: 7, words: '' },
      { measure: 'notAChoice' },
    ],
    ['a rejection without a reason', 'reject', { words: ' ' }, { words: 'required' }],
    ['a question without words', 'ask', {}, { words: 'required' }],
    ['a reason of 301 characters', 'reject', { words: '好'.repeat(301) }, { words: 'tooLong' }],
    [
      'a colleague who does not exist',
      'reassign',
      { colleague: 'nobody' },
      { colleague: 'colleagueUnknown' },
    ],
    [
      'a colleague of another place',
      'reassign',
      { colleague: 'post-officer-2' },
      { colleague: 'colleagueUnknown' },
    ],
    [
      'an administrator as colleague',
      'reassign',
      { colleague: 'post-administrator' },
      { colleague: 'colleagueUnknown' },
    ],
    ['a reveal without a reason', 'reveal', { words: '' }, { words: 'required' }],
  ]
  it.each(refusals)('%s', async (_title, action, input, fields) => {
    const first = await registered(community, 'resident-1')
    const error = refusal(await community.send('worker-1-1', 'returnee', action, { ...act(first), ...input }))
    expect(error).toMatchObject({ code: 'invalidInput', fields })
    expect(answered(await worker().review({ case: first.id })).version).toBe(1)
  })
})

describe('handing a case on', () => {
  it('gives it to nobody whose own it is', async () => {
    const own = await registered(community, 'officer-1')
    const handed = await worker().reassign({ ...act(own), colleague: 'post-officer-1', words: '' })
    expect(refusal(handed).fields).toEqual({ colleague: 'colleagueUnknown' })
  })

  it('puts it before the colleague, and it comes back to them after the resident has answered', async () => {
    const first = await registered(community, 'resident-1')
    const handed = answered(
      await worker().reassign({ ...act(first), colleague: 'post-officer-1', words: '请您定' }),
    )
    const officer = community.as('officer-1')
    const mine = answered(await officer.inbox.list({ mine: true }))
    expect(mine.items.map(({ id }) => id)).toContain(first.id)
    const asked = answered(await officer.returnee.ask({ ...act(handed), words: '？' }))
    answered(await resident().answer({ ...act(asked), words: '是' }))
    const { todo } = answered(await officer.returnee.review({ case: first.id }))
    expect(todo).toMatchObject({ role: 'communityOfficer', assignee: { name: '沈知秋' } })
    expect(Object.keys(todo?.assignee ?? {})).toEqual(['id', 'name'])
    const outbox = (await (await fetch(`${community.cloud.origin}/desk/outbox`)).json()) as {
      to: string
      page: string
    }[]
    const told = outbox.filter(({ page }) => page.includes(first.id)).map(({ to }) => to)
    expect(told).toEqual(['officer-1', 'resident-1', 'officer-1', 'worker-1-1'])
  })

  it('offers the colleagues whose place covers it, the nearest first, and not oneself', async () => {
    const colleagues = answered(await community.as('worker-1-1').people.colleagues({ place: place.building }))
    expect(colleagues.map(({ name }) => name)).toEqual(['沈知秋', '顾远山', '骆同舟'])
  })

  it('names no colleagues of a place that is not mine', async () => {
    const error = refusal(await community.as('worker-1-1').people.colleagues({ place: place.elsewhere }))
    expect(error.code).toBe('notFound')
  })
})

describe('what is secret', () => {
  const secrets = [
    '方小棠',
    '方大棠',
    '13800001234',
    '13800005678',
    '11010519491231002X',
    '示A0123D',
    '2 单元 301',
  ]

  it('is masked wherever staff look', async () => {
    const first = await registered(community, 'resident-1')
    const seen = [
      await worker().review({ case: first.id }),
      await community.as('worker-1-1').inbox.list({}),
      await community.as('street-officer').inbox.list({ text: '方小棠' }),
    ].map((answer) => JSON.stringify(answered(answer as never)))
    for (const text of seen) for (const secret of secrets) expect(text).not.toContain(secret)
    expect(seen[0]).toContain('方*棠')
  })

  it('is revealed for a reason, which the resident reads', async () => {
    const first = await registered(community, 'resident-1')
    const revealed = answered(await worker().reveal({ ...act(first), words: '电话核实' }))
    expect(revealed.answers.person.phone).toBe('13800001234')
    const { timeline } = answered(await resident().show({ case: first.id }))
    expect(timeline.at(-1)).toMatchObject({ event: 'reveal', name: '王秀英', words: '电话核实' })
  })

  it('stands nowhere in clear in what is stored', async () => {
    const first = await registered(community, 'resident-1')
    const asked = answered(await worker().ask({ ...act(first), words: '方小棠住二单元吗' }))
    answered(await resident().answer({ ...act(asked), words: '是，电话 13800001234' }))
    const stored = await community.storedBytes()
    for (const secret of [...secrets, '方小棠住二单元吗'])
      expect(stored.includes(Buffer.from(secret))).toBe(false)
    expect(stored.includes(Buffer.from('方*棠'))).toBe(true)
  })
})

describe('staff cannot handle their own registration', () => {
  it('a grid worker who returns is decided on by somebody else', async () => {
    const own = registration()
    const first = answered(await worker().register(own))
    const decision = { ...act(first), measure: 'noticeOnly' as const, days: 0, words: '' }
    expect(refusal(await worker().accept(decision)).code).toBe('eventNotAllowed')
    expect(refusal(await worker().review({ case: first.id })).code).toBe('notFound')
    answered(await community.as('officer-1').returnee.accept({ ...decision, submission: randomUUID() }))
  })
})
