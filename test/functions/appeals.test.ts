import { randomUUID } from 'node:crypto'
import { limits, outcomeOf, returneeMachine } from '@contract/returnee'
import { advanced } from '@kernel/caseEvents'
import { demoPosts } from '../../local/demo/places'
import { answered, openCommunity, refusal, type Community } from './support/community'
import { act, registered, registration, today } from './support/registrations'
import { storedRegistration } from './support/storedRegistration'

/** Accepted by the grid worker so many days ago. */
function acceptedBefore(days: number) {
  const at = new Date(Date.now() - days * 86_400_000)
  const stored = storedRegistration(at)
  const { set, entry } = advanced(
    returneeMachine,
    stored,
    'accept',
    { at, submission: '', digest: '', by: { actor: 'gridWorker', account: 'worker-1-1', name: '王秀英' } },
    { changes: { body: { ...stored.body, outcome: outcomeOf('homeObservation', 7, today) } } },
  )
  return { ...stored, ...set, history: [...stored.history, entry] }
}

const lastDay = acceptedBefore(limits.appealDays)
const dayAfter = acceptedBefore(limits.appealDays + 1)

let community: Community
beforeAll(async () => {
  const [post] = demoPosts.filter(({ openid }) => openid === 'officer-1')
  const second = { ...post, _id: 'post-second', openid: 'second-officer', name: '陆二' }
  community = await openCommunity({
    staff: [...demoPosts, second] as never,
    cases: [lastDay, dayAfter] as never,
  })
})
afterAll(() => community.close())

const as = (openid: string) => community.as(openid).returnee
const resident = () => as('resident-1')

const home = { measure: 'homeObservation' as const, days: 7 }
const central = { measure: 'centralObservation' as const, days: 7 }
const monitoring = { measure: 'healthMonitoring' as const, days: 3 }
const because = { words: '我没有出站' }

const acceptedBy = async (openid: string) =>
  answered(await as(openid).accept({ ...act(await registered(community, 'resident-1')), ...home, words: '' }))

const rejected = async () =>
  answered(
    await as('worker-1-1').reject({ ...act(await registered(community, 'resident-1')), words: '不在本社区' }),
  )

const appealed = async (decider = 'worker-1-1') =>
  answered(await resident().appeal({ ...act(await acceptedBy(decider)), ...because }))

const review = async (openid: string, id: string) => answered(await as(openid).review({ case: id }))

const messagesOf = (id: string) =>
  community.cloud.wechat.outbox
    .latest(1000)
    .filter(({ page }) => page?.includes(id))
    .reverse()
    .map(({ to, fields }) => [to, fields.phrase2 ?? fields.phrase3])

