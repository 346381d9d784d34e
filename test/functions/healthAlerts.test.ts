import { randomUUID } from 'node:crypto'
import type { HealthAlertForReview } from '@contract/healthAlerts'
import { answered, openCommunity, refusal, type Community } from './support/community'
import { alerts, alone, unwell } from './support/episodes'
import { set } from './support/keeping'
import { act, registered, today } from './support/registrations'

let community: Community
beforeAll(async () => {
  community = await openCommunity()
})
afterAll(() => community.close())

const MINUTE = 60_000

const worker = () => community.as('worker-1-1').healthAlerts
const review = async (id: string): Promise<HealthAlertForReview> =>
  answered(await worker().review({ case: id }))
const told = (openid: string) => community.cloud.wechat.outbox.latest(100, openid)

/** Seen by the grid worker. */
async function seen(household = alone(community)): Promise<HealthAlertForReview> {
  const id = await unwell(community, household)
  answered(await worker().see(act(await review(id))))
  return review(id)
}

async function closed(household = alone(community)): Promise<HealthAlertForReview> {
  const found = await seen(household)
  answered(await worker().close({ ...act(found), ending: 'recovered', words: '已退烧' }))
  return review(found.id)
}

describe('somebody unwell', () => {
  it('is a case for the grid worker, to be opened within half an hour', async () => {
    const found = await review(await unwell(community, alone(community)))
    expect(found).toMatchObject({ status: 'raised', display: '方*棠', isEmergency: false })
    expect(found.reports).toMatchObject([
      { on: today, temperature: 38.2, concerns: ['fever'], how: 'self', by: { role: 'owner', name: null } },
    ])
    expect(found.todo?.role).toBe('gridWorker')
    expect(new Date(found.todo?.dueAt ?? 0).getTime() - Date.parse(found.openedAt)).toBe(30 * MINUTE)
  })

  it('is told to the grid worker at once, without a name', async () => {
    const id = await unwell(community, alone(community))
    expect(told('worker-1-1')[0]).toMatchObject({
      page: `staff/healthAlert/index?id=${id}`,
      fields: { thing1: '健康异常', phrase3: '请尽快查看' },
    })
    expect(JSON.stringify(told('worker-1-1'))).not.toContain('方')
  })

  it('is told as an emergency when breathing is difficult', async () => {
    const id = await unwell(community, alone(community), { symptoms: ['breathless'] })
    expect(told('worker-1-1')[0]?.fields.phrase3).toBe('情况紧急')
    expect((await review(id)).isEmergency).toBe(true)
  })

  it('stands on top of the inbox, above what is long overdue', async () => {
    const late = await registered(community, 'resident-3', {
      household: { place: 'qinghe-1-2-1-1', door: '' },
    })
    set(community, 'cases', late.id, { 'todo.dueAt': new Date(0) })
    const id = await unwell(community, alone(community, 'qinghe-1-2-1-1'))
    const list = community.as('worker-1-2').inbox.list
    const lines = answered(await list({})).items
    expect(lines.map((line) => [line.id, line.urgency])).toEqual([
      [id, 1],
      [late.id, 0],
    ])
    expect(lines[0]?.brief).toEqual({ temperature: 38.2, concerns: 'fever', isEmergency: 0 })
    const { urgency, todo } = lines[0]!
    const after = answered(await list({ after: { urgency, dueAt: todo.dueAt, id } }))
    expect(after.items.map((line) => line.id)).toEqual([late.id])
  })

  it('is one case however often it is reported, by whichever telephone', async () => {
    const household = alone(community)
    const first = await unwell(community, household)
    const dueAt = (await review(first)).todo?.dueAt
    expect(await unwell(community, household, { temperature: '38.0' }, 'resident-2')).toBe(first)
    const found = await review(first)
    expect(found.reports.map(({ temperature }) => temperature)).toEqual([38, 38.2])
    expect([found.status, found.todo?.dueAt]).toEqual(['raised', dueAt])
  })

  it('has to be opened anew when it gets worse after it was seen, and only then', async () => {
    const household = alone(community)
    const { id } = await seen(household)
    await unwell(community, household, { temperature: '38.3' })
    expect((await review(id)).status).toBe('seen')
    await unwell(community, household, { temperature: '38.8' })
    const found = await review(id)
    expect(found.status).toBe('raised')
    expect(found.timeline.map(({ event }) => event)).toEqual(['raise', 'see', 'again', 'worsen'])
    expect(told('worker-1-1')[0]?.fields.phrase3).toBe('情况加重')
  })

  it('begins another episode after one that was closed', async () => {
    const household = alone(community)
    const first = await closed(household)
    const second = await unwell(community, household)
    expect(second).not.toBe(first.id)
    const numbers = alerts(community).filter(({ body }) => body.household === household._id)
    expect(numbers.map(({ body, status }) => [body.number, status])).toEqual([
      [1, 'closed'],
      [2, 'raised'],
    ])
  })

  it('whose report steward or grid worker entered is nobody’s own case', async () => {
    const household = alone(community)
    const id = await unwell(community, household, { temperature: '38.2' }, 'worker-1-1')
    expect(alerts(community).find(({ _id }) => _id === id)?.owner).toBeNull()
    expect((await review(id)).reports[0]?.by).toEqual({
      role: 'gridWorker',
      name: expect.any(String) as string,
    })
  })

  it('follows the family when it has moved before the next report', async () => {
    const household = alone(community)
    const id = await unwell(community, household)
    const handed = { ...act(await review(id)), colleague: 'post-officer-1', words: '' }
    answered(await worker().reassign(handed))
    const { at, place } = alone(community, 'qinghe-2-1-1-1')
    set(community, 'households', household._id, { at, place })
    await unwell(community, household)
    expect(refusal(await worker().review({ case: id })).code).toBe('notFound')
    const { status, todo } = answered(await community.as('worker-2-1').healthAlerts.review({ case: id }))
    expect([status, todo]).toEqual(['raised', { ...todo, role: 'gridWorker', assignee: null }])
    expect(told('worker-2-1')[0]?.page).toBe(`staff/healthAlert/index?id=${id}`)
  })
})

