import { answered, openCommunity, type Community } from './support/community'
import { pictureOf } from './support/pictures'
import { act, answersOf, today } from './support/registrations'
import { storedRegistration } from './support/storedRegistration'

describe('a registration from before pictures were asked for', () => {
  const stored = storedRegistration(new Date())
  let community: Community
  beforeAll(async () => {
    community = await openCommunity({ cases: [stored as unknown as Record<string, unknown>] })
  })
  afterAll(() => community.close())

  it('is shown to its owner and to staff, without pictures', async () => {
    const own = answered(await community.as('resident-1').returnee.show({ case: stored._id }))
    expect(own.answers.test).toEqual({ result: 'negative', takenAt: `${today} 00:00`, pictures: [] })
    const review = answered(await community.as('worker-1-1').returnee.review({ case: stored._id }))
    expect(review.answers.test.pictures).toEqual([])
    expect(review.twins).toEqual({ here: [], elsewhere: 0 })
  })

  it('can be looked at in full, amended with a picture, and decided', async () => {
    const { returnee: worker } = community.as('worker-1-1')
    const seen = { id: stored._id, version: 1 }
    const revealed = answered(await worker.reveal({ ...act(seen), words: '核对' }))
    expect(revealed.pictures).toEqual([])
    const picture = await pictureOf(community, 'resident-1')
    const test = { result: 'negative' as const, takenAt: `${today} 00:00`, pictures: [picture] }
    const amending = { ...act(revealed), answers: answersOf({ test }) }
    const amended = answered(await community.as('resident-1').returnee.amend(amending))
    const accepting = { ...act(amended), measure: 'noticeOnly' as const, days: 0, words: '' }
    expect(answered(await worker.accept(accepting)).status).toBe('accepted')
  })
})
