import { randomUUID } from 'node:crypto'
import type { PostDocument } from '@kernel/caller'
import type { Case } from '@kernel/caseEvents'
import { brokenAt } from '@kernel/history'
import { assigneeOf } from '@kernel/cases'
import { demoPosts } from '../../local/demo/places'
import type { Document } from '../../local/store/types'
import { answerInstead } from './support/answerInstead'
import { answered, openCommunity, refusal, type Community } from './support/community'
import { alone, unwell } from './support/episodes'
import { act, registered } from './support/registrations'
import { minutesFromNow, set, stored } from './support/keeping'
import { storedCase } from './support/relocations'
import { onPost, postOf } from './support/staff'
import { storedRegistration } from './support/storedRegistration'

const CASES = 300

const successor = postOf('successor', 'gridWorker', 'qinghe-1-1')
const elsewhere = postOf('elsewhere', 'gridWorker', 'qinghe-1-2')
const from = demoPosts.find(({ openid }) => openid === 'worker-1-1')!

/** Open cases in the hands of the first grid worker. */
const handed = Array.from({ length: CASES }, (_, minute) => {
  const registration = storedRegistration(new Date(Date.now() - minute * 60_000))
  return { ...registration, todo: { ...registration.todo!, assignee: assigneeOf(from) } }
})

let community: Community
beforeAll(async () => {
  const staff = [...demoPosts, successor, elsewhere]
  community = await openCommunity({ staff, cases: handed } as unknown as Record<string, Document[]>)
})
afterAll(() => community.close())

const officer = () => community.as('officer-1').staff
const openWork = async (openid: string) => answered(await officer().show({ post: `post-${openid}` })).openWork
const handOver = (post: string, to: string, submission = randomUUID() as string) =>
  officer().handOver({ submission, post: `post-${post}`, to: `post-${to}` })

/** What a phone does: the same again until nothing is left. */
async function handOverAll(post: string, to: string, submission = randomUUID() as string) {
  const steps = [answered(await handOver(post, to, submission))]
  while (steps[steps.length - 1]!.left > 0) steps.push(answered(await handOver(post, to, submission)))
  return steps
}

/** A registration that is in somebody's hands. */
async function registeredFor(colleague: string, openid = 'resident-1') {
  const first = await registered(community, openid)
  const input = { ...act(first), colleague: `post-${colleague}`, words: '' }
  answered(await community.as('officer-1').returnee.reassign(input))
  return first.id
}

const eventsOf = (id: string) => storedCase(community, id).history.map(({ event }) => event)

it('300 cases and the duties go to a colleague, cut off in the middle and gone on with, each once', async () => {
  const submission = randomUUID()
  let written = 0
  const end = answerInstead('database.modifyDocument', (usual) => async (fields, context) => {
    const isCase = (fields as { collectionName: string }).collectionName === 'cases'
    if (isCase && (written += 1) > 137) throw new Error('the instance is killed')
    return usual(fields, context)
  })
  answered(await handOver('worker-1-1', 'successor', submission))
  const cut = await handOver('worker-1-1', 'successor', submission)
  end()
  expect(refusal(cut).code).toBe('internal')
  expect(await openWork('successor')).toBe(137)

  const steps = await handOverAll('worker-1-1', 'successor', submission)
  expect(steps.reduce((sum, { moved }) => sum + moved, 0)).toBe(CASES - 137)
  expect([await openWork('worker-1-1'), await openWork('successor')]).toEqual([0, CASES])

  for (const { history, todo, version } of stored<Case>(community, 'cases')) {
    expect(history.map(({ event }) => event)).toEqual(['register', 'reassign'])
    expect(history[1]).toMatchObject({
      submission,
      by: { actor: 'communityOfficer', name: '沈知秋' },
      detail: { colleague: successor.name, role: 'gridWorker' },
    })
    expect(todo?.assignee?.id).toBe(successor._id)
    expect(version).toBe(2)
  }
  const place = answered(await community.as('resident-1').places.show({ place: 'qinghe-1-1-2-4' }))
  expect(place.contact).toMatchObject({ name: successor.name, phone: successor.phone })

  const histories = await Promise.all(
    ['worker-1-1', 'successor'].map(async (openid) => {
      const { history } = answered(await officer().show({ post: `post-${openid}` }))
      return history.map(({ event, detail }) => [event, detail.colleague, detail.cases])
    }),
  )
  expect(histories).toEqual([[['handOver', successor.name, CASES]], [['takeOver', '王秀英', CASES]]])
  const told = community.cloud.wechat.outbox.latest(10).filter(({ to }) => to === successor.openid)
  expect(told.map(({ fields, refused }) => [fields.thing1, refused])).toEqual([
    ['接手同事的 300 件事项', expect.anything()],
  ])
})

