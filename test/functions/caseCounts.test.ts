import { randomUUID } from 'node:crypto'
import type { Ledger } from '@contract/ledger'
import type { Case } from '@kernel/caseEvents'
import type { CountsDocument } from '@kernel/counts/countRules'
import type { Document } from '../../local/store/types'
import { answered, openCommunity, refusal, type Community } from './support/community'
import { countFaults } from './support/counts'
import { beginAnew, expire, fireTimer, stored } from './support/keeping'
import { asIntruder } from './support/intruder'
import { killAfter } from './support/killing'
import { act, answersOf, place, registered, today } from './support/registrations'

let community: Community
beforeAll(async () => {
  community = await openCommunity()
})
beforeEach(() => {
  beginAnew(community)
  put({ cases: [], caseCounts: [] })
})
afterAll(() => community.close())

/** Nothing but these is stored. */
const put = (documents: { cases: object[]; caseCounts: object[] }): void =>
  asIntruder(community, (store) => {
    for (const [name, some] of Object.entries(documents)) {
      store.remove(name, {}, { multi: true })
      if (some.length > 0) store.insert(name, some as Document[])
    }
  })

/** As many registrations as that, of which none has been counted. */
async function registrations(number: number): Promise<Case[]> {
  await registered(community, 'resident-1')
  const [one] = cases()
  return Array.from({ length: number }, () => ({ ...one, _id: randomUUID() }) as Case)
}

const everyMinute = () => community.cloud.fireTimer('inbox')
const aMinutePasses = async () => {
  expect(await everyMinute()).toEqual({ result: { ok: true, data: null } })
}

const counts = () => stored<CountsDocument>(community, 'caseCounts')
const cases = () => stored<Case>(community, 'cases')
const faults = () => countFaults(cases(), counts())

const ledgerOf = async (openid: string, at: string): Promise<Ledger> =>
  answered(await community.as(openid).inbox.ledger({ place: at }))
const registrationsAt = async (openid: string, at: string) =>
  (await ledgerOf(openid, at)).lines.find(({ kind }) => kind === 'returnee')

const worker = () => community.as('worker-1-1').returnee
const accept = async (found: { id: string; version: number }) =>
  answered(await worker().accept({ ...act(found), measure: 'noticeOnly', days: 0, words: '' }))

/** Everything counted, and counted right. */
const expectAllCounted = () => {
  expect(cases().filter(({ uncounted }) => uncounted)).toEqual([])
  expect(faults()).toEqual([])
}

describe('the counts of a place follow', () => {
  it('a registration and its decision', async () => {
    const fresh = await registered(community, 'resident-1')
    expect(await registrationsAt('officer-1', 'qinghe-1')).toBeUndefined()
    await aMinutePasses()
    expect(await registrationsAt('officer-1', 'qinghe-1')).toMatchObject({ opened: 1, closed: 0, open: 1 })
    await accept(fresh)
    await aMinutePasses()
    expect(await registrationsAt('officer-1', 'qinghe-1')).toMatchObject({ opened: 1, closed: 1, open: 0 })
    expectAllCounted()
  })

  it('a question to the resident, who then is waited for, and the answer', async () => {
    const fresh = await registered(community, 'resident-1')
    const asked = answered(await worker().ask({ ...act(fresh), words: '几号到？' }))
    await aMinutePasses()
    const waiting = () => counts().find(({ day }) => day === 'now')?.total.returnee
    expect(waiting()).toEqual({ open: 1, waiting: 1 })
    const { returnee } = community.as('resident-1')
    answered(await returnee.answer({ ...act(asked), words: '今天' }))
    await aMinutePasses()
    expect(waiting()).toEqual({ open: 1 })
    expectAllCounted()
  })

  it('an amendment to another community', async () => {
    const fresh = await registered(community, 'resident-1')
    await aMinutePasses()
    const moved = answersOf({ household: { place: place.elsewhere, door: '' } })
    answered(await community.as('resident-1').returnee.amend({ ...act(fresh), answers: moved }))
    await aMinutePasses()
    const inBoth = await ledgerOf('street-officer', 'qinghe')
    const openIn = inBoth.below.flatMap(({ place: { id }, lines }) => lines.map(({ open }) => [id, open]))
    expect(openIn).toEqual([['qinghe-2', 1]])
    expectAllCounted()
  })

  it('the deletion of what its period is over for: it was opened that day all the same', async () => {
    const fresh = await registered(community, 'resident-1')
    await aMinutePasses()
    expire(community, fresh.id)
    await fireTimer(community)
    expect(cases()).toEqual([])
    expect(await registrationsAt('officer-1', 'qinghe-1')).toMatchObject({ opened: 1, closed: 1, open: 0 })
    expect((await ledgerOf('worker-1-1', 'qinghe-1-1')).lines).toEqual([])
    expectAllCounted()
  })

  it('what somebody has deleted of themselves before a minute has passed', async () => {
    await accept(await registered(community, 'resident-1'))
    answered(await community.as('resident-1').myData.erase({ submission: randomUUID() }))
    expect(cases()).toEqual([])
    expect(await registrationsAt('officer-1', 'qinghe-1')).toMatchObject({ opened: 1, closed: 1, open: 0 })
    expectAllCounted()
  })
})

