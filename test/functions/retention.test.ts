import { keepUntil } from '@kernel/retention'
import { addDays } from '@contract/calendar'
import { retentionDays } from '@contract/keeping'
import type { BatchDocument } from '@kernel/deletion/deletionDocuments'
import { answered, openCommunity, refusal, type Community } from './support/community'
import {
  beginAnew,
  caseOf,
  caseIds,
  certificates,
  eventfulCase,
  expire,
  fireTimer,
  midnightAfter,
  minutesFromNow,
  nothingLeft,
  set,
  stored,
  tracesOf,
} from './support/keeping'
import { newPicture } from './support/pictures'
import { act, registered, today } from './support/registrations'

let community: Community
beforeAll(async () => {
  community = await openCommunity()
})
beforeEach(() => beginAnew(community))
afterAll(() => community.close())

describe('every case says until when it is kept', () => {
  it('its period after the last event, and after the last day of its measure', async () => {
    const fresh = await registered(community, 'resident-1')
    expect(caseOf(community, fresh.id)?.keepUntil).toEqual(midnightAfter(retentionDays.returnee))
    const worker = community.as('worker-1-1').returnee
    answered(await worker.accept({ ...act(fresh), measure: 'homeObservation', days: 7, words: '' }))
    expect(caseOf(community, fresh.id)?.keepUntil).toEqual(midnightAfter(retentionDays.returnee + 6))
    expect(caseOf(community, fresh.id)?.keepUntil).toEqual(
      keepUntil({
        kind: 'returnee',
        lastEventAt: new Date(),
        measureEnd: addDays(today, 6),
        isUnwanted: false,
      }),
    )
  })
})

describe('the timer', () => {
  it('deletes a case past its period with its history, people, pictures and files', async () => {
    const image = newPicture()
    const id = await eventfulCase(community, 'resident-1', image)
    expect((await community.storedBytes()).includes(image)).toBe(true)
    expect(tracesOf(community, id)).toEqual({ cases: 1, people: 2, pictures: 1, looks: 1 })
    expire(community, id)
    await fireTimer(community)
    expect(tracesOf(community, id)).toEqual(nothingLeft)
    expect((await community.storedBytes()).includes(image)).toBe(false)
    expect(refusal(await community.as('resident-1').returnee.show({ case: id })).code).toBe('notFound')
  })

  it('leaves what has a minute left, and what somebody has acted on meanwhile', async () => {
    const [kept, acted, gone] = [
      await registered(community, 'resident-1'),
      await registered(community, 'resident-2'),
      await registered(community, 'resident-3'),
    ]
    expire(community, kept.id, -1)
    for (const { id } of [acted, gone]) expire(community, id)
    answered(await community.as('worker-1-1').returnee.note({ ...act(acted), words: '还在处理' }))
    await fireTimer(community)
    expect(caseIds(community)).toEqual([kept.id, acted.id])
  })

  it('keeps the record of who looked for three years, without saying at whom', async () => {
    const id = await eventfulCase(community, 'resident-1')
    expire(community, id)
    await fireTimer(community)
    const [look] = stored(community, 'looks')
    expect(look).toMatchObject({ cases: [], by: { account: 'worker-1-1' } })

    const threeYears = minutesFromNow(-retentionDays.looks * 24 * 60 + 1)
    set(community, 'looks', String(look?._id), { lookedAt: threeYears })
    await fireTimer(community)
    expect(stored(community, 'looks')).toHaveLength(1)
    set(community, 'looks', String(look?._id), { lookedAt: new Date(threeYears.getTime() - 60_000) })
    await fireTimer(community)
    expect(stored(community, 'looks')).toEqual([])
    expect((await certificates(community))[0]).toMatchObject({ number: 2, numbers: { looks: 1, cases: 0 } })
  })

  it('deletes many in batches, and keeps how many there were by community, day, kind and status', async () => {
    const opened = await Promise.all(
      Array.from({ length: 60 }, (_, n) => registered(community, `resident-${n}`)),
    )
    for (const { id } of opened) expire(community, id)
    await fireTimer(community)
    expect(stored(community, 'cases')).toEqual([])
    const batches = stored<BatchDocument>(community, 'deletions')
    expect(batches.map(({ state, candidates }) => [state, candidates])).toEqual(Array(2).fill(['done', []]))
    const rows = batches.flatMap(({ content }) => content?.rows ?? [])
    expect(
      new Set(rows.map(({ community: at, day, kind, status }) => `${at} ${day} ${kind} ${status}`)),
    ).toEqual(new Set([`qinghe-1 ${today} returnee submitted`]))
    expect(rows.reduce((sum, { count }) => sum + count, 0)).toBe(60)
    const [certificate] = await certificates(community)
    expect(certificate).toMatchObject({ kinds: { returnee: 60 }, reasons: { period: 60 }, held: 0 })
    expect(certificate?.numbers).toMatchObject({ cases: 60, events: 60, people: 120, pictures: 0 })
  })

  it('asks the database twelve times when nothing is due', async () => {
    await registered(community, 'resident-1')
    expect(await community.costOf(() => fireTimer(community))).toHaveLength(12)
    expect(await certificates(community)).toEqual([])
  })

  it('is not played by a phone', async () => {
    const { id } = await registered(community, 'resident-1')
    expire(community, id)
    const event = { Type: 'Timer', TriggerName: 'deleteExpired', Time: '2026-11-20T00:00:00Z' }
    const answer = await community.cloud.call('keeping', event, 'resident-1')
    expect(answer).toMatchObject({ result: { ok: false, error: { code: 'unknownAction' } } })
    expect(caseOf(community, id)).toBeDefined()
  })
})
