import { randomUUID } from 'node:crypto'
import { demoPosts } from '../../local/demo/places'
import type { Document } from '../../local/store/types'
import { answerInstead } from './support/answerInstead'
import { answered, openCommunity, refusal, type Community } from './support/community'
import { minutesFromNow, set } from './support/keeping'
import { act, registered } from './support/registrations'
import { storedCase } from './support/relocations'
import { invited, onPost, postOf } from './support/staff'

const more = [postOf('successor', 'gridWorker', 'qinghe-1-1')]

let community: Community
beforeAll(async () => {
  community = await openCommunity({ staff: [...demoPosts, ...more] as unknown as Document[] })
})
afterAll(() => community.close())

const as = (openid: string) => community.as(openid)
const suspend = async (by: string, post: string) =>
  answered(await as(by).staff.suspend({ ...(await onPost(community, by, post)), words: '长期请假' }))
const resume = async (by: string, post: string) =>
  answered(await as(by).staff.resume({ ...(await onPost(community, by, post)), words: '返岗' }))
const historyOf = async (by: string, post: string) => answered(await as(by).staff.show({ post })).history

/** Of two acts at once, neither is answered what the history holds before the other has asked too. */
function meetBeforeWriting(): () => void {
  let asked = 0
  let meet: () => void
  const both = new Promise<void>((resolve) => (meet = resolve))
  return answerInstead('database.getDocument', (usual) => async (fields, context) => {
    const answer = await usual(fields, context)
    if ((fields as { collectionName: string }).collectionName !== 'staffEvents') return answer
    if ((asked += 1) === 2) meet()
    await both
    return answer
  })
}

/** A registration that is in somebody's hands. */
async function registeredFor(colleague: string) {
  const first = await registered(community, 'resident-1')
  const input = { ...act(first), colleague: `post-${colleague}`, words: '' }
  answered(await as('officer-1').returnee.reassign(input))
  return first.id
}

describe('whoever is suspended', () => {
  const me = async () => answered(await as('worker-6-1').people.me({}))

  it('is told for which post, and whom to ask', async () => {
    expect((await me()).suspended).toEqual([])
    await suspend('officer-6', 'post-worker-6-1')
    const { name, posts, suspended } = await me()
    expect([name, posts]).toEqual([null, []])
    expect(suspended).toMatchObject([
      {
        role: 'gridWorker',
        place: { id: 'qinghe-6-1' },
        by: { name: '吕望舒', role: 'communityOfficer' },
      },
    ])
    expect(JSON.stringify(suspended)).not.toContain('长期请假')
  })

  it('is told for a month: afterwards they are a resident like everybody', async () => {
    const by = { name: '吕望舒', role: 'communityOfficer' }
    set(community, 'staff', 'post-worker-6-1', { suspended: { at: minutesFromNow(-31 * 1440), by } })
    expect((await me()).suspended).toEqual([])
  })
})

describe('resuming soon after moving', () => {
  it('still gives back what lies at the old place', async () => {
    const id = await registeredFor('worker-1-1')
    const { history, todo } = storedCase(community, id)
    const move = { ...(await onPost(community, 'officer-1', 'post-worker-1-1')), to: 'qinghe-1-2' }
    answered(await as('officer-1').staff.move(move))
    await suspend('officer-1', 'post-worker-1-1')
    // As if there had been more cases than one slice takes.
    set(community, 'cases', id, { todo, history, version: history.length })
    await resume('officer-1', 'post-worker-1-1')
    await community.cloud.fireTimer('staff')
    expect(storedCase(community, id).todo).toMatchObject({ role: 'gridWorker', assignee: null })
  })
})

it('a duty that stays keeps the number that was named for it', async () => {
  await suspend('officer-7', 'post-worker-7-2')
  await resume('officer-7', 'post-worker-7-2')
  const officer = as('officer-7').places
  const { version } = answered(await officer.node({ place: 'qinghe-7-2' }))
  const person = { name: '施春分', phone: '02885001234', post: 'post-worker-7-2' }
  answered(await officer.appoint({ place: 'qinghe-7-2', version, duty: 'gridWorker', person }))
  await community.cloud.fireTimer('staff')
  const { contact } = answered(await as('resident-1').places.show({ place: 'qinghe-7-2' }))
  expect(contact).toMatchObject({ phone: person.phone })
})

