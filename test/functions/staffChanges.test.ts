import { randomUUID } from 'node:crypto'
import type { Result } from '@contract/action'
import type { StaffMember } from '@contract/staff'
import { demoPosts } from '../../local/demo/places'
import type { Document } from '../../local/store/types'
import { answered, openCommunity, refusal, type Community } from './support/community'
import { act, registered } from './support/registrations'
import { onPost, postOf } from './support/staff'

const more = [
  postOf('administrator-2', 'administrator', 'qinghe'),
  postOf('worker-1-1-b', 'gridWorker', 'qinghe-1-1'),
]

let community: Community
beforeAll(async () => {
  community = await openCommunity({ staff: [...demoPosts, ...more] as unknown as Document[] })
})
afterAll(() => community.close())

const as = (openid: string) => community.as(openid)
const show = async (by: string, post: string): Promise<StaffMember> =>
  answered(await as(by).staff.show({ post }))
const change = async (deed: 'suspend' | 'resume', by: string, post: string) =>
  as(by).staff[deed]({ ...(await onPost(community, by, post)), words: '长期请假' })
const move = async (by: string, post: string, to: string) =>
  as(by).staff.move({ ...(await onPost(community, by, post)), to })

/** A registration of the first grid, handed to the officer of the community. */
async function handedToOfficer() {
  const first = await registered(community, 'resident-1')
  const handed = { ...act(first), colleague: 'post-officer-1', words: '' }
  answered(await as('worker-1-1').returnee.reassign(handed))
  return first.id
}

const todoOf = async (id: string, reader = 'street-officer') =>
  answered(await as(reader).returnee.review({ case: id })).todo

describe('the staff of a place', () => {
  it('is listed for whoever looks after it: at the place and below, the widest first, with who appointed', async () => {
    const { posts, more: isMore } = answered(await as('officer-2').staff.list({ place: 'qinghe-2' }))
    expect(posts.map(({ name, role }) => [name, role])).toEqual([
      ['韩清和', 'communityOfficer'],
      ['邹白露', 'gridWorker'],
      ['柏秋分', 'gridWorker'],
      ['曹寒露', 'gridWorker'],
    ])
    expect(posts[1]).toMatchObject({ appointedBy: { role: 'administrator' }, suspended: null })
    expect(isMore).toBe(false)
    expect(JSON.stringify(posts)).not.toContain('"worker-2-1"')
  })

  it('is found by a part of a name', async () => {
    const { posts } = answered(await as('street-officer').staff.list({ place: 'qinghe', name: '白露' }))
    expect(posts.map(({ name }) => name)).toEqual(['邹白露'])
    expect(answered(await as('street-officer').staff.list({ place: 'qinghe', name: '.*' })).posts).toEqual([])
  })

  it('is nobody else’s to see', async () => {
    expect(refusal(await as('officer-2').staff.list({ place: 'qinghe-1' })).code).toBe('notFound')
    expect(refusal(await as('worker-2-1').staff.list({ place: 'qinghe-2-1' })).code).toBe('notAllowed')
    const elsewhere = await as('officer-2').staff.show({ post: 'post-worker-1-1' })
    expect(elsewhere).toEqual(await as('officer-2').staff.show({ post: 'post-nobody' }))
    expect(refusal(elsewhere).code).toBe('notFound')
  })

  it('is shown one by one with open work, what can be done and who could take over', async () => {
    await handedToOfficer()
    const officer = await show('street-officer', 'post-officer-1')
    expect(officer).toMatchObject({ openWork: 1, deeds: ['handOver', 'move', 'suspend'] })
    expect(officer.successors.map(({ name }) => name)).toEqual(['顾远山', '骆同舟'])
    expect((await show('officer-1', 'post-officer-1')).deeds).toEqual([])
    const worker = await show('officer-1', 'post-worker-1-1')
    expect(worker.successors.map(({ role }) => role)).toEqual([
      'gridWorker',
      'communityOfficer',
      'streetOfficer',
      'streetOfficer',
    ])
  })
})