describe('staff', () => {
  it('have two hours for it once they have seen it, and it stays on top', async () => {
    const found = await seen()
    expect(found).toMatchObject({
      status: 'seen',
      events: ['followUp', 'close', 'note', 'reassign', 'reveal'],
    })
    const ahead = new Date(found.todo?.dueAt ?? 0).getTime() - Date.now()
    expect(Math.round(ahead / MINUTE)).toBe(120)
    expect(alerts(community).find(({ _id }) => _id === found.id)?.todo?.urgency).toBe(1)
  })

  it('look again the next morning at what was followed up, in its turn', async () => {
    const found = await seen()
    answered(await worker().followUp({ ...act(found), words: '已送药' }))
    expect(alerts(community).find(({ _id }) => _id === found.id)?.todo?.urgency).toBe(0)
    expect((await review(found.id)).status).toBe('seen')
  })

  it('close it with what it was, and each telephone of the family is told', async () => {
    const found = await closed()
    expect(found).toMatchObject({
      status: 'closed',
      ending: 'recovered',
      todo: null,
      events: ['note', 'reveal'],
    })
    for (const openid of ['resident-1', 'resident-2']) {
      expect(told(openid)[0]).toMatchObject({
        page: `pages/daily/alert/index?id=${found.id}`,
        fields: { phrase2: '已处理' },
      })
    }
  })

  it('cannot close what nobody has seen, nor without saying what was found', async () => {
    const found = await review(await unwell(community, alone(community)))
    const ending = 'recovered' as const
    expect(refusal(await worker().close({ ...act(found), ending, words: '已退烧' })).code).toBe(
      'eventNotAllowed',
    )
    expect(refusal(await worker().close({ ...act(found), ending, words: ' ' })).fields).toEqual({
      words: 'required',
    })
  })

  it('hand it to a colleague of the place, who is told, and to nobody else', async () => {
    const found = await seen()
    const elsewhere = { ...act(found), colleague: 'post-worker-2-1', words: '' }
    expect(refusal(await worker().reassign(elsewhere)).fields).toEqual({ colleague: 'colleagueUnknown' })
    answered(await worker().reassign({ ...act(found), colleague: 'post-officer-1', words: '' }))
    expect((await review(found.id)).todo?.assignee?.id).toBe('post-officer-1')
    expect(told('officer-1')[0]?.fields.phrase3).toBe('转给您')
  })

  it('hand it to nobody of that very family', async () => {
    const household = alone(community)
    const accounts = [...household.accounts, 'officer-1']
    set(community, 'households', household._id, { accounts })
    const found = await seen(household)
    const handed = await worker().reassign({ ...act(found), colleague: 'post-officer-1', words: '' })
    expect(refusal(handed).fields).toEqual({ colleague: 'colleagueUnknown' })
  })

  it('who act at the same version do so one after the other: the second is told that somebody was quicker', async () => {
    const found = await review(await unwell(community, alone(community)))
    answered(await worker().see(act(found)))
    const late = await community.as('officer-1').healthAlerts.see(act(found))
    expect(refusal(late).code).toBe('changedMeanwhile')
  })

  it('do a thing once that arrives twice', async () => {
    const found = await review(await unwell(community, alone(community)))
    const input = act(found)
    const [first, second] = [await worker().see(input), await worker().see(input)]
    expect(answered(second)).toEqual(answered(first))
  })

  it('do not handle what is wrong in their own family', async () => {
    const household = alone(community)
    set(community, 'households', household._id, { accounts: ['resident-1', 'worker-1-1'] })
    const id = await unwell(community, household)
    expect(refusal(await worker().review({ case: id })).code).toBe('notFound')
    expect(refusal(await worker().see({ ...act({ id, version: 1 }) })).code).toBe('notFound')
    // Somebody above them learns of it instead.
    expect(told('officer-1')[0]?.page).toBe(`staff/healthAlert/index?id=${id}`)
  })
})