it('the history of a case stays whole, and the colleague handles it', async () => {
  const id = await registeredFor('worker-1-1')
  await handOverAll('worker-1-1', 'successor')
  const { history, version } = storedCase(community, id)
  expect(eventsOf(id)).toEqual(['register', 'reassign', 'reassign'])
  expect(brokenAt(id, history)).toBe(-1)
  const worker = community.as('successor').returnee
  const accepted = await worker.accept({ ...act({ id, version }), measure: 'noticeOnly', days: 0, words: '' })
  expect(answered(accepted).status).toBe('accepted')
})

it('what waits for the resident goes on waiting, and then comes to the colleague', async () => {
  const id = await registeredFor('worker-1-1')
  const asking = { ...act({ id, version: 2 }), words: '几号车厢？' }
  answered(await community.as('worker-1-1').returnee.ask(asking))
  await handOverAll('worker-1-1', 'successor')
  expect(storedCase(community, id).todo).toMatchObject({ role: 'owner', assignee: { id: successor._id } })
  const { version } = storedCase(community, id)
  const answering = { ...act({ id, version }), words: '8 号车厢' }
  answered(await community.as('resident-1').returnee.answer(answering))
  expect(storedCase(community, id).todo).toMatchObject({
    role: 'gridWorker',
    assignee: { id: successor._id },
  })
})

it('nobody is handed their own registration', async () => {
  const id = await registeredFor('worker-1-1', successor.openid)
  await handOverAll('worker-1-1', 'successor')
  expect(storedCase(community, id).todo).toMatchObject({ role: 'gridWorker', assignee: null })
})

it('nobody is handed what is wrong in their own family', async () => {
  const household = alone(community)
  set(community, 'households', household._id, { accounts: ['resident-1', successor.openid] })
  const input = { ...act({ id: await unwell(community, household), version: 1 }), words: '' }
  const ids = [input.case, await registeredFor('worker-1-1')]
  answered(await community.as('officer-1').healthAlerts.reassign({ ...input, colleague: 'post-worker-1-1' }))
  await handOverAll('worker-1-1', 'successor')
  expect(ids.map((id) => storedCase(community, id).todo?.assignee?.id ?? null)).toEqual([null, successor._id])
})

it.each<[who: string, to: string, fault: string]>([
  ['whose place does not cover every case', 'elsewhere', 'colleagueElsewhere'],
  ['who handles no cases', 'steward', 'colleagueUnknown'],
  ['who does not exist', 'nobody', 'colleagueUnknown'],
  ['who gives it', 'worker-1-1', 'colleagueUnknown'],
])('nothing goes to a colleague %s', async (_, to, fault) => {
  const id = await registeredFor('worker-1-1')
  expect(refusal(await handOver('worker-1-1', to)).fields).toEqual({ to: fault })
  expect(storedCase(community, id).todo?.assignee?.id).toBe('post-worker-1-1')
})

it('nothing goes to somebody suspended, and nothing from somebody who is not one’s own', async () => {
  const suspend = { ...(await onPost(community, 'officer-1', 'post-successor')), words: '请假' }
  answered(await officer().suspend(suspend))
  expect(refusal(await handOver('worker-1-1', 'successor')).fields).toEqual({ to: 'colleagueUnknown' })
  expect(refusal(await handOver('worker-2-1', 'worker-1-1')).code).toBe('notFound')
  expect(refusal(await handOver('street-officer', 'worker-1-1')).code).toBe('notFound')
})

describe('suspending somebody with hundreds of cases', () => {
  const timer = () => community.cloud.fireTimer('staff')
  const isReleasing = () =>
    stored<PostDocument>(community, 'staff').find(({ _id }) => _id === successor._id)?.releasing !== null

  it('gives them back by and by: the timer goes on where the act left off', async () => {
    expect(await openWork('successor')).toBeGreaterThan(100)
    await timer()
    expect(await openWork('successor')).toBe(0)
    const freed = stored<Case>(community, 'cases').filter(({ todo }) => todo?.assignee === null)
    expect(freed.length).toBeGreaterThanOrEqual(CASES)
    expect(new Set(freed.map(({ todo }) => todo?.role))).toEqual(new Set(['gridWorker']))
  })

  it('ends when nothing has been found for longer than any call lasts', async () => {
    const [late] = handed
    // Whoever saw the post just before it was suspended may hand it a case just after.
    set(community, 'cases', late!._id, { 'todo.assignee': assigneeOf(successor) })
    await timer()
    expect([await openWork('successor'), isReleasing()]).toEqual([0, true])
    set(community, 'staff', successor._id, { releasing: minutesFromNow(-2) })
    await timer()
    expect(isReleasing()).toBe(false)
  })
})