describe('suspending', () => {
  it('takes every right at once, in every function, and gives it back', async () => {
    const { id } = await registered(community, 'resident-1')
    const worker = as('worker-1-1')
    const rights = (): Promise<Result<unknown>>[] => [
      worker.inbox.list({}),
      worker.returnee.review({ case: id }),
      worker.places.below({ place: 'qinghe-1-1' }),
      worker.people.colleagues({ place: 'qinghe-1-1' }),
    ]
    const codes = async () =>
      (await Promise.all(rights())).map((result) => (result.ok ? 'ok' : result.error.code))
    expect(await codes()).toEqual(['ok', 'ok', 'ok', 'ok'])

    answered(await change('suspend', 'officer-1', 'post-worker-1-1'))
    expect((await codes()).filter((code) => code === 'ok')).toEqual([])
    expect(answered(await worker.people.me({})).posts).toEqual([])
    const colleagues = answered(await as('officer-1').people.colleagues({ place: 'qinghe-1-1' }))
    expect(colleagues.map(({ id: post }) => post)).not.toContain('post-worker-1-1')
    expect(await show('officer-1', 'post-worker-1-1')).toMatchObject({
      suspended: { by: { name: '沈知秋' } },
      deeds: ['resume'],
      history: [{ event: 'suspend', words: '长期请假', by: { name: '沈知秋', role: 'communityOfficer' } }],
    })

    answered(await change('resume', 'officer-1', 'post-worker-1-1'))
    expect(await codes()).toEqual(['ok', 'ok', 'ok', 'ok'])
  })

  it('takes them from an officer in the functions of officers too', async () => {
    answered(await change('suspend', 'street-officer', 'post-officer-5'))
    const officer = as('officer-5')
    const invite = { submission: randomUUID(), place: 'qinghe-5-1', role: 'gridWorker' as const }
    const results = await Promise.all([
      officer.staff.list({ place: 'qinghe-5' }),
      officer.staff.invite(invite),
      officer.staff.show({ post: 'post-worker-5-1' }),
      officer.staff.invitations({ place: 'qinghe-5' }),
    ])
    expect(results.map((result) => refusal(result).code)).toEqual(Array(4).fill('notAllowed'))
  })

  it('leaves what was handed over to the role of the place, in its history too, and its messages to whoever is above', async () => {
    const id = await handedToOfficer()
    answered(await change('suspend', 'street-officer', 'post-officer-1'))
    expect(await todoOf(id)).toMatchObject({ role: 'gridWorker', assignee: null })
    const { timeline } = answered(await as('street-officer').returnee.review({ case: id }))
    expect(timeline.at(-1)).toMatchObject({ event: 'reassign', actor: 'system', name: null })
    const { responsible } = answered(await as('resident-1').places.show({ place: 'qinghe-1' }))
    expect(responsible.map(({ name }) => name)).not.toContain('沈知秋')
    answered(await change('resume', 'street-officer', 'post-officer-1'))
  })

  it('sends the messages about new cases to whoever is above', async () => {
    answered(await change('suspend', 'officer-3', 'post-worker-3-1'))
    await registered(community, 'resident-2', { household: { place: 'qinghe-3-1-1-1', door: '101' } })
    await registered(community, 'resident-3', { household: { place: 'qinghe-3-2-1-1', door: '101' } })
    const told = community.cloud.wechat.outbox.latest(2).map(({ to }) => to)
    expect(told.reverse()).toEqual(['officer-3', 'worker-3-2'])
  })

  it('needs a reason, and the version that was seen', async () => {
    const seen = await onPost(community, 'officer-4', 'post-worker-4-1')
    const bare = await as('officer-4').staff.suspend({ ...seen, words: ' ' })
    expect(refusal(bare).fields).toEqual({ words: 'required' })
    answered(await change('suspend', 'officer-4', 'post-worker-4-1'))
    const late = await as('street-officer').staff.resume({ ...seen, submission: randomUUID(), words: '返岗' })
    expect(refusal(late).code).toBe('changedMeanwhile')
    expect(refusal(await change('suspend', 'officer-4', 'post-worker-4-1')).code).toBe('eventNotAllowed')
  })

  it('sent twice is done once; the submission of another act is refused', async () => {
    const input = { ...(await onPost(community, 'officer-4', 'post-worker-4-2')), words: '离职' }
    const first = answered(await as('officer-4').staff.suspend(input))
    expect(answered(await as('officer-4').staff.suspend(input))).toEqual(first)
    expect((await show('officer-4', 'post-worker-4-2')).history).toHaveLength(1)
    const other = await as('officer-4').staff.suspend({ ...input, words: '别的原因' })
    expect(refusal(other).code).toBe('submissionTaken')
  })

  it.each<[who: string, by: string, post: string]>([
    ['oneself', 'officer-7', 'post-officer-7'],
    ['the street’s administrator, as its officer', 'street-officer', 'post-administrator'],
    ['oneself, as administrator', 'administrator', 'post-administrator'],
  ])('is refused for %s', async (_, by, post) => {
    const input = { ...(await onPost(community, by, post)), words: '试试' }
    for (const result of [
      await as(by).staff.suspend(input),
      await as(by).staff.move({ post, version: input.version, submission: randomUUID(), to: 'qinghe-1' }),
      await as(by).staff.handOver({ post, to: 'post-officer-1', submission: randomUUID() }),
    ]) {
      expect(refusal(result).fields).toEqual({ post: 'colleagueNotYours' })
    }
  })

  it('of those above and elsewhere is answered like that of nobody', async () => {
    for (const post of ['post-street-officer', 'post-worker-2-1', 'post-nobody']) {
      const input = { post, version: 1, submission: randomUUID(), words: '试试' }
      const result = await as('officer-7').staff.suspend(input)
      expect(refusal(result).code).toBe('notFound')
      const requests = await community.costOf(() => as('officer-7').staff.suspend(input))
      expect(requests).toHaveLength(3)
    }
  })
})