describe('an appeal', () => {
  it('goes to the officer above who decided, and leaves the measure in force', async () => {
    const { id } = await appealed()
    const shown = answered(await resident().show({ case: id }))
    expect(shown).toMatchObject({ status: 'appealed', outcome: home })
    expect(shown.todo).toMatchObject({ role: 'communityOfficer', assignee: { name: '沈知秋' } })
    const hours = (new Date(shown.todo?.dueAt ?? 0).getTime() - Date.now()) / 3_600_000
    expect(hours).toBeGreaterThan(23)
    expect(hours).toBeLessThan(38)
    expect(messagesOf(id).at(-1)).toEqual(['officer-1', '有人申诉'])
  })

  it.each([
    ['worker-1-1', '沈知秋', 'communityOfficer'],
    ['officer-1', '顾远山', 'streetOfficer'],
    ['street-officer', '骆同舟', 'streetOfficer'],
  ])('against a decision of %s goes to %s', async (decider, name, role) => {
    const { id } = await appealed(decider)
    const { todo } = await review('street-officer', id)
    expect(todo?.assignee?.name).toBe(name)
    expect(todo?.role).toBe(role)
  })

  it('against a stricter measure goes above both who made it, and is heard by neither', async () => {
    const first = await acceptedBy('worker-1-1')
    const proposal = answered(await as('worker-1-1').tighten({ ...act(first), ...central, words: '同乘' }))
    const confirmed = answered(await as('officer-1').confirm({ ...act(proposal), words: '同乘' }))
    const { id, version } = answered(await resident().appeal({ ...act(confirmed), ...because }))
    expect((await review('street-officer', id)).todo?.assignee?.name).toBe('顾远山')
    const heard = { ...act({ id, version }), words: '属实' }
    expect(refusal(await as('officer-1').uphold(heard)).code).toBe('notYourOwn')
    expect(refusal(await as('second-officer').uphold(heard)).code).toBe('notAllowed')
    answered(await as('street-officer').uphold(heard))
  })

  it('drops a proposal that was not confirmed yet', async () => {
    const first = await acceptedBy('worker-1-1')
    const proposal = answered(await as('worker-1-1').tighten({ ...act(first), ...central, words: '同乘' }))
    const appeal = answered(await resident().appeal({ ...act(proposal), ...because }))
    const shown = answered(await resident().show({ case: first.id }))
    expect(JSON.stringify(shown)).not.toContain('tighten')
    const upheld = answered(await as('officer-1').uphold({ ...act(appeal), words: '属实' }))
    expect(upheld.status).toBe('accepted')
    expect((await review('officer-1', first.id)).outcome).toMatchObject(home)
  })

  it('is written down by staff for somebody without an account', async () => {
    const entered = answered(await as('worker-1-1').register({ ...registration(), purpose: 'telephone' }))
    const decided = answered(await as('worker-1-1').accept({ ...act(entered), ...home, words: '' }))
    const appeal = answered(await as('worker-1-1').appeal({ ...act(decided), ...because }))
    const { todo, timeline } = await review('officer-1', appeal.id)
    expect(todo?.assignee?.name).toBe('沈知秋')
    expect(timeline.at(-1)).toMatchObject({ event: 'appeal', name: '王秀英', words: because.words })
  })

  it('that staff wrote down for somebody with an account leaves them their own', async () => {
    const first = await acceptedBy('worker-1-1')
    const written = answered(await as('worker-1-1').appeal({ ...act(first), words: '来电说不同意' }))
    const upheld = answered(await as('officer-1').uphold({ ...act(written), words: '属实' }))
    expect(refusal(await as('worker-1-1').appeal({ ...act(upheld), ...because })).code).toBe('appealClosed')
    answered(await resident().appeal({ ...act(upheld), ...because }))
  })

  it('against a notice, than which nothing is looser, is not possible, and there is no button for it', async () => {
    const notice = { measure: 'noticeOnly' as const, days: 0, words: '' }
    const first = await registered(community, 'resident-1')
    const decided = answered(await as('worker-1-1').accept({ ...act(first), ...notice }))
    expect(refusal(await resident().appeal({ ...act(decided), ...because })).code).toBe('appealClosed')
    expect(answered(await resident().show({ case: first.id })).events).toEqual([])
    expect((await review('worker-1-1', first.id)).events).not.toContain('appeal')
  })

  it('is not handed to who decided with all the other work of who hears it', async () => {
    const { id } = await appealed()
    const administrator = community.as('administrator').staff
    const handing = { post: 'post-officer-1', to: 'post-worker-1-1', submission: randomUUID() }
    answered(await administrator.handOver(handing))
    expect((await review('officer-1', id)).todo).toMatchObject({ role: 'communityOfficer', assignee: null })
  })

  it('needs words', async () => {
    const first = await acceptedBy('worker-1-1')
    expect(refusal(await resident().appeal({ ...act(first), words: '' })).fields).toEqual({
      words: 'required',
    })
  })

  it('of somebody else’s registration finds nothing', async () => {
    const first = await acceptedBy('worker-1-1')
    expect(refusal(await as('resident-2').appeal({ ...act(first), ...because })).code).toBe('notFound')
  })

  it('sent twice is one, answered the same', async () => {
    const first = await acceptedBy('worker-1-1')
    const sent = { ...act(first), ...because }
    const [one, two] = [await resident().appeal(sent), await resident().appeal(sent)].map(answered)
    expect(two).toEqual(one)
  })

  it('is possible once for each decision', async () => {
    const upheld = answered(await as('officer-1').uphold({ ...act(await appealed()), words: '属实' }))
    expect(refusal(await resident().appeal({ ...act(upheld), ...because })).code).toBe('appealClosed')
    expect(answered(await resident().show({ case: upheld.id })).events).toEqual([])
    const revised = answered(await as('officer-1').revise({ ...act(upheld), ...monitoring, words: '阴性' }))
    answered(await resident().appeal({ ...act(revised), ...because }))
  })

  it('is possible on the last day, and not on the day after, when there is no button for it either', async () => {
    const late = { ...act({ id: dayAfter._id, version: dayAfter.version }), ...because }
    expect(refusal(await resident().appeal(late)).code).toBe('appealClosed')
    expect(refusal(await as('worker-1-1').appeal(late)).code).toBe('appealClosed')
    expect(answered(await resident().show({ case: dayAfter._id })).events).toEqual([])
    answered(await resident().appeal({ ...act({ id: lastDay._id, version: lastDay.version }), ...because }))
  })

  it('costs three database requests of the resident', async () => {
    const first = await acceptedBy('worker-1-1')
    const cost = await community.costOf(async () =>
      answered(await resident().appeal({ ...act(first), ...because })),
    )
    expect(cost.length).toBeLessThanOrEqual(3)
  })
})