describe('handing over', () => {
  const handOver = (by: string, from: string, to: string, submission: string = randomUUID()) =>
    as(by).staff.handOver({ submission, post: `post-${from}`, to: `post-${to}` })

  it('of nothing but duties still goes to nobody of another place: it is answered like nobody at all', async () => {
    const elsewhere = await handOver('officer-2', 'worker-2-1', 'worker-3-1')
    expect(elsewhere).toEqual(await handOver('officer-2', 'worker-2-1', 'nobody'))
    expect(refusal(elsewhere).fields).toEqual({ to: 'colleagueUnknown' })
    expect(await historyOf('officer-3', 'post-worker-3-1')).toEqual([])
    const { contact } = answered(await as('resident-1').places.show({ place: 'qinghe-2-1-1' }))
    expect(contact?.name).toBe('邹白露')
  })

  it('to somebody above is possible', async () => {
    expect(answered(await handOver('officer-4', 'worker-4-1', 'street-officer'))).toEqual({
      moved: 0,
      left: 0,
    })
  })

  it('is for posts that handle cases: what an administrator was told of stays with administrators', async () => {
    const second = await invited(community, 'administrator', 'qinghe', 'administrator')
    answered(
      await as('administrator-2').staff.join({ code: second.code, name: '林代班', phone: '13800007777' }),
    )
    expect(refusal(await handOver('administrator-2', 'administrator', 'street-officer')).code).toBe(
      'eventNotAllowed',
    )
  })

  it('ends although a case is just being deleted, which nobody can change any more', async () => {
    const ids = [await registeredFor('successor'), await registeredFor('successor')]
    set(community, 'cases', ids[0]!, { deletion: randomUUID() })
    expect(answered(await as('officer-1').staff.show({ post: 'post-successor' })).openWork).toBe(1)
    expect(answered(await handOver('officer-1', 'successor', 'officer-1'))).toEqual({ moved: 1, left: 0 })
  })

  it('of two people by one submission at once is done for one', async () => {
    const submission = randomUUID()
    const end = meetBeforeWriting()
    const results = await Promise.all([
      handOver('officer-5', 'worker-5-1', 'officer-5', submission),
      handOver('officer-5', 'worker-5-2', 'officer-5', submission),
    ])
    end()
    expect(results.map((result) => (result.ok ? 'ok' : result.error.code)).sort()).toEqual([
      'ok',
      'submissionTaken',
    ])
  })
})

it('the timer goes on with others where one post’s work cannot be released', async () => {
  const ids = [await registeredFor('officer-1'), await registeredFor('street-officer')]
  const away = { active: false, releasing: new Date() }
  for (const openid of ['officer-1', 'street-officer']) set(community, 'staff', `post-${openid}`, away)
  const end = answerInstead('database.modifyDocument', (usual) => async (fields, context) => {
    if (JSON.stringify(fields).includes(ids[1]!)) throw new Error('this one cannot be written')
    return usual(fields, context)
  })
  await community.cloud.fireTimer('staff')
  end()
  const assignees = ids.map((id) => storedCase(community, id).todo?.assignee?.id ?? null)
  expect(assignees).toEqual([null, 'post-street-officer'])
  const back = { active: true, releasing: null }
  for (const openid of ['officer-1', 'street-officer']) set(community, 'staff', `post-${openid}`, back)
})

describe('an invitation by somebody above', () => {
  it('is listed for those below, who cannot withdraw it', async () => {
    const { invitation } = await invited(community, 'street-officer', 'qinghe-7', 'inspector')
    const own = await invited(community, 'street-officer', 'qinghe-7-1', 'gridWorker')
    const listed = answered(await as('officer-7').staff.invitations({ place: 'qinghe-7' }))
    expect(new Map(listed.map(({ id, mayRevoke }) => [id, mayRevoke]))).toEqual(
      new Map([
        [invitation, false],
        [own.invitation, true],
      ]),
    )
    const revoke = (openid: string) => as(openid).staff.revoke({ place: 'qinghe-7', invitation })
    expect(refusal(await revoke('officer-7')).fields).toEqual({ invitation: 'roleNotYours' })
    expect(answered(await revoke('street-officer'))).toEqual({ revoked: true })
  })
})
