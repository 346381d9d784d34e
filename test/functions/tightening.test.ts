import { addDays } from '@contract/calendar'
import { answered, openCommunity, refusal, type Community } from './support/community'
import { act, registered, registration, today } from './support/registrations'

let community: Community
beforeAll(async () => {
  community = await openCommunity()
})
afterAll(() => community.close())

const worker = () => community.as('worker-1-1').returnee
const officer = () => community.as('officer-1').returnee
const resident = () => community.as('resident-1').returnee

const home = { measure: 'homeObservation' as const, days: 7 }
const central = { measure: 'centralObservation' as const, days: 7 }
const monitoring = { measure: 'healthMonitoring' as const, days: 3 }

const accepted = async (openid = 'resident-1') =>
  answered(
    await worker().accept({ ...act(await registered(community, openid)), ...home, words: '每天早晚量体温' }),
  )

const proposed = async () =>
  answered(await worker().tighten({ ...act(await accepted()), ...central, words: '同乘者阳性' }))

const messagesOf = (id: string) =>
  community.cloud.wechat.outbox
    .latest(1000)
    .filter(({ page }) => page?.includes(id))
    .reverse()
    .map(({ to, fields }) => [to, fields.phrase2 ?? fields.phrase3])

const review = async (openid: string, id: string) =>
  answered(await community.as(openid).returnee.review({ case: id }))

describe('a looser measure', () => {
  it('is in force at once, by one person, and the resident is told', async () => {
    const first = await accepted()
    const revised = answered(await worker().revise({ ...act(first), ...monitoring, words: '两次阴性' }))
    expect(revised.status).toBe('accepted')
    const shown = answered(await resident().show({ case: first.id }))
    expect(shown.outcome).toEqual({ ...monitoring, from: today, until: addDays(today, 2) })
    expect(shown.timeline.at(-1)).toMatchObject({ event: 'revise', name: '王秀英', words: '两次阴性' })
    expect(messagesOf(first.id).at(-1)).toEqual(['resident-1', '已调整'])
  })

  it.each([
    ['stricter', central, 'stricterThanNow'],
    ['longer', { ...home, days: 8 }, 'stricterThanNow'],
    ['the same', home, 'unchanged'],
  ])('is refused when it is %s', async (_what, terms, fault) => {
    const first = await accepted()
    const error = refusal(await officer().revise({ ...act(first), ...terms, words: '再看' }))
    expect(error).toMatchObject({ code: 'invalidInput', fields: { measure: fault } })
    expect((await review('worker-1-1', first.id)).version).toBe(first.version)
  })

  it('needs a reason', async () => {
    const error = refusal(await worker().revise({ ...act(await accepted()), ...monitoring, words: ' ' }))
    expect(error.fields).toEqual({ words: 'required' })
  })
})

