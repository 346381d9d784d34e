import type { EditionHead } from '@contract/editions'
import type { RegistrationDraft } from '@contract/returnee'
import { inForceId } from '@kernel/assessment/asInForce'
import type { InForceDocument } from '@kernel/assessment/editionDocuments'
import { alterationOf } from '@kernel/history'
import type { RegistrationCase } from '@kernel/registration'
import { answered, openCommunity, type Community } from './support/community'
import { caseOf, set, stored } from './support/keeping'
import { act, answersOf, registered } from './support/registrations'
import { areaOf, rulingDocuments } from './support/rulings'
import { doneBy, fireMinute, publishedList, runOf, runToEnd, settle } from './support/runs'

// Each test has counties of its own: what one publishes does not concern the others.
const counties = [
  '510104',
  '510105',
  '510106',
  '510107',
  '510108',
  '510112',
  '510113',
  '510114',
  '510115',
  '510116',
]
const left = [...counties]
const nextCounty = (): string => left.pop() ?? ''

let community: Community
let county: string
beforeAll(async () => {
  community = await openCommunity(rulingDocuments(counties.map((code) => areaOf(code, 'medium'))))
})
beforeEach(() => {
  county = nextCounty()
})
afterAll(() => community.close())

const worker = () => community.as('worker-1-1').returnee
const from = (region: string): Partial<RegistrationDraft> => ({ from: { region, detail: '' }, passed: [] })
const found = (id: string) => caseOf(community, id) as RegistrationCase
const toldOf = (id: string) =>
  community.cloud.wechat.outbox
    .latest(1000)
    .filter(({ page }) => page?.includes(id))
    .map(({ fields }) => fields.phrase2)
const summaries = () =>
  community.cloud.wechat.outbox.latest(1000, 'worker-1-1').filter(({ page }) => page === 'staff/inbox/index')

/** Registered from there, and decided as the rules say. */
async function adopted(openid: string, region = county) {
  const fresh = await registered(community, openid, from(region))
  return answered(await worker().adopt({ ...act(fresh), words: '' }))
}

/** Registered from there, and decided otherwise than the rules say. */
async function acceptedStrictly(openid: string) {
  const fresh = await registered(community, openid, from(county))
  const terms = { measure: 'centralObservation' as const, days: 14, words: '与确诊者同行' }
  return answered(await worker().accept({ ...act(fresh), ...terms }))
}

describe('a new list', () => {
  it('changes what is expected of who waits, puts the decided before staff, and touches nobody else', async () => {
    const waiting = await registered(community, 'resident-1', from(county))
    const decided = await adopted('resident-2')
    const elsewhere = await registered(community, 'resident-3', from(nextCounty()))
    const list = await publishedList(community, [areaOf(county, 'high')])
    const run = await runToEnd(community, list)

    expect(doneBy(community, list)).toEqual({ [waiting.id]: ['reexpect'], [decided.id]: ['reassess'] })
    expect(found(waiting.id)).toMatchObject({
      status: 'submitted',
      body: { expected: { measure: 'centralObservation', basis: { list: { id: list.id, number: 2 } } } },
    })
    expect(found(decided.id)).toMatchObject({
      status: 'reassessed',
      todo: { role: 'gridWorker' },
      body: { outcome: { measure: 'homeObservation' }, expected: { measure: 'centralObservation' } },
    })
    expect(found(elsewhere.id).version).toBe(1)
    expect(alterationOf(found(decided.id))).toBeNull()
    expect(run).toMatchObject({ seen: 2, changed: 2, total: 2 })
  })

  it('is told to each resident concerned, and once to the grid worker however many there are', async () => {
    const waiting = await registered(community, 'resident-1', from(county))
    const [one, other] = [await adopted('resident-2'), await adopted('resident-2')]
    const before = summaries().length
    const list = await publishedList(community, [areaOf(county, 'high')])
    await runToEnd(community, list)
    expect(toldOf(waiting.id)).toEqual(['预计有变'])
    for (const { id } of [one, other]) expect(toldOf(id).slice(0, 1)).toEqual(['名单有变'])
    expect(summaries().slice(0, summaries().length - before)).toMatchObject([
      { fields: { thing1: '2 条登记要重新确认', phrase3: '名单有变' } },
    ])
  })

  it('does not loosen by itself what staff decided more strictly', async () => {
    const decided = await acceptedStrictly('resident-1')
    const list = await publishedList(community, [{ ...areaOf(county, 'medium'), level: null }])
    await runToEnd(community, list)
    expect(found(decided.id)).toMatchObject({
      status: 'reassessed',
      body: { outcome: { measure: 'centralObservation', days: 14 }, expected: { measure: 'noticeOnly' } },
    })
    const [entry] = found(decided.id).history.slice(-1)
    expect(entry).toMatchObject({ detail: { direction: 'looser', kind: 'riskList' } })
  })

  it('reassesses what is under a legal hold, and not what is being deleted', async () => {
    const [held, going] = [await adopted('resident-1'), await adopted('resident-2')]
    set(community, 'cases', held.id, { hold: 'a hold' })
    set(community, 'cases', going.id, { deletion: 'a batch' })
    const list = await publishedList(community, [areaOf(county, 'high')])
    await runToEnd(community, list)
    expect(Object.keys(doneBy(community, list))).toEqual([held.id])
  })

  it('that comes into force later changes nothing before', async () => {
    const decided = await adopted('resident-1')
    const later = new Date(Date.now() + 3_600_000).toISOString()
    const list = await publishedList(community, [areaOf(county, 'high')], { effectiveFrom: later })
    await fireMinute(community)
    expect(runOf(community, list)).toMatchObject({ status: 'waiting', seen: 0 })
    comeIntoForce(list)
    await runToEnd(community, list)
    expect(doneBy(community, list)).toEqual({ [decided.id]: ['reassess'] })
  })
})