describe('the administrators', () => {
  it('who suspend each other at once leave one', async () => {
    const pair: [by: string, post: string][] = [
      ['administrator', 'post-administrator-2'],
      ['administrator-2', 'post-administrator'],
    ]
    const acts = await Promise.all(
      pair.map(async ([by, post]) => [by, await onPost(community, by, post)] as const),
    )
    const results = await Promise.all(
      acts.map(([by, input]) => as(by).staff.suspend({ ...input, words: '撤换' })),
    )
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    const left = await Promise.all(
      pair.map(async ([by]) => answered(await as(by).people.me({})).posts.length),
    )
    expect(left.sort()).toEqual([0, 1])

    const by = results[0]?.ok ? 'administrator' : 'administrator-2'
    const own = `post-${by}`
    const alone = { ...(await onPost(community, by, own)), words: '不干了' }
    expect(refusal(await as(by).staff.suspend(alone)).fields).toEqual({ post: 'colleagueNotYours' })
  })
})

describe('moving', () => {
  it('takes the right at the old place and gives it at the new', async () => {
    const { id } = await registered(community, 'resident-1')
    const worker = () => as('worker-1-1-b').returnee.review({ case: id })
    answered(await worker())
    answered(await move('officer-1', 'post-worker-1-1-b', 'qinghe-1-3'))
    expect(refusal(await worker()).code).toBe('notFound')
    const moved = await show('officer-1', 'post-worker-1-1-b')
    expect(moved).toMatchObject({
      place: { id: 'qinghe-1-3' },
      history: [{ event: 'move', detail: { place: '春晓社区 第三网格' } }],
    })
    expect(
      answered(await as('officer-1').staff.list({ place: 'qinghe-1-3' })).posts.map(({ id: post }) => post),
    ).toContain('post-worker-1-1-b')
    answered(await move('officer-1', 'post-worker-1-1-b', 'qinghe-1-1'))
    answered(await worker())
  })

  it('leaves behind the cases and duties that lie elsewhere', async () => {
    const first = await registered(community, 'resident-1')
    const handed = { ...act(first), colleague: 'post-worker-1-1', words: '' }
    answered(await as('officer-1').returnee.reassign(handed))
    answered(await move('officer-1', 'post-worker-1-1', 'qinghe-1-2'))
    expect(await todoOf(first.id)).toMatchObject({ role: 'gridWorker', assignee: null })
    const { responsible } = answered(await as('resident-1').places.show({ place: 'qinghe-1-1-2-3' }))
    expect(responsible.map(({ name }) => name)).not.toContain('王秀英')
  })

  it('needs the right at both places, and a place where the role is held', async () => {
    const to = async (by: string, place: string) => refusal(await move(by, 'post-worker-1-2', place)).fields
    expect(await to('officer-1', 'qinghe-2-1')).toEqual({ to: 'placeNotYours' })
    expect(await to('officer-1', 'nowhere')).toEqual({ to: 'placeUnknown' })
    expect(await to('officer-1', 'qinghe-1-1-1')).toEqual({ to: 'roleElsewhere' })
    expect(await to('officer-1', 'qinghe-1-2')).toEqual({ to: 'repeated' })
    expect(answered(await move('street-officer', 'post-worker-1-2', 'qinghe-2-1'))).toMatchObject({
      post: 'post-worker-1-2',
    })
  })
})
