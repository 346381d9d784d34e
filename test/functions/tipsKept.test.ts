import { tipMachine } from '@contract/tipMachine'
import { demoPlaces } from '../../local/demo/places'
import { caseBefore } from './support/accessCases'
import { answered, openCommunity, type Community } from './support/community'
import {
  beginAnew,
  caseIds,
  certificates,
  expire,
  fireTimer,
  holdOn,
  insert,
  minutesFromNow,
  set,
  stored,
  submission,
} from './support/keeping'
import { place } from './support/registrations'

let community: Community
beforeAll(async () => {
  community = await openCommunity()
})
beforeEach(() => beginAnew(community))
afterAll(() => community.close())

const building = demoPlaces.find(({ _id }) => _id === place.building)

/** A tip there, closed as confirmed, with a picture. */
function told(openedAt = new Date()): string {
  if (!building) throw new Error('no such place')
  const tip = { ...caseBefore(tipMachine, 'lead', building), openedAt }
  insert(community, 'cases', [tip])
  const picture = {
    owner: null,
    case: tip._id,
    file: 'cloud://local.local/pictures/none',
    hash: '',
    image: '',
  }
  insert(community, 'pictures', [{ _id: submission(), ...picture, addedAt: openedAt, checkAt: null }])
  return tip._id
}

describe('a tip', () => {
  it('is deleted with its pictures when its three months are over', async () => {
    const [id, other] = [told(), told()]
    expire(community, id)
    await fireTimer(community)
    expect(caseIds(community)).toEqual([other])
    expect(stored(community, 'pictures').map((picture) => picture.case)).toEqual([other])
    const [certificate] = await certificates(community)
    expect(certificate).toMatchObject({ kinds: { tip: 1 }, numbers: { cases: 1, pictures: 1 } })
  })

  it('stays while a legal hold covers its place', async () => {
    const id = told()
    answered(await community.as('street-officer').keeping.hold(holdOn()))
    expire(community, id)
    await fireTimer(community)
    expect(caseIds(community)).toEqual([id])
  })

  it('goes at the end of an outbreak, when nobody asks any more what was told in it', async () => {
    const before = told(minutesFromNow(-60))
    const { keeping } = community.as('administrator')
    const ending = { submission: submission(), place: 'qinghe-1', days: 7, words: '疫情结束' }
    const lift = answered(await keeping.announceLift(ending))
    answered(await community.as('officer-1').keeping.confirmLift({ place: 'qinghe-1', lift: lift.id }))
    set(community, 'lifts', lift.id, { endsAt: minutesFromNow(-30) })
    const after = told()
    await fireTimer(community)
    expect(caseIds(community)).toEqual([after])
    expect(caseIds(community)).not.toContain(before)
  })
})
