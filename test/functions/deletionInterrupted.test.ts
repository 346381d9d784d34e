import type { BatchDocument, RunDocument } from '@kernel/deletion/deletionDocuments'
import type { PictureDocument } from '@kernel/pictures/pictureDocument'
import { pathOf } from '../../local/files/cloudPath'
import type { Document } from '../../local/store/types'
import { answerInstead } from './support/answerInstead'
import { answered, openCommunity, type Community } from './support/community'
import {
  beginAnew,
  certificates,
  eventfulCase,
  expire,
  fireTimer,
  minutesFromNow,
  nothingLeft,
  set,
  stored,
  tracesOf,
} from './support/keeping'
import { householdStored } from './support/households'
import { asIntruder } from './support/intruder'
import { killAfter } from './support/killing'
import { newPicture } from './support/pictures'
import { place, registered } from './support/registrations'

const image = newPicture()
let community: Community
let eventful: string
let plain: string
let before: {
  cases: Document[]
  people: Document[]
  households: Document[]
  pictures: PictureDocument[]
  looks: Document[]
}
beforeAll(async () => {
  community = await openCommunity()
  eventful = await eventfulCase(community, 'resident-1', image)
  plain = (await registered(community, 'resident-2')).id
  for (const id of [eventful, plain]) expire(community, id)
  householdStored(community, place.building, { keepUntil: minutesFromNow(-1) })
  before = {
    cases: stored(community, 'cases'),
    people: stored(community, 'people'),
    households: stored(community, 'households'),
    pictures: stored(community, 'pictures'),
    looks: stored(community, 'looks'),
  }
})
afterAll(() => community.close())

/** A household and two cases whose period is over, one of them with everything that a case can leave behind. */
async function asBefore(): Promise<void> {
  beginAnew(community)
  asIntruder(community, (store) => {
    for (const [name, documents] of Object.entries(before)) store.insert(name, documents as Document[])
  })
  for (const { file } of before.pictures)
    await community.cloud.upload(pathOf(file) ?? '', image, 'resident-1')
}

const isWrite = (action: string): boolean =>
  /^(database\.(insert|modify|remove)|storage\.batchDelete)/.test(action)

const expectAllGoneOnce = async () => {
  expect([tracesOf(community, eventful), tracesOf(community, plain)]).toEqual([nothingLeft, nothingLeft])
  expect(stored(community, 'households')).toEqual([])
  expect((await community.storedBytes()).includes(image)).toBe(false)
  const issued = await certificates(community)
  expect(issued.map(({ number, numbers, kinds }) => ({ number, numbers, kinds }))).toEqual([
    {
      number: 1,
      numbers: { cases: 2, events: 4, sealedTexts: 23, people: 6, households: 1, pictures: 1, looks: 0 },
      kinds: { returnee: 2 },
    },
  ])
  const rows = stored<BatchDocument>(community, 'deletions').flatMap(({ content }) => content?.rows ?? [])
  expect(rows.map(({ status, count }) => [status, count]).sort()).toEqual([
    ['', 1],
    ['accepted', 1],
    ['submitted', 1],
  ])
  expect(answered(await community.as('anybody').keeping.certificate({ number: 1 })).whole).toBe(true)
}

describe('a deletion', () => {
  it('is done once by two timers at the same moment', async () => {
    await asBefore()
    await Promise.all([fireTimer(community), fireTimer(community)])
    await fireTimer(community)
    const issued = await certificates(community)
    expect(issued.reduce((sum, { numbers }) => sum + numbers.cases, 0)).toBe(2)
    expect([tracesOf(community, eventful), tracesOf(community, plain)]).toEqual([nothingLeft, nothingLeft])
  })

  it('that is killed before any of its writes is brought to its end by the next timer, and counts once', async () => {
    await asBefore()
    const mark = community.cloud.requests.mark()
    await fireTimer(community)
    await expectAllGoneOnce()
    const writes = community.cloud.requests.since(mark).filter(({ action }) => isWrite(action)).length
    expect(writes).toBeGreaterThan(10)
    for (let done = 0; done < writes; done += 1) {
      await asBefore()
      const revive = killAfter(done, isWrite)
      await community.cloud.fireTimer('keeping')
      revive()
      const isOpen = stored<RunDocument>(community, 'deletionRuns').some(({ endedAt }) => endedAt === null)
      // Two at the same moment go on with the same run.
      await Promise.all([fireTimer(community), ...(isOpen ? [fireTimer(community)] : [])])
      await expectAllGoneOnce()
    }
  }, 120_000)

  it('leaves a picture that the cloud storage will not remove to be asked for again, and says so', async () => {
    await asBefore()
    const allow = answerInstead('storage.batchDeleteFile', () => (fields) => {
      const { fileid_list: asked } = fields as { fileid_list: string[] }
      return { data: { delete_list: asked.map((fileID) => ({ code: 'STORAGE_EXCEED_AUTHORITY', fileID })) } }
    })
    await fireTimer(community)
    allow()
    expect(tracesOf(community, eventful)).toEqual({ ...nothingLeft, pictures: 1 })
    expect((await certificates(community))[0]).toMatchObject({ waiting: 1, numbers: { pictures: 1 } })

    const [picture] = stored<PictureDocument>(community, 'pictures')
    expect(picture).toMatchObject({ owner: null })
    set(community, 'pictures', picture?._id ?? '', { checkAt: new Date() })
    await community.cloud.fireTimer('pictures')
    expect(stored(community, 'pictures')).toEqual([])
    expect((await community.storedBytes()).includes(image)).toBe(false)
  })
})

describe('the certificates', () => {
  it('follow one another, and tell when one of them or a list of what was deleted has been changed', async () => {
    beginAnew(community)
    for (const resident of ['resident-1', 'resident-2', 'resident-3']) {
      expire(community, (await registered(community, resident)).id)
      await fireTimer(community)
    }
    const show = async () =>
      Promise.all(
        [1, 2, 3].map(async (number) =>
          answered(await community.as('anybody').keeping.certificate({ number })),
        ),
      )
    const [first, second, third] = await show()
    expect([first?.previous, second?.previous, third?.previous]).toEqual(['', first?.hash, second?.hash])
    expect((await show()).map(({ whole }) => whole)).toEqual([true, true, true])

    set(community, 'certificates', '2', { 'numbers.cases': 0 })
    expect((await show()).map(({ whole }) => whole)).toEqual([true, false, true])
    set(community, 'certificates', '2', { 'numbers.cases': 1, hash: 'another' })
    expect((await show()).map(({ whole }) => whole)).toEqual([true, false, false])
    set(community, 'certificates', '2', { hash: second?.hash })
    const [batch] = stored<BatchDocument>(community, 'deletions')
    set(community, 'deletions', batch?._id ?? '', { 'content.rows': [] })
    expect((await show()).filter(({ whole }) => !whole)).toHaveLength(1)
  })

  it('have nothing of a person in them', async () => {
    beginAnew(community)
    const id = await eventfulCase(community, 'resident-1')
    expire(community, id)
    await fireTimer(community)
    const text = JSON.stringify([
      stored(community, 'certificates'),
      stored(community, 'deletions'),
      stored(community, 'deletionRuns'),
    ])
    for (const trace of [id, 'resident-1', 'worker-1-1', '方', 'sealed:']) expect(text).not.toContain(trace)
  })
})