describe('the ledger of a place', () => {
  it('names each place right below it, also where nothing happened', async () => {
    await registered(community, 'resident-1')
    await aMinutePasses()
    const { on, place: at, below } = await ledgerOf('officer-1', 'qinghe-1')
    expect([on, at.id]).toEqual([today, 'qinghe-1'])
    expect(below.find(({ place: { id } }) => id === 'qinghe-1-1')?.lines).toEqual([
      { kind: 'returnee', opened: 1, closed: 0, open: 1 },
    ])
    expect(below.filter(({ lines }) => lines.length === 0).length).toBeGreaterThan(0)
  })

  it('goes down to the buildings of a compound', async () => {
    await registered(community, 'resident-1')
    await aMinutePasses()
    const { below } = await ledgerOf('worker-1-1', place.compound)
    const there = below.filter(({ lines }) => lines.length > 0).map(({ place: { id } }) => id)
    expect(there).toEqual([place.building])
  })

  it('reads no case, in three requests where its place has just been seen', async () => {
    await registered(community, 'resident-1')
    await aMinutePasses()
    await ledgerOf('street-officer', 'qinghe')
    const cost = await community.costOf(() => ledgerOf('street-officer', 'qinghe'))
    expect(cost.map(({ collection }) => collection).sort()).toEqual(['caseCounts', 'places', 'staff'])
  })

  it('says that it does not know what was open on a day whose end nobody has counted', async () => {
    const fresh = await registered(community, 'resident-1')
    await aMinutePasses()
    const day = '2026-01-01'
    const ofThatDay = { ...counts().find((one) => one.day === today), _id: `qinghe-1 ${day}`, day }
    asIntruder(community, (store) => store.insert('caseCounts', [ofThatDay]))
    const { lines } = answered(await community.as('officer-1').inbox.ledger({ place: 'qinghe-1', day }))
    expect(lines).toEqual([{ kind: 'returnee', opened: 1, closed: 0, open: null }])
    expect(fresh.id).toBeTruthy()
  })

  it('of tomorrow is refused', async () => {
    const day = '2999-01-01'
    const asked = await community.as('officer-1').inbox.ledger({ place: 'qinghe-1', day })
    expect(refusal(asked).fields).toEqual({ day: 'dayInFuture' })
  })
})

/** What changes something, and the beginnings and ends of transactions. */
const isWrite = (action: string): boolean => /^database\.(insert|modify|remove|commit|start)/.test(action)

describe('counting', () => {
  it('asks once when nothing has happened', async () => {
    expect(await community.costOf(aMinutePasses)).toHaveLength(1)
  })

  it('asks nothing for what leaves a case counted as it is', async () => {
    const fresh = await registered(community, 'resident-1')
    await aMinutePasses()
    answered(await worker().note({ ...act(fresh), words: '打过电话' }))
    expect(await community.costOf(aMinutePasses)).toHaveLength(1)
  })

  it('counts each case once when two do it at the same moment', async () => {
    put({ cases: await registrations(25), caseCounts: [] })
    await Promise.all([everyMinute(), everyMinute(), everyMinute()])
    await aMinutePasses()
    expect(counts().find(({ day }) => day === 'now')?.total.returnee).toEqual({ open: 25 })
    expectAllCounted()
  })

  it('that is killed before any of its writes has counted nothing twice and leaves nothing out', async () => {
    const first = await registered(community, 'resident-1')
    await registered(community, 'resident-2')
    await aMinutePasses()
    await accept(first)
    const before = { cases: cases(), caseCounts: counts() }
    const mark = community.cloud.requests.mark()
    await aMinutePasses()
    const writes = community.cloud.requests.since(mark).filter(({ action }) => isWrite(action)).length
    // The transaction and its end, what is open, the day, the case.
    expect(writes).toBe(5)
    for (let done = 0; done < writes; done += 1) {
      put(before)
      const revive = killAfter(done, isWrite)
      await everyMinute()
      revive()
      expect(faults()).toEqual([])
      await aMinutePasses()
      expect(counts().find(({ day }) => day === 'now')?.total.returnee).toEqual({ open: 1 })
      expectAllCounted()
    }
  })

  it('is not kept from the others by a case that cannot be counted', async () => {
    const [broken, ...others] = await registrations(41)
    put({ cases: [{ ...broken, at: null, uncounted: new Date(1000) }, ...others], caseCounts: [] })
    await aMinutePasses()
    // Those beside which it was to be counted wait with it.
    expect(cases().filter(({ uncounted }) => uncounted)).toHaveLength(20)
    expect(counts().find(({ day }) => day === 'now')?.total.returnee).toEqual({ open: 21 })
  })
})
