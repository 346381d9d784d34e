import { answered, openCommunity, refusal, type Community } from './support/community'
import { familyOf, onHousehold, ownHousehold } from './support/families'
import { place } from './support/registrations'

let community: Community
beforeAll(async () => {
  community = await openCommunity()
})
afterAll(() => community.close())

let account = 0
/** A family of its own for each test. */
async function family() {
  const openid = `family-${(account += 1)}`
  const home = await familyOf(community, openid)
  const { households } = community.as(openid)
  return { ...home, households, now: () => ownHousehold(community, openid, home.id) }
}

describe('moving', () => {
  it('takes the household to another door, and to other staff', async () => {
    const home = await family()
    const to = { place: place.elsewhere, door: '1 单元 102' }
    const moved = answered(await home.households.move({ ...onHousehold(home), ...to }))
    expect(answered(await home.households.move({ ...onHousehold(home), ...to }))).toEqual(moved)
    expect(await home.now()).toMatchObject({ door: '1 单元 102', place: { id: place.elsewhere } })
    const review = { household: home.id }
    expect(refusal(await community.as('worker-1-1').households.review(review)).code).toBe('notFound')
    answered(await community.as('worker-2-1').households.review(review))
  })

  it('by staff ends at their own places', async () => {
    const home = await family()
    const input = { ...onHousehold(home), place: place.elsewhere, door: '102' }
    expect(refusal(await community.as('worker-1-1').households.move(input)).fields).toEqual({
      place: 'placeNotYours',
    })
  })

  it('ends at no place that is no home', async () => {
    const home = await family()
    const input = { ...onHousehold(home), place: 'qinghe-1', door: '102' }
    expect(refusal(await home.households.move(input)).fields).toEqual({ place: 'placeTooWide' })
  })
})

describe('the hour of the reminder', () => {
  it('is chosen and given up again', async () => {
    const home = await family()
    answered(await home.households.remind({ household: home.id, hour: 8 }))
    expect((await home.now()).remindHour).toBe(8)
    answered(await home.households.remind({ household: home.id, hour: null }))
    expect((await home.now()).remindHour).toBeNull()
  })

  it.each([6, 22, 7.5])('is not %p', async (hour) => {
    const home = await family()
    expect(refusal(await home.households.remind({ household: home.id, hour })).code).toBe('invalidInput')
  })
})
