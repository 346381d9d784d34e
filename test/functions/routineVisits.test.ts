import { randomUUID } from 'node:crypto'
import type { CallResult } from '@contract/calls'
import { answered, openCommunity, refusal, type Community } from './support/community'
import { householdIn, householdStored } from './support/households'

const building = 'qinghe-1-1-1-1'

let community: Community
beforeAll(async () => {
  community = await openCommunity()
})
afterAll(() => community.close())

const begin = (openid: string, household: string, submission: string = randomUUID()) =>
  community.as(openid).calls.begin({ submission, household, reason: 'notReported' })

describe('a routine check at the door', () => {
  const visited = (household: string, changes: object = {}) => ({
    submission: randomUUID() as string,
    household,
    result: 'answered' as CallResult,
    words: '',
    ...changes,
  })
  const visit = (openid: string, household: string, changes: object = {}) =>
    community.as(openid).calls.visit(visited(household, changes))

  it('is read by the family: who came, when, what for, and how it went', async () => {
    const household = householdStored(community, building, { accounts: ['resident-visited'] })
    const line = answered(await visit('worker-1-1', household, { words: '都在家' }))
    expect(line).toEqual({
      id: line.id,
      at: expect.any(String) as string,
      by: { name: '王秀英', role: 'gridWorker', place: '青禾街道 春晓社区' },
      reason: 'routine',
      isVisit: true,
      result: 'answered',
      words: '都在家',
    })
    const [mine] = answered(await community.as('resident-visited').households.mine({}))
    expect(mine?.calls).toEqual([line])
  })

  it('costs three database requests: the posts, the household, the write', async () => {
    const household = householdStored(community, building)
    const cost = await community.costOf(() => visit('worker-1-1', household))
    expect(cost.map(({ action, collection }) => `${action} ${collection}`)).toEqual([
      'database.getDocument staff',
      'database.getDocument households',
      'database.modifyDocument households',
    ])
  })

  it('is one, however often it is sent', async () => {
    const household = householdStored(community, building)
    const input = visited(household, { result: 'noAnswer' })
    const { visit: send } = community.as('worker-1-1').calls
    const [one, other] = await Promise.all([send(input), send(input)])
    expect(answered(one)).toEqual(answered(other))
    expect(householdIn(community, household).calls).toHaveLength(1)
  })

  it('is none under the submission of somebody else', async () => {
    const household = householdStored(community, building)
    const { id: submission } = answered(await visit('worker-1-1', household))
    expect(refusal(await visit('officer-1', household, { submission })).code).toBe('submissionTaken')
    expect(householdIn(community, household).calls).toHaveLength(1)
  })

  it('is none under the submission that began a call', async () => {
    const household = householdStored(community, building)
    const submission: string = randomUUID()
    answered(await begin('worker-1-1', household, submission))
    expect(refusal(await visit('worker-1-1', household, { submission })).code).toBe('submissionTaken')
    expect(householdIn(community, household).calls).toMatchObject([{ reason: 'notReported' }])
  })

  it('is known to whoever would call next', async () => {
    const household = householdStored(community, building)
    const line = answered(await visit('worker-1-1', household))
    expect(answered(await begin('officer-1', household))).toEqual({ calledBefore: line })
  })

  it('is not told twice: how it went stands there already', async () => {
    const household = householdStored(community, building)
    const { id } = answered(await visit('worker-1-1', household))
    const end = { household, call: id, result: 'noAnswer' as const, words: '' }
    expect(refusal(await community.as('worker-1-1').calls.end(end)).code).toBe('eventNotAllowed')
  })

  it.each([
    ['a grid worker of another grid', 'worker-1-2'],
    ['an officer of another community', 'officer-2'],
  ])('is not recorded by %s: for them the household is not there', async (_, openid) => {
    const household = householdStored(community, building)
    const nowhere = refusal(await visit(openid, randomUUID()))
    expect(nowhere.code).toBe('notFound')
    expect(refusal(await visit(openid, household))).toEqual(nowhere)
  })

  it.each(['resident-1', 'inspector', 'administrator'])('is not recorded by %s', async (openid) => {
    const household = householdStored(community, building)
    expect(refusal(await visit(openid, household)).code).toBe('notAllowed')
  })

  it('leaves nothing of what was said in clear text', async () => {
    const household = householdStored(community, building)
    answered(await visit('worker-1-1', household, { words: '阳台种着兰花' }))
    expect((await community.storedBytes()).includes('阳台种着兰花')).toBe(false)
    expect(community.printed.join('\n')).not.toContain('阳台种着兰花')
  })
})
