import { randomUUID } from 'node:crypto'
import { addDays } from '@contract/calendar'
import { brokenAt } from '@kernel/history'
import { answered, openCommunity, refusal, type Community } from './support/community'
import { adding, compoundsOf, nodeOf, seen, type Compound } from './support/compounds'
import { casesOf, storedCase } from './support/relocations'
import { act, registered, today } from './support/registrations'

let community: Community
beforeAll(async () => {
  community = await openCommunity()
})
afterAll(() => community.close())

const nextCompound = compoundsOf(() => community, 5)
let here: Compound
beforeEach(() => {
  here = nextCompound()
})

const places = (openid: string) => community.as(openid).places
const registeredHere = (openid = 'resident-1') =>
  registered(community, openid, { household: { place: here.building(1), door: '' } })
const move = async (to = here.other) => here.officer.move({ ...(await seen(here.officer, here.id)), to })

const canReview = async (openid: string, id: string) =>
  (await community.as(openid).returnee.review({ case: id })).ok

describe('a compound that is moved to another grid', () => {
  it('takes its cases along: the other worker has them, the old one no longer sees them', async () => {
    const { id } = await registeredHere()
    expect(await casesOf(community, here.worker)).toContain(id)
    answered(await move())
    expect(await casesOf(community, here.worker)).not.toContain(id)
    expect(await casesOf(community, here.otherWorker)).toContain(id)
    expect([await canReview(here.worker, id), await canReview(here.otherWorker, id)]).toEqual([false, true])
  })

  it('leaves their history true: one event more, from where to where, and the chain is whole', async () => {
    const { id } = await registeredHere()
    const before = await nodeOf(here.officer, here.building(1))
    answered(await move())
    const after = await nodeOf(here.officer, here.building(1))
    const found = answered(await community.as(here.otherWorker).returnee.review({ case: id }))
    expect(found.timeline.map(({ event }) => event)).toEqual(['register', 'relocate'])
    expect(found.timeline[1]).toMatchObject({
      actor: 'system',
      detail: { from: before.names.join(' '), to: after.names.join(' ') },
    })
    expect([found.version, found.place.names]).toEqual([2, after.names])
    expect(brokenAt(id, storedCase(community, id).history)).toBe(-1)
    const own = answered(await community.as('resident-1').returnee.show({ case: id }))
    expect(own.timeline.map(({ event }) => event)).toEqual(['register'])
  })

  it('leaves a case with its colleague who still may, and takes it from one who no longer may', async () => {
    const handTo = async (colleague: string) => {
      const found = await registeredHere()
      const given = await community.as(here.worker).returnee.reassign({ ...act(found), colleague, words: '' })
      return answered(given).id
    }
    const officer = here.community.replace('qinghe', 'post-officer')
    const [withWorker, withOfficer] = [await handTo(`post-${here.worker}`), await handTo(officer)]
    answered(await move())
    const todoOf = (id: string) => storedCase(community, id).todo
    expect(todoOf(withWorker)).toMatchObject({ assignee: null, role: 'gridWorker' })
    expect(todoOf(withOfficer)).toMatchObject({ assignee: { id: officer }, role: 'communityOfficer' })
  })

  it('leaves a case under the legal hold that was put on its old grid', async () => {
    const { id } = await registeredHere()
    const hold = {
      submission: randomUUID(),
      place: here.grid,
      case: null,
      words: '配合调查',
      until: addDays(today, 9),
    }
    answered(await community.as('street-officer').keeping.hold(hold))
    answered(await move())
    expect(storedCase(community, id)).toMatchObject({ at: { grid: here.other }, hold: hold.submission })
  })

  it('is found below its new grid, with the people responsible there', async () => {
    const neighbour = (await nodeOf(here.officer, here.other)).children[0]?.id ?? ''
    answered(await move())
    const { children } = await nodeOf(here.officer, here.other)
    expect(children.at(-1)).toMatchObject({ id: here.id, more: true })
    expect((await nodeOf(here.officer, here.grid)).children.map(({ id }) => id)).not.toContain(here.id)
    const resident = places('resident-1')
    const building = answered(await resident.show({ place: here.building(1) }))
    expect(building.path).toEqual(['qinghe', here.community, here.other, here.id, here.building(1)])
    expect(building.contact).toEqual(answered(await resident.show({ place: neighbour })).contact)
  })

  it('sent again is done once, and answered the same', async () => {
    const sent = { ...(await seen(here.officer, here.id)), to: here.other }
    const first = answered(await here.officer.move(sent))
    expect(answered(await here.officer.move(sent))).toEqual(first)
  })

  it('by two at once goes to one place only', async () => {
    const { id } = await registeredHere()
    const from = await seen(here.officer, here.id)
    const results = await Promise.all([
      here.officer.move({ ...from, to: here.other }),
      places('street-officer').move({ ...from, to: here.community }),
    ])
    expect(results.filter((result) => !result.ok).map(refusal)).toMatchObject([{ code: 'changedMeanwhile' }])
    expect(storedCase(community, id).history.map(({ event }) => event)).toEqual(['register', 'relocate'])
  })

  it.each([
    ['elsewhere than within my places', () => 'qinghe-7-1', 'placeNotYours'],
    ['to where there is nothing', () => 'nowhere', 'placeNotYours'],
    ['below itself', () => here.building(1), 'placeLevel'],
    ['below a node of its own level', () => `${here.grid}-2`, 'placeLevel'],
  ])('is not moved %s', async (_where, to, fault) => {
    expect(refusal(await move(to())).fields).toEqual({ to: fault })
  })

  it('is not moved where its name is taken', async () => {
    const { name } = await nodeOf(here.officer, here.id)
    answered(await here.officer.add(adding(here.other, 'compound', name)))
    expect(refusal(await move()).fields).toEqual({ to: 'nameTaken' })
  })
})

