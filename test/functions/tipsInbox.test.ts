import { healthAlertMachine } from '@contract/healthAlertMachine'
import { tipMachine } from '@contract/tipMachine'
import { demoPlaces, demoPosts } from '../../local/demo/places'
import type { Document } from '../../local/store/types'
import { caseBefore } from './support/accessCases'
import { answered, openCommunity, type Community } from './support/community'
import { asIntruder } from './support/intruder'
import { place } from './support/registrations'

const building = demoPlaces.find(({ _id }) => _id === place.building)
const next = demoPlaces.find(({ _id }) => _id === place.elsewhere)

/** Looks after a building here, and is a grid worker somewhere else. */
const both = demoPosts
  .filter(({ openid }) => openid === 'steward' || openid === 'worker-2-1')
  .map((post) => ({ ...post, _id: `both-${post._id}`, openid: 'both' }))

let community: Community
beforeAll(async () => {
  community = await openCommunity({ staff: [...demoPosts, ...both] as unknown as Document[] })
  if (!building || !next) throw new Error('the demonstration has no such buildings')
  const stored = [building, next].flatMap((at) => [
    caseBefore(tipMachine, 'see', at),
    caseBefore(healthAlertMachine, 'see', at),
  ])
  asIntruder(community, (store) => store.insert('cases', stored as unknown as Document[]))
})
afterAll(() => community.close())

const kindsFor = async (openid: string) => {
  const { items, counts } = answered(await community.as(openid).inbox.list({}))
  expect(counts?.open).toBe(items.length)
  return items.map(({ kind, place: { id } }) => `${kind} ${id === place.building ? 'here' : 'there'}`).sort()
}

describe('tips in the inbox', () => {
  it('are there for who decides about cases', async () => {
    expect(await kindsFor('worker-1-1')).toEqual(['healthAlert here', 'tip here'])
    expect(await kindsFor('officer-1')).toEqual(['healthAlert here', 'tip here'])
    expect(await kindsFor('street-officer')).toHaveLength(4)
  })

  it.each(['steward', 'inspector'])('are not there for a %s, who may be the neighbour', async (openid) => {
    const kinds = await kindsFor(openid)
    expect(kinds).toContain('healthAlert here')
    expect(kinds.filter((kind) => kind.startsWith('tip'))).toEqual([])
  })

  it('are there at those places only where somebody of several posts decides about cases', async () => {
    expect(await kindsFor('both')).toEqual(['healthAlert here', 'healthAlert there', 'tip there'])
  })
})
