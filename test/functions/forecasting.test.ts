import type { EditionHead } from '@contract/editions'
import type { AffectedDocument } from '@kernel/assessment/runDocuments'
import { answered, openCommunity, refusal, type Community } from './support/community'
import { on } from './support/editions'
import { expire, fireTimer as deleteExpired, insert, set, stored } from './support/keeping'
import { act, answersOf, place, registered } from './support/registrations'
import { areaOf, rulingDocuments } from './support/rulings'
import { doneBy, fireMinute, proposedList, runOf, runToEnd } from './support/runs'

const WUHOU = '510107'
const FIRST = 'qinghe-1'
const SECOND = 'qinghe-2'

let community: Community
let list: EditionHead
/** In the first community and in the second, and one whom the list does not change. */
let ids: [waiting: string, decided: string, other: string, untouched: string]
beforeAll(async () => {
  community = await openCommunity(rulingDocuments([areaOf(WUHOU, 'medium')]))
  const from = (region: string, home = place.building) => ({
    from: { region, detail: '' },
    passed: [],
    household: { ...answersOf().household, place: home },
  })
  const waiting = await registered(community, 'resident-1', from(WUHOU))
  const fresh = await registered(community, 'resident-2', from(WUHOU))
  const decided = answered(await community.as('worker-1-1').returnee.adopt({ ...act(fresh), words: '' }))
  const other = await registered(community, 'resident-3', from(WUHOU, place.elsewhere))
  const untouched = await registered(community, 'resident-3', from('510108'))
  ids = [waiting.id, decided.id, other.id, untouched.id]
})
beforeEach(async () => {
  list = await proposedList(community, [areaOf(WUHOU, 'high')])
})
afterEach(async () => {
  await community.as('street-officer').riskAreas.drop({ ...on(list), words: '试一试' })
})
afterAll(() => community.close())

const officer = () => community.as('street-officer-2').reassessment
const rows = () =>
  stored<AffectedDocument>(community, 'affected').filter(({ run }) => run === `forecast-${list.id}`)

it('whom a proposal would change is told by community, and nothing changes', async () => {
  const [run] = answered(await officer().runs(on(list)))
  expect(run).toMatchObject({ purpose: 'forecast', status: 'done', seen: 3, changed: 3, total: 3 })
  expect(run!.communities).toMatchObject([
    { community: { id: FIRST }, numbers: { stricter: 2, looser: 0, first: 0 } },
    { community: { id: SECOND }, numbers: { stricter: 1, looser: 0, first: 0 } },
  ])
  expect(run!.communities.every(({ community: { name } }) => name !== '')).toBe(true)
  expect(doneBy(community, list)).toEqual({})
})

it('the list behind the numbers is masked, and says what was and what would be', async () => {
  await fireMinute(community)
  const page = answered(await officer().affected({ ...on(list), community: FIRST }))
  expect(page.next).toBeNull()
  expect(page.affected.map((one) => one.case).sort()).toEqual(ids.slice(0, 2).sort())
  const decided = page.affected.find((one) => one.case === ids[1])
  expect(decided).toMatchObject({
    display: '方*棠',
    status: 'accepted',
    direction: 'stricter',
    before: { measure: 'homeObservation' },
    after: { measure: 'centralObservation' },
  })
})

it('the list goes on after twenty, and leaves out who is no more or has moved elsewhere', async () => {
  await fireMinute(community)
  const [row] = rows()
  const gone = Array.from({ length: 25 }, (_, n) => {
    const id = `00000000-0000-4000-8000-0000000000${n + 10}`
    return { ...row!, _id: `${row!.run}-${id}`, case: id, at: { ...row!.at, community: FIRST } }
  })
  insert(community, 'affected', gone)
  const [moved] = ids
  set(community, 'cases', moved, { 'at.community': SECOND })
  const first = answered(await officer().affected({ ...on(list), community: FIRST }))
  const second = answered(await officer().affected({ ...on(list), community: FIRST, after: first.next }))
  set(community, 'cases', moved, { 'at.community': FIRST })
  expect([first.affected, first.next === null, second.next]).toEqual([[], false, null])
  expect(second.affected.map((one) => one.case)).toEqual([ids[1]])
})

it('is not for an office whose community has come to another', async () => {
  await fireMinute(community)
  for (const id of ids) set(community, 'cases', id, { 'at.street': 'elsewhere' })
  const page = answered(await officer().affected({ ...on(list), community: FIRST }))
  for (const id of ids) set(community, 'cases', id, { 'at.street': 'qinghe' })
  expect(page.affected).toEqual([])
})

it('keeps what would be asked of somebody, and not where they have been', async () => {
  await fireMinute(community)
  expect(rows()).toHaveLength(3)
  expect(JSON.stringify(rows())).not.toContain(WUHOU)
})

it('is asked for together with others, and counts everybody once', async () => {
  await Promise.all([officer().runs(on(list)), fireMinute(community), officer().runs(on(list))])
  await fireMinute(community)
  expect(runOf(community, list, 'forecast')).toMatchObject({ status: 'done', changed: 3 })
  expect(rows()).toHaveLength(3)
})

it('is gone with its proposal', async () => {
  await fireMinute(community)
  answered(await community.as('street-officer').riskAreas.drop({ ...on(list), words: '写错了' }))
  await fireMinute(community)
  expect(rows()).toEqual([])
})

it('is not for who has no say at the place, nor under another place', async () => {
  expect(refusal(await community.as('officer-1').reassessment.runs(on(list))).code).toBe('notAllowed')
  const elsewhere = { ...on(list), place: FIRST }
  expect(refusal(await officer().runs(elsewhere)).code).toBe('notFound')
  expect(refusal(await officer().affected({ ...elsewhere, community: FIRST })).code).toBe('notFound')
})

it('it is as the reassessment then finds it', async () => {
  await fireMinute(community)
  const foretold = rows().map((row) => row.case)
  answered(await community.as('street-officer-2').riskAreas.publish(on(list)))
  const run = await runToEnd(community, list)
  expect(Object.keys(doneBy(community, list)).sort()).toEqual(foretold.sort())
  expect(run.numbers).toEqual(runOf(community, list, 'forecast').numbers)
})

it('a line of it goes with its case', async () => {
  const fresh = await proposedList(community, [areaOf(WUHOU, 'medium')])
  await fireMinute(community)
  const lines = () => stored<AffectedDocument>(community, 'affected').filter((row) => row.case === ids[2])
  expect(lines().map(({ run }) => run)).toContain(`forecast-${fresh.id}`)
  expire(community, ids[2])
  await deleteExpired(community)
  expect(lines()).toEqual([])
})