describe('a stricter measure', () => {
  it('is only proposed: the measure in force stays, and an officer is asked within two hours', async () => {
    const proposal = await proposed()
    const { status, outcome, todo } = await review('officer-1', proposal.id)
    expect(status).toBe('tightening')
    expect(outcome).toMatchObject(home)
    expect(todo).toMatchObject({ role: 'communityOfficer', assignee: { name: '沈知秋' } })
    const mine = answered(await community.as('officer-1').inbox.list({ mine: true }))
    expect(mine.items.map(({ id }) => id)).toContain(proposal.id)
    expect(messagesOf(proposal.id).at(-1)).toEqual(['officer-1', '待您确认'])
  })

  it('is kept from the resident until it is confirmed: nothing of it is in any of their answers', async () => {
    const proposal = await proposed()
    const seen = [await resident().show({ case: proposal.id }), await resident().mine({})].map((answer) =>
      JSON.stringify(answered(answer as never)),
    )
    for (const text of seen) expect(text).not.toMatch(/tighten|centralObservation|同乘者/)
    const shown = answered(await resident().show({ case: proposal.id }))
    expect(shown).toMatchObject({ status: 'accepted', todo: null, events: ['appeal'] })
    expect(messagesOf(proposal.id).filter(([to]) => to === 'resident-1')).toHaveLength(1)
  })

  it('is kept from the resident also where a colleague looks, or an act of theirs arrives once more', async () => {
    const sent = registration()
    const first = answered(await resident().register(sent))
    const asked = answered(await worker().ask({ ...act(first), words: '几号车厢？' }))
    const answer = { ...act(asked), words: '8 号' }
    const decided = answered(
      await worker().accept({ ...act(answered(await resident().answer(answer))), ...home, words: '' }),
    )
    const proposal = answered(await worker().tighten({ ...act(decided), ...central, words: '同乘者阳性' }))
    answered(await officer().reveal({ ...act(proposal), words: '电话核实' }))

    const again = answered(await resident().register(sent))
    expect(again).toMatchObject({ status: 'accepted', todo: null })
    expect(answered(await resident().answer(answer)).status).toBe('accepted')
    const shown = answered(await resident().show({ case: first.id }))
    expect(shown.timeline.at(-1)?.event).toBe('reveal')
    expect(JSON.stringify(shown)).not.toContain('tighten')
    const { cases } = answered(await community.as('resident-1').myData.show({}))
    expect(cases.find(({ id }) => id === first.id)).toMatchObject({
      obstacle: 'measure',
      until: addDays(today, 6),
    })
  })

  it('comes into force when an officer confirms it, and both are named to the resident with the reason', async () => {
    const proposal = await proposed()
    const done = answered(await officer().confirm({ ...act(proposal), words: '同乘者阳性，需集中观察' }))
    expect(done.status).toBe('accepted')
    const shown = answered(await resident().show({ case: proposal.id }))
    expect(shown.outcome).toEqual({ ...central, from: today, until: addDays(today, 6) })
    expect(shown.timeline.at(-1)).toMatchObject({
      event: 'confirm',
      name: '沈知秋',
      words: '同乘者阳性，需集中观察',
      detail: { measure: 'centralObservation', proposer: '王秀英', proposerRole: 'gridWorker' },
    })
    expect(messagesOf(proposal.id).at(-1)).toEqual(['resident-1', '已调整'])
  })

  it('is not confirmed by a grid worker', async () => {
    const proposal = await proposed()
    expect(refusal(await worker().confirm({ ...act(proposal), words: '是' })).code).toBe('eventNotAllowed')
  })

  it('is not confirmed by the officer who proposed it, who has no button for it, but by the one above', async () => {
    const first = await accepted()
    const proposal = answered(await officer().tighten({ ...act(first), ...central, words: '同乘者阳性' }))
    expect((await review('officer-1', first.id)).events).not.toContain('confirm')
    expect((await review('officer-1', first.id)).events).toContain('dismiss')
    expect(refusal(await officer().confirm({ ...act(proposal), words: '是' })).code).toBe('notYourOwn')
    expect((await review('street-officer', first.id)).todo?.assignee?.name).toBe('顾远山')
    answered(await community.as('street-officer').returnee.confirm({ ...act(proposal), words: '是' }))
  })

  it('is put before nobody whose own registration it is', async () => {
    const own = answered(await officer().register(registration()))
    const decided = answered(await worker().accept({ ...act(own), ...home, words: '' }))
    const proposal = answered(await worker().tighten({ ...act(decided), ...central, words: '同乘者阳性' }))
    expect((await review('worker-1-1', own.id)).todo?.assignee?.name).toBe('顾远山')
    expect(refusal(await officer().confirm({ ...act(proposal), words: '是' })).code).toBe('eventNotAllowed')
  })

  it('that is looser is refused: nobody need confirm it', async () => {
    const error = refusal(await worker().tighten({ ...act(await accepted()), ...monitoring, words: '阴性' }))
    expect(error).toMatchObject({ code: 'invalidInput', fields: { measure: 'looserThanNow' } })
  })

  it('of two officers who decide at once is decided by one', async () => {
    const proposal = await proposed()
    const results = await Promise.all([
      officer().confirm({ ...act(proposal), words: '是' }),
      community.as('street-officer').returnee.dismiss({ ...act(proposal), words: '不必' }),
    ])
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    expect(results.filter((result) => !result.ok).map((result) => refusal(result).code)).toEqual([
      'changedMeanwhile',
    ])
  })

  it('costs one database request more than another change: who may confirm it', async () => {
    const first = await accepted()
    const cost = await community.costOf(async () =>
      answered(await worker().tighten({ ...act(first), ...central, words: '同乘者阳性' })),
    )
    expect(cost.length).toBeLessThanOrEqual(4)
  })
})

describe('a proposal that is not taken up', () => {
  it.each(['officer-1', 'worker-1-1'])(
    'leaves all as it was, and the resident unaware (by %s)',
    async (by) => {
      const proposal = await proposed()
      const before = answered(await resident().show({ case: proposal.id }))
      const done = answered(
        await community.as(by).returnee.dismiss({ ...act(proposal), words: '已核实，不必' }),
      )
      expect(done.status).toBe('accepted')
      const after = answered(await resident().show({ case: proposal.id }))
      expect(after).toEqual({ ...before, version: done.version })
      expect((await review('officer-1', proposal.id)).outcome).toMatchObject(home)
      expect(messagesOf(proposal.id).at(-1)).toEqual(['officer-1', '待您确认'])
    },
  )

  it('is not dismissed by a grid worker who has not made it', async () => {
    const first = await accepted()
    const proposal = answered(await officer().tighten({ ...act(first), ...central, words: '同乘者阳性' }))
    expect(refusal(await worker().dismiss({ ...act(proposal), words: '不必' })).code).toBe('notAllowed')
    expect((await review('worker-1-1', first.id)).events).not.toContain('dismiss')
  })
})

describe('whoever enters a registration on the telephone', () => {
  it('may decide it, since at night there may be nobody else, and the case page says so', async () => {
    const entered = answered(await worker().register({ ...registration(), purpose: 'telephone' }))
    answered(await worker().accept({ ...act(entered), ...home, words: '' }))
    expect((await review('officer-1', entered.id)).decidedAlone).toBe(true)
    expect((await review('officer-1', (await accepted()).id)).decidedAlone).toBe(false)
  })
})
