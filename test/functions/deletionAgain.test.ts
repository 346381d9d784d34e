import { randomUUID } from 'node:crypto'
import readXlsxFile from 'read-excel-file/node'
import { addDays } from '@contract/calendar'
import type { Case } from '@kernel/caseEvents'
import type { BatchDocument, RunDocument } from '@kernel/deletion/deletionDocuments'
import { answerInstead } from './support/answerInstead'
import { answered, openCommunity, type Community } from './support/community'
import {
  accepted,
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
import { bytesAt } from './support/pictures'
import { registered, today } from './support/registrations'

let community: Community
beforeAll(async () => {
  community = await openCommunity()
})
beforeEach(() => beginAnew(community))
afterAll(() => community.close())

const keeping = (openid: string) => community.as(openid).keeping
const mine = () => community.as('resident-1').myData

describe('having one’s data deleted', () => {
  it('stops where a measure has come in force since it was begun', async () => {
    const { id } = await accepted(community, 'resident-1')
    const run: RunDocument = {
      _id: submission(),
      by: 'person',
      startedAt: minutesFromNow(-5),
      endedAt: null,
    }
    const batch: BatchDocument = {
      _id: `${run._id}-0`,
      run: run._id,
      n: 0,
      of: 'cases',
      reason: 'request',
      candidates: [id],
      state: 'chosen',
      content: null,
      waiting: 0,
    }
    insert(community, 'deletionRuns', [run])
    insert(community, 'deletions', [batch])
    const outcome = { measure: 'homeObservation', days: 7, from: today, until: addDays(today, 6) }
    set(community, 'cases', id, { 'body.outcome': outcome })
    await fireTimer(community)
    expect(caseIds(community)).toEqual([id])
    expect(stored(community, 'deletionRuns')).toEqual([])
  })

  it('is left to the person’s own call while that may still be at it', async () => {
    const run = { _id: submission(), by: 'person', startedAt: new Date(), endedAt: null }
    insert(community, 'deletionRuns', [run])
    await fireTimer(community)
    expect(stored(community, 'deletionRuns')).toHaveLength(1)
    set(community, 'deletionRuns', run._id, { startedAt: minutesFromNow(-2) })
    await fireTimer(community)
    expect(stored(community, 'deletionRuns')).toEqual([])
  })

  it('says of each that stays until when it does', async () => {
    const { id } = await accepted(community, 'resident-1')
    answered(await keeping('street-officer').hold(holdOn()))
    const { stays } = answered(await mine().erase({ submission: submission() }))
    const [kept] = stored<Case>(community, 'cases')
    expect(stays).toMatchObject([{ id, eraseWanted: true, keepUntil: kept?.keepUntil.toISOString() }])
  })
})

describe('an account with many registrations', () => {
  beforeEach(async () => {
    await accepted(community, 'resident-1')
    const [one] = stored<Case>(community, 'cases')
    const others = Array.from({ length: 60 }, (_, n) => {
      const openedAt = minutesFromNow(n + 1)
      return { ...one!, _id: randomUUID(), openedAt, body: { ...(one!.body as object), answers: null } }
    })
    // Sealed for the one document: the others' answers are put there anew by nobody, and are not read here.
    insert(community, 'cases', others)
  })

  it('is shown all of them, and has those that can go deleted though others stay', async () => {
    expect(answered(await mine().show({})).cases).toHaveLength(61)
    const { cases, stays } = answered(await mine().erase({ submission: submission() }))
    expect([cases, stays.length]).toEqual([50, 11])
    expect(stored<Case>(community, 'cases').every(({ eraseWanted }) => eraseWanted)).toBe(true)
    for (const id of caseIds(community)) expire(community, id)
    await fireTimer(community)
    expect(caseIds(community)).toEqual([])
  })
})

describe('the file of an export', () => {
  /** A spreadsheet begins with the name of its first part. */
  const spreadsheets = async () =>
    (await community.storedBytes()).toString('latin1').split('PK\x03\x04').length

  it('says nothing before the timer knows of it', async () => {
    await registered(community, 'resident-1')
    const before = await spreadsheets()
    const allow = answerInstead('database.insertDocument', () => () => {
      throw new Error('killed')
    })
    const cut = await mine().export({})
    allow()
    expect(cut.ok).toBe(false)
    expect(await spreadsheets()).toBe(before)
    const { address } = answered(await mine().export({}))
    expect((await readXlsxFile(await bytesAt(address))).length).toBe(8)
  })

  it('goes with all the others, also when there are many', async () => {
    const bytes = await bytesAt(answered(await mine().export({})).address)
    const [made] = stored(community, 'exports')
    const past = minutesFromNow(-1)
    insert(
      community,
      'exports',
      Array.from({ length: 120 }, () => ({ ...made, _id: randomUUID(), removeAt: past })),
    )
    set(community, 'exports', String(made?._id), { removeAt: minutesFromNow(-2) })
    await fireTimer(community)
    expect(stored(community, 'exports')).toEqual([])
    expect((await community.storedBytes()).includes(bytes)).toBe(false)
  })
})

describe('a run that was killed between its certificate and its end', () => {
  it('takes in nothing more, so that its certificate stays true', async () => {
    const [first, second] = [await accepted(community, 'resident-1'), await accepted(community, 'resident-2')]
    expire(community, first.id)
    await fireTimer(community)
    const [run] = stored<RunDocument>(community, 'deletionRuns')
    set(community, 'deletionRuns', run!._id, { endedAt: null })
    expire(community, second.id, 60)
    await fireTimer(community)
    await fireTimer(community)
    expect(caseIds(community)).toEqual([])
    const whole = async (number: number) => answered(await keeping('anybody').certificate({ number })).whole
    expect([await whole(1), await whole(2)]).toEqual([true, true])
  })
})

describe('a case that is being deleted', () => {
  it('stands in no list any more', async () => {
    const { id } = await registered(community, 'resident-1')
    set(community, 'cases', id, { deletion: 'some-batch' })
    expect(answered(await community.as('resident-1').returnee.mine({}))).toEqual([])
    const inbox = answered(await community.as('worker-1-1').inbox.list({}))
    expect(inbox.items.map((item) => item.id)).not.toContain(id)
    expect(await certificates(community)).toEqual([])
  })
})
