import { answerInstead } from './support/answerInstead'
import { answered, openCommunity, refusal, type Community } from './support/community'
import { adding, nodeOf, seen } from './support/compounds'
import { casesOf, minutesAfterEditing, storedCase } from './support/relocations'
import { registered } from './support/registrations'

let community: Community
beforeAll(async () => {
  community = await openCommunity()
})
afterAll(() => community.close())

const places = (openid: string) => community.as(openid).places
const officer = () => places('officer-7')

describe('two grids that are merged', () => {
  const merge = async (into: string) => officer().merge({ ...(await seen(officer(), 'qinghe-7-1')), into })

  it.each([
    ['of another level', 'qinghe-7-2-1', 'placeLevel'],
    ['that is not mine', 'qinghe-1-1', 'placeNotYours'],
    ['that is itself', 'qinghe-7-1', 'placeNotYours'],
  ])('are not, with a node %s', async (_which, into, fault) => {
    expect(refusal(await merge(into)).fields).toEqual({ into: fault })
  })

  it('are not while both have a place of one name', async () => {
    const { children } = await nodeOf(officer(), 'qinghe-7-1')
    answered(await officer().add(adding('qinghe-7-3', 'compound', children[0]?.name ?? '')))
    expect(refusal(await merge('qinghe-7-3')).fields).toEqual({ into: 'namesShared' })
  })

  it('are one: compounds, cases and staff are the other’s, and sent again it is done once', async () => {
    const household = { place: 'qinghe-7-1-1-1', door: '' }
    const { id } = await registered(community, 'resident-1', { household })
    const sent = { ...(await seen(officer(), 'qinghe-7-1')), into: 'qinghe-7-2' }
    const merged = answered(await officer().merge(sent))
    expect(answered(await officer().merge(sent))).toEqual(merged)

    expect((await nodeOf(officer(), 'qinghe-7-2')).children).toHaveLength(4)
    expect(await nodeOf(officer(), 'qinghe-7-1-1')).toMatchObject({
      parent: 'qinghe-7-2',
      path: ['qinghe', 'qinghe-7', 'qinghe-7-2', 'qinghe-7-1-1'],
    })
    expect(await casesOf(community, 'worker-7-2')).toContain(id)
    expect(await casesOf(community, 'worker-7-1')).toContain(id)
    const { posts } = answered(await community.as('worker-7-1').people.me({}))
    expect(posts).toMatchObject([{ role: 'gridWorker', place: { id: 'qinghe-7-2' } }])
    expect(storedCase(community, id).history.map(({ event }) => event)).toEqual(['register', 'relocate'])
    expect((await nodeOf(officer(), 'qinghe-7-2-1')).moving).toBe(true)
    minutesAfterEditing(community, 'qinghe-7-1', 3)
    await community.cloud.fireTimer('places')
    expect((await nodeOf(officer(), 'qinghe-7-2-1')).moving).toBe(false)
  })

  it('have one node to edit', async () => {
    expect(refusal(await officer().node({ place: 'qinghe-7-1' })).code).toBe('notFound')
    expect(refusal(await officer().add(adding('qinghe-7-1', 'compound', '新苑'))).code).toBe('notFound')
  })
})

it('a compound into which another is still being merged is not removed as if it were empty', async () => {
  const { id: into } = answered(await officer().add(adding('qinghe-7-3', 'compound', '新苑')))
  const end = answerInstead('database.modifyDocument', (usual) => async (fields, context) => {
    if ((fields as { transactionId?: string }).transactionId) return usual(fields, context)
    throw new Error('the instance is killed')
  })
  answered(await officer().merge({ ...(await seen(officer(), 'qinghe-7-3-1')), into }))
  end()
  const removed = await officer().remove(await seen(officer(), into))
  expect(refusal(removed).fields).toEqual({ place: 'placeHasPlaces' })
  await community.cloud.fireTimer('places')
  expect((await nodeOf(officer(), into)).children).toHaveLength(4)
})

it('the code of a building that was merged leads to the other, and so does a registration from it', async () => {
  const from = await seen(officer(), 'qinghe-7-2-1-1')
  answered(await officer().merge({ ...from, into: 'qinghe-7-2-1-3' }))
  const scanned = answered(await places('resident-1').show({ place: 'qinghe-7-2-1-1' }))
  expect(scanned.id).toBe('qinghe-7-2-1-3')
  const { id } = await registered(community, 'resident-1', {
    household: { place: 'qinghe-7-2-1-1', door: '' },
  })
  const found = answered(await community.as('worker-7-2').returnee.review({ case: id }))
  expect(found.place.id).toBe('qinghe-7-2-1-3')
})
