import { randomUUID } from 'node:crypto'
import { answerInstead } from './support/answerInstead'
import { answered, openCommunity, refusal, type Community } from './support/community'
import { bytesAt, newPicture, pictureOf, storedPicture } from './support/pictures'
import { act, answersOf, place, registered, registration, today } from './support/registrations'
import { phoneJpeg, plain } from '../kernel/pictures/samples'

let community: Community
beforeAll(async () => {
  community = await openCommunity()
})
afterAll(() => community.close())

const withPictures = (...pictures: string[]) => ({
  test: { result: 'negative' as const, takenAt: `${today} 00:00`, pictures },
})
const field = { 'answers.test.pictures': 'pictureUnknown' }
const returnee = (openid: string) => community.as(openid).returnee
const worker = () => returnee('worker-1-1')

/** Registered with a picture of these bytes. */
const registeredWith = async (openid: string, bytes?: Buffer, more = {}) =>
  registered(community, openid, { ...withPictures(await pictureOf(community, openid, bytes)), ...more })

describe('registering with a picture', () => {
  it('costs one database request more', async () => {
    const picture = await pictureOf(community, 'resident-1')
    await registered(community, 'resident-1')
    const cost = await community.costOf(() => registered(community, 'resident-1', withPictures(picture)))
    expect(cost).toHaveLength(3)
  })

  it('is one case when it is sent twice', async () => {
    const picture = await pictureOf(community, 'resident-twice')
    const input = registration(withPictures(picture))
    const first = answered(await returnee('resident-twice').register(input))
    expect(answered(await returnee('resident-twice').register(input))).toEqual(first)
  })

  it('shows the picture to its owner, and to staff for a reason only', async () => {
    const picture = await pictureOf(community, 'resident-1', phoneJpeg(6))
    const found = await registered(community, 'resident-1', withPictures(picture))
    const own = answered(await community.as('resident-1').pictures.show({ picture }))
    expect((await bytesAt(own.address)).includes(plain.jpeg.subarray(2))).toBe(true)

    const review = answered(await worker().review({ case: found.id }))
    expect(review.answers.test.pictures).toEqual([picture])
    expect(JSON.stringify(review)).not.toContain('/files/')
    expect(refusal(await community.as('worker-1-1').pictures.show({ picture })).code).toBe('notFound')

    const revealed = answered(await worker().reveal({ ...act(found), words: '核对检测结果' }))
    expect(revealed.pictures.map((one) => one.picture)).toEqual([picture])
    expect(await bytesAt(revealed.pictures[0]?.address ?? '')).toEqual(await bytesAt(own.address))
    const { timeline } = answered(await returnee('resident-1').show({ case: found.id }))
    expect(timeline.at(-1)).toMatchObject({ event: 'reveal', words: '核对检测结果' })
  })

  it('on the telephone leaves it to the case: who entered it sees it for a reason, as everybody', async () => {
    const picture = await pictureOf(community, 'worker-1-1')
    const input = { ...registration(withPictures(picture)), purpose: 'telephone' as const }
    const found = answered(await worker().register(input))
    expect(answered(await worker().register(input))).toEqual(found)
    expect(refusal(await community.as('worker-1-1').pictures.show({ picture })).code).toBe('notFound')
    expect(answered(await worker().reveal({ ...act(found), words: '核对' })).pictures).toHaveLength(1)
  })

  it('is kept when the timer looks', async () => {
    const { id } = await registeredWith('resident-1')
    await community.cloud.fireTimer('pictures')
    const found = answered(await worker().review({ case: id }))
    expect(answered(await worker().reveal({ ...act(found), words: '核对' })).pictures).toHaveLength(1)
  })
})

describe('a picture of yesterday is kept when the timer looks before the registration is stored', () => {
  let other: Community
  let end: () => void
  afterEach(async () => {
    end()
    await other.close()
  })

  it.each([
    ['claimed now', null],
    ['claimed before by the same registration, which then could not be stored', 'itself'],
  ])('%s', async (_what, claimed) => {
    const picture = randomUUID() as string
    const input = registration(withPictures(picture))
    const document = storedPicture(picture, 25, { case: claimed && input.submission })
    other = await openCommunity({ pictures: [document] })
    await other.cloud.upload(`pictures/${picture}`, newPicture(), 'resident-1')
    end = answerInstead('database.insertDocument', (usual) => async (fields, context) => {
      await other.cloud.fireTimer('pictures')
      return usual(fields, context)
    })
    const found = answered(await other.as('resident-1').returnee.register(input))
    const revealed = await other.as('worker-1-1').returnee.reveal({ ...act(found), words: '核对' })
    expect(answered(revealed).pictures).toHaveLength(1)
  })
})