/** An hour later, as far as an edition is concerned. */
function comeIntoForce(edition: EditionHead): void {
  settle(community, edition, 60)
  const id = inForceId('riskList', 'qinghe')
  const inForce = stored<InForceDocument>(community, 'inForce').find(({ _id }) => _id === id)!
  const published = inForce.published.map((one) =>
    one.id === edition.id ? { ...one, effectiveFrom: new Date() } : one,
  )
  set(community, 'inForce', id, { published })
}

describe('while a run goes on', () => {
  it('timers at the same moment do nobody twice', async () => {
    const ids = [(await adopted('resident-1')).id, (await adopted('resident-2')).id].sort()
    const before = summaries().length
    const list = await publishedList(community, [areaOf(county, 'high')])
    await Promise.all([fireMinute(community), fireMinute(community), fireMinute(community)])
    settle(community, list)
    await Promise.all([fireMinute(community), fireMinute(community)])
    expect(Object.entries(doneBy(community, list)).sort()).toEqual(ids.map((id) => [id, ['reassess']]))
    expect(runOf(community, list)).toMatchObject({ status: 'done', changed: 2 })
    for (const id of ids) expect(toldOf(id).filter((phrase) => phrase === '名单有变')).toHaveLength(1)
    expect(summaries()).toHaveLength(before + 1)
  })

  it('who registers or amends by what an instance remembers is found by the last sweep', async () => {
    const before = await registered(community, 'resident-1', from(county))
    const list = await publishedList(community, [areaOf(county, 'high')])
    await fireMinute(community)
    expect(found(before.id).body.expected?.measure).toBe('centralObservation')
    const late = await registered(community, 'resident-2', from(county))
    const amended = { ...act({ id: before.id, version: 2 }), answers: answersOf(from(county)) }
    answered(await community.as('resident-1').returnee.amend(amended))
    for (const { id } of [before, late]) expect(found(id).body.expected?.measure).toBe('homeObservation')

    await fireMinute(community)
    expect(runOf(community, list)).toMatchObject({ status: 'running', sweep: 2 })
    await runToEnd(community, list)
    for (const { id } of [before, late]) expect(found(id).body.expected?.measure).toBe('centralObservation')
  })

  it('a second list is what applies from then on, also to those whom only the first concerns', async () => {
    const second = nextCounty()
    const [one, other] = [await adopted('resident-1'), await adopted('resident-2', second)]
    const first = await publishedList(community, [areaOf(county, 'high'), areaOf(second, 'high')])
    await fireMinute(community)
    const next = await publishedList(community, [
      { ...areaOf(county, 'high'), level: null },
      areaOf(second, 'medium'),
    ])
    await runToEnd(community, first)
    await runToEnd(community, next)
    expect(found(one.id).body.expected).toMatchObject({ measure: 'noticeOnly' })
    expect(found(other.id).body.expected).toMatchObject({ measure: 'homeObservation' })
    const events = [...Object.values(doneBy(community, first)), ...Object.values(doneBy(community, next))]
    expect(events.flat().sort()).toEqual(['reassess', 'reassess', 'reexpect', 'reexpect'])
  })
})