describe('hearing an appeal', () => {
  it('upheld, the decision stands and the resident reads why', async () => {
    const appeal = await appealed()
    answered(await as('officer-1').uphold({ ...act(appeal), words: '行程属实' }))
    const shown = answered(await resident().show({ case: appeal.id }))
    expect(shown).toMatchObject({ status: 'accepted', outcome: home, todo: null })
    expect(shown.timeline.at(-1)).toMatchObject({ event: 'uphold', name: '沈知秋', words: '行程属实' })
    expect(messagesOf(appeal.id).at(-1)).toEqual(['resident-1', '申诉已答复'])
  })

  it('granted, a looser measure is in force, and can be appealed against in turn', async () => {
    const appeal = await appealed()
    answered(await as('officer-1').grant({ ...act(appeal), ...monitoring, words: '核实无误' }))
    const shown = answered(await resident().show({ case: appeal.id }))
    expect(shown).toMatchObject({ status: 'accepted', outcome: monitoring, todo: null, events: ['appeal'] })
    expect(messagesOf(appeal.id).at(-1)).toEqual(['resident-1', '申诉成立'])
  })

  it.each([
    ['stricter', central, 'stricterThanNow'],
    ['the same', home, 'unchanged'],
  ])('nobody is worse off for it: a measure that is %s is refused', async (_what, terms, fault) => {
    const appeal = await appealed()
    const error = refusal(await as('officer-1').grant({ ...act(appeal), ...terms, words: '再看' }))
    expect(error).toMatchObject({ code: 'invalidInput', fields: { measure: fault } })
  })

  it('against a rejection, upheld, leaves it rejected', async () => {
    const appeal = answered(await resident().appeal({ ...act(await rejected()), ...because }))
    const upheld = answered(await as('officer-1').uphold({ ...act(appeal), words: '确实不在' }))
    expect(upheld.status).toBe('rejected')
  })

  it('against a rejection, granted, accepts the registration with a measure', async () => {
    const appeal = answered(await resident().appeal({ ...act(await rejected()), ...because }))
    const granted = answered(await as('officer-1').grant({ ...act(appeal), ...home, words: '确在本社区' }))
    expect(granted.status).toBe('accepted')
    expect(answered(await resident().show({ case: appeal.id })).outcome).toMatchObject(home)
  })

  it.each([
    ['the grid worker who decided', 'worker-1-1', 'worker-1-1', 'eventNotAllowed'],
    ['the officer who decided', 'officer-1', 'officer-1', 'notYourOwn'],
    ['a colleague of the same rank', 'officer-1', 'second-officer', 'notAllowed'],
    ['the only street officer, who decided', 'street-officer', 'street-officer', 'notYourOwn'],
    ['another community’s officer', 'worker-1-1', 'officer-2', 'notFound'],
  ] as const)('is not for %s, who has no button for it', async (_who, decider, hearer, code) => {
    const appeal = await appealed(decider)
    const heard = { ...act(appeal), words: '属实' }
    expect(refusal(await as(hearer).uphold(heard)).code).toBe(code)
    expect(refusal(await as(hearer).grant({ ...heard, ...monitoring })).code).toBe(code)
    if (code === 'notFound') return
    const { events } = await review(hearer, appeal.id)
    expect(events).not.toContain('uphold')
    expect(events).not.toContain('grant')
  })

  it('is for anybody above who decided, not only for whom it was put before', async () => {
    const appeal = await appealed()
    expect((await review('second-officer', appeal.id)).events).toEqual(
      expect.arrayContaining(['uphold', 'grant']),
    )
    answered(await as('street-officer').uphold({ ...act(appeal), words: '属实' }))
  })

  it('waits for the same rank when whoever it was put before is suspended', async () => {
    const { id } = await appealed('second-officer')
    const post = 'post-street-officer'
    const found = answered(await community.as('administrator').staff.show({ post }))
    const onPost = { post, submission: randomUUID(), version: found.version }
    answered(await community.as('administrator').staff.suspend({ ...onPost, words: '休假' }))
    expect((await review('officer-1', id)).todo).toMatchObject({ role: 'streetOfficer', assignee: null })
    expect((await review('officer-1', id)).events).not.toContain('uphold')
  })
})