it('a grid that is moved to another community is found there by residents, with its compounds', async () => {
  const office = places('street-officer')
  const household = { place: 'qinghe-6-1-1-1', door: '' }
  const { id } = await registered(community, 'resident-1', { household })
  const { version } = answered(
    await office.rename({ place: 'qinghe-6-1', version: 1, name: '新网格', code: '' }),
  )
  answered(await office.move({ place: 'qinghe-6-1', version, to: 'qinghe-7' }))

  const listed = async (under: string) =>
    answered(await places('resident-1').list({ under })).map((line) => line.id)
  expect(await listed('qinghe-7')).toEqual(expect.arrayContaining(['qinghe-6-1-1', 'qinghe-6-1-2']))
  expect(await listed('qinghe-6')).not.toContain('qinghe-6-1-1')
  expect(refusal(await places('officer-6').node({ place: 'qinghe-6-1' })).code).toBe('notFound')
  expect([await canReview('officer-6', id), await canReview('officer-7', id)]).toEqual([false, true])
  expect([await canReview('worker-6-1', id), await canReview('street-officer', id)]).toEqual([true, true])
})

it('a community that was empty is open to residents as soon as a grid with compounds is moved there', async () => {
  const office = places('street-officer')
  const { id: to } = answered(await office.add(adding('qinghe', 'community', '新社区')))
  answered(await office.move({ ...(await seen(office, 'qinghe-6-2')), to }))
  const communities = answered(await places('resident-1').list({ under: 'qinghe' }))
  expect(communities.find(({ id }) => id === to)?.more).toBe(true)
  expect(answered(await places('resident-1').list({ under: to }))).toHaveLength(2)
})

it('what lies where an outbreak is being ended stays there until that is over or cancelled', async () => {
  const office = places('street-officer')
  const { keeping } = community.as('administrator')
  const submission = randomUUID()
  answered(await keeping.announceLift({ submission, place: 'qinghe-6', days: 7, words: '解除封控' }))
  const move = async () => office.move({ ...(await seen(office, 'qinghe-6-3')), to: 'qinghe' })
  const merge = async () => office.merge({ ...(await seen(office, 'qinghe-7')), into: 'qinghe-6' })
  expect(refusal(await move()).fields).toEqual({ to: 'placeLifting' })
  expect(refusal(await merge()).fields).toEqual({ into: 'placeLifting' })
  answered(await places('officer-6').move({ ...(await seen(office, 'qinghe-6-3-1')), to: 'qinghe-6' }))

  answered(await keeping.cancelLift({ place: 'qinghe-6', lift: submission, words: '还有新增' }))
  answered(await move())
})