describe('registering is refused, and nothing stored, with', () => {
  const refuses = async (openid: string, picture: string) => {
    const input = registration(withPictures(picture))
    expect(refusal(await returnee(openid).register(input)).fields).toEqual(field)
    expect(refusal(await returnee(openid).show({ case: input.submission })).code).toBe('notFound')
  }

  it('a picture that was never added', () => refuses('resident-1', randomUUID()))

  it('somebody else’s picture', async () => refuses('resident-2', await pictureOf(community, 'resident-1')))

  it('a picture that is in another registration', async () => {
    const picture = await pictureOf(community, 'resident-1')
    await registered(community, 'resident-1', withPictures(picture))
    await refuses('resident-1', picture)
  })

  it('a submission that somebody else has sent: the picture stays free, and is no twin of that case', async () => {
    const victim = await registered(community, 'resident-1')
    const bytes = newPicture()
    const picture = await pictureOf(community, 'resident-2', bytes)
    const input = { ...registration(withPictures(picture)), submission: victim.id }
    expect(refusal(await returnee('resident-2').register(input)).code).toBe('submissionTaken')
    const found = await registeredWith('resident-3', bytes)
    const { twins } = answered(await worker().review({ case: found.id }))
    expect(twins).toEqual({ here: [], elsewhere: 0 })
    await registered(community, 'resident-2', withPictures(picture))
  })

  it('other answers for the same submission: the picture that was sent first stays with it', async () => {
    const picture = await pictureOf(community, 'resident-1')
    const input = registration(withPictures(picture))
    answered(await returnee('resident-1').register(input))
    const other = { ...input, answers: answersOf({ ...withPictures(picture), note: '改过' }) }
    expect(refusal(await returnee('resident-1').register(other)).code).toBe('submissionTaken')
    await refuses('resident-1', picture)
  })

  it('two pictures', async () => {
    const input = registration(withPictures(randomUUID(), randomUUID()))
    expect(refusal(await returnee('resident-1').register(input)).fields).toEqual({
      'answers.test.pictures': 'tooMany',
    })
  })

  it('one picture for two registrations at the same moment: one of them has it', async () => {
    const picture = await pictureOf(community, 'resident-1')
    const answers = await Promise.all(
      [1, 2, 3].map(() => returnee('resident-1').register(registration(withPictures(picture)))),
    )
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
  })
})

describe('amending', () => {
  it('adds a picture, keeps it and takes it away', async () => {
    const first = await registered(community, 'resident-1')
    const picture = await pictureOf(community, 'resident-1')
    const amend = async (seen: { id: string; version: number }, answers: object) =>
      answered(await returnee('resident-1').amend({ ...act(seen), answers: answersOf(answers) }))
    const second = await amend(first, withPictures(picture))
    const third = await amend(second, { ...withPictures(picture), note: '改过' })
    expect(answered(await worker().review({ case: first.id })).answers.test.pictures).toEqual([picture])
    const fourth = await amend(third, withPictures())
    const revealed = answered(
      await worker().reveal({ ...act({ id: first.id, version: fourth.version }), words: '核对' }),
    )
    expect(revealed.pictures).toEqual([])
  })

  describe('when somebody is quicker', () => {
    let end: () => void
    afterEach(() => end())

    it('leaves the picture free', async () => {
      const seen = await registered(community, 'resident-1')
      const picture = await pictureOf(community, 'resident-1')
      end = answerInstead('database.modifyDocument', (usual) => async (fields, context) => {
        const answer = await usual(fields, context)
        end()
        answered(await returnee('resident-1').amend({ ...act(seen), answers: answersOf({ note: '先到' }) }))
        return answer
      })
      const slower = { ...act(seen), answers: answersOf(withPictures(picture)) }
      expect(refusal(await returnee('resident-1').amend(slower)).code).toBe('changedMeanwhile')
      expect(await registered(community, 'resident-1', withPictures(picture))).toBeDefined()
    })
  })

  it('is refused with the picture of another registration', async () => {
    const picture = await pictureOf(community, 'resident-1')
    await registered(community, 'resident-1', withPictures(picture))
    const other = await registered(community, 'resident-1')
    const answers = answersOf(withPictures(picture))
    expect(refusal(await returnee('resident-1').amend({ ...act(other), answers })).fields).toEqual(field)
  })
})

describe('the same picture for two people', () => {
  const elsewhere = { household: { place: place.elsewhere, door: '' } }
  const twinsSeenBy = async (openid: string, id: string) =>
    answered(await returnee(openid).review({ case: id })).twins

  it('is shown to the officer with the other registrations, also where other things stand in the file', async () => {
    const bytes = phoneJpeg(1)
    const first = await registeredWith('resident-1', bytes)
    const second = await registeredWith('resident-2', phoneJpeg(6))
    const { here, elsewhere: others } = await twinsSeenBy('worker-1-1', second.id)
    expect(here).toContainEqual({ case: first.id, kind: 'returnee', display: '方*棠' })
    expect(here.map((twin) => twin.case)).not.toContain(second.id)
    expect(others).toBe(0)
  })

  it('is a number only where the other registration is at another place', async () => {
    const bytes = newPicture()
    const first = await registeredWith('resident-1', bytes)
    const second = await registeredWith('resident-2', bytes, elsewhere)
    expect(await twinsSeenBy('worker-1-1', first.id)).toEqual({ here: [], elsewhere: 1 })
    expect((await twinsSeenBy('street-officer', first.id)).here.map((twin) => twin.case)).toEqual([second.id])
  })

  it('is nothing to speak of before it has been sent with a registration', async () => {
    const bytes = newPicture()
    const first = await registeredWith('resident-1', bytes)
    await pictureOf(community, 'resident-2', bytes)
    expect(await twinsSeenBy('worker-1-1', first.id)).toEqual({ here: [], elsewhere: 0 })
  })

  it('is looked for in two requests by index, in none where there is no picture', async () => {
    const costOf = async (id: string) => (await community.costOf(() => twinsSeenBy('worker-1-1', id))).length
    const bare = await registered(community, 'resident-1')
    const pictured = await registeredWith('resident-1')
    await costOf(bare.id)
    expect((await costOf(pictured.id)) - (await costOf(bare.id))).toBe(2)
  })
})