describe('the clear text of an episode', () => {
  it('is shown for a reason, written down, and the family reads who looked and why', async () => {
    const household = alone(community)
    const id = await unwell(community, household, { temperature: '38.2', note: '请打 13800001234' })
    const input = { ...act(await review(id)), words: '电话联系' }
    expect(answered(await worker().reveal(input))).toMatchObject({
      name: '方小棠',
      phone: '13800001234',
      door: '301',
      document: '11010519491231002X',
      notes: ['请打 13800001234'],
    })
    const { timeline } = answered(await community.as('resident-2').healthAlerts.show({ case: id }))
    expect(timeline.at(-1)).toMatchObject({ event: 'reveal', actor: 'gridWorker', words: '电话联系' })
    const looks = answered(await community.as('officer-1').looks.list({ place: 'qinghe-1' }))
    expect(looks.items[0]).toMatchObject({ kind: 'reveal', found: 1, cases: [{ id, kind: 'healthAlert' }] })
  })

  it('is nowhere else: neither in what staff read nor in what is stored', async () => {
    const id = await unwell(community, alone(community), { temperature: '38.2', note: '床头有药' })
    const read = JSON.stringify([await review(id), alerts(community)])
    for (const secret of ['方小棠', '13800001234', '11010519491231002X', '床头有药']) {
      expect(read).not.toContain(secret)
    }
  })
})

describe('the family', () => {
  it('reads, by each of its telephones, that somebody has seen it and whom to call', async () => {
    const found = await seen()
    for (const openid of ['resident-1', 'resident-2']) {
      const own = answered(await community.as(openid).healthAlerts.show({ case: found.id }))
      expect(own).toMatchObject({ id: found.id, name: '方小棠', status: 'seen', ending: null })
      expect(own.seen?.name).toBe(found.timeline[1]?.name)
      expect(own.contact?.phone).toMatch(/^1/)
    }
  })

  it('does not read what staff note among themselves', async () => {
    const found = await seen()
    answered(await worker().note({ ...act(found), words: '家属情绪激动' }))
    const own = await community.as('resident-1').healthAlerts.show({ case: found.id })
    expect(JSON.stringify(answered(own))).not.toContain('情绪')
  })

  it('of somebody else is answered like one that is not there, at the same cost', async () => {
    const { id } = await seen()
    const other = community.as('resident-3').healthAlerts
    const notThere = randomUUID()
    expect(await other.show({ case: id })).toEqual(await other.show({ case: notThere }))
    const cost = async (one: string) => (await community.costOf(() => other.show({ case: one }))).length
    expect(await cost(id)).toBe(await cost(notThere))
  })
})
