import type { Home } from '@contract/people'
import { answered, openCommunity, type Community } from './support/community'
import { familyOf } from './support/families'
import { set } from './support/keeping'
import { act, answersOf, place, registered } from './support/registrations'

let community: Community
beforeAll(async () => {
  community = await openCommunity()
})
afterAll(() => community.close())

const home = async (openid: string) => answered(await community.as(openid).people.home({}))

/** The same, asked one question after another. */
const bySingleQuestions = async (openid: string): Promise<Omit<Home, 'place'>> => {
  const { people, returnee, households } = community.as(openid)
  return {
    me: answered(await people.me({})),
    registrations: answered(await returnee.mine({})),
    households: answered(await households.mine({})),
  }
}

describe('home', () => {
  it('is answered like the questions of its parts, with the place where the family lives', async () => {
    await familyOf(community, 'family')
    await registered(community, 'family')
    const { place: lives, ...parts } = await home('family')
    expect(parts).toEqual(await bySingleQuestions('family'))
    expect(parts.registrations).toHaveLength(1)
    expect(parts.households).toHaveLength(1)
    expect(lives).toEqual(answered(await community.as('family').places.show({ place: place.building })))
  })

  it('of somebody who is not known is empty', async () => {
    expect(await home('nobody')).toEqual({
      me: { name: null, posts: [], suspended: [], family: [] },
      registrations: [],
      households: [],
      place: null,
    })
  })

  it('of staff names their posts', async () => {
    expect((await home('worker-1-1')).me).toMatchObject({ name: '王秀英', posts: [{ role: 'gridWorker' }] })
  })

  it('shows nobody else’s family and registrations', async () => {
    await familyOf(community, 'other-family')
    await registered(community, 'other-family')
    expect(JSON.stringify(await home('curious'))).toBe(JSON.stringify(await home('nobody')))
  })

  it('names whom somebody has registered twice once, and as they were amended last', async () => {
    await registered(community, 'again')
    const found = await registered(community, 'again')
    const answers = answersOf({ companions: [{ name: '方秋棠', relation: 'parent' }] })
    answered(await community.as('again').returnee.amend({ ...act(found), answers }))
    const { family } = (await home('again')).me
    expect(family.map(({ name }) => name)).toEqual(['方小棠', '方秋棠', '方大棠'])
  })

  it('of a family whose place is no more is shown without it', async () => {
    const { id } = await registered(community, 'moved')
    set(community, 'cases', id, { 'place.id': 'qinghe-gone' })
    expect((await home('moved')).place).toBeNull()
  })

  it('costs three database requests', async () => {
    await familyOf(community, 'measured')
    await registered(community, 'measured')
    await home('measured')
    const cost = await community.costOf(() => home('measured'))
    expect(cost.map(({ collection }) => collection).sort()).toEqual(['cases', 'households', 'staff'])
  })
})
