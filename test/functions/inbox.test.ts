import { randomUUID } from 'node:crypto'
import type { InboxCursor, InboxItem } from '@contract/inbox'
import type { Level } from '@contract/roles'
import { createSealer } from '@kernel/seal'
import { demoDocuments } from '../../local/demo'
import { counted } from '../../local/demo/counts'
import type { Document } from '../../local/store/types'
import { answered, openCommunity, refusal, type Community } from './support/community'
import { act, place, registered, today } from './support/registrations'

const HOUR = 3_600_000

/** Three hundred registrations, sealed with a key that the functions do not have: lists must not need it. */
const sealer = createSealer({
  SHOUWANG_SEAL_KEY: Buffer.alloc(32, 1).toString('base64url'),
  SHOUWANG_HASH_KEY: Buffer.alloc(32, 2).toString('base64url'),
})
const now = new Date()
const { cases } = demoDocuments(now, sealer)
const open = cases.filter(({ todo }) => todo !== null)

let community: Community
beforeAll(async () => {
  community = await openCommunity(counted(cases, now) as unknown as Record<string, Document[]>)
})
afterAll(() => community.close())

const inboxOf = (openid: string) => community.as(openid).inbox

async function allPages(openid: string, between: () => Promise<unknown> = () => Promise.resolve()) {
  const seen: InboxItem[] = []
  let after: InboxCursor | undefined
  do {
    const page = answered(await inboxOf(openid).list({ after }))
    expect(page.items.length).toBeLessThanOrEqual(20)
    seen.push(...page.items)
    after = page.next ?? undefined
    await between()
  } while (after)
  return seen
}

describe('the inbox', () => {
  it('holds all that is open at my places, the longest overdue first', async () => {
    const seen = await allPages('street-officer')
    const expected = open.map(({ _id, todo }) => ({ id: _id, dueAt: todo?.dueAt.toISOString() ?? '' }))
    expected.sort((a, b) => (a.dueAt < b.dueAt || (a.dueAt === b.dueAt && a.id < b.id) ? -1 : 1))
    expect(seen.map(({ id }) => id)).toEqual(expected.map(({ id }) => id))
  })

  it('counts what is open, overdue and waiting for a resident', async () => {
    const { counts } = answered(await inboxOf('street-officer').list({}))
    expect(counts).toEqual({
      open: open.length,
      overdue: open.filter(({ todo }) => (todo?.dueAt ?? now) < now).length,
      mine: 0,
      waitingForResident: open.filter(({ todo }) => todo?.role === 'owner').length,
    })
  })

  it('counts the same where its first page shows all of it', async () => {
    const theirs = open.filter(({ at }) => at.grid === 'qinghe-1-1')
    expect(theirs.length).toBeLessThanOrEqual(20)
    const { counts, next } = answered(await inboxOf('worker-1-1').list({}))
    expect(next).toBeNull()
    expect(counts).toEqual({
      open: theirs.length,
      overdue: theirs.filter(({ todo }) => (todo?.dueAt ?? now) < now).length,
      mine: 0,
      waitingForResident: theirs.filter(({ todo }) => todo?.role === 'owner').length,
    })
  })

  it('counts the same when only some of it is shown', async () => {
    const all = answered(await inboxOf('worker-1-1').list({})).counts
    expect(answered(await inboxOf('worker-1-1').list({ kind: 'tip' })).counts).toEqual(all)
  })

  it('counts what lies both at my places and below the chosen one', async () => {
    const narrowed = { text: '没有这个人' }
    const countsIn = async (level: Level, id: string) =>
      answered(await inboxOf('officer-1').list({ ...narrowed, place: { level, id } })).counts?.open
    const openAt = (level: Level, id: string) => open.filter(({ at }) => at[level] === id).length
    expect(await countsIn('compound', place.compound)).toBe(openAt('compound', place.compound))
    expect(await countsIn('building', place.building)).toBe(openAt('building', place.building))
    expect(await countsIn('street', 'qinghe')).toBe(openAt('community', 'qinghe-1'))
    expect(await countsIn('community', 'qinghe-2')).toBe(0)
  })

  it.each([
    ['of which all is on one page', 'worker-1-1', {}, 2],
    ['with more, all that is overdue among it', 'street-officer', {}, 4],
    ['of which only some is asked for', 'street-officer', { text: '林' }, 5],
  ])('%s costs so many database requests', async (_, openid, filters, requests) => {
    expect(await community.costOf(() => inboxOf(openid).list(filters))).toHaveLength(requests)
  })

  it('counts nothing with the pages after the first, which cost two', async () => {
    const after = answered(await inboxOf('street-officer').list({})).next ?? undefined
    const cost = await community.costOf(async () => {
      expect(answered(await inboxOf('street-officer').list({ after })).counts).toBeNull()
    })
    expect(cost).toHaveLength(2)
  })

  it.each([
    ['worker-1-1', 'grid', 'qinghe-1-1'],
    ['officer-1', 'community', 'qinghe-1'],
    ['officer-7', 'community', 'qinghe-7'],
  ] as const)('of %s holds what lies below the %s, and nothing else', async (openid, level, id) => {
    const seen = await allPages(openid)
    const expected = open.filter(({ at }) => at[level] === id).map(({ _id }) => _id)
    expect(new Set(seen.map((item) => item.id))).toEqual(new Set(expected))
    expect(seen).toHaveLength(expected.length)
  })

  it.each([
    ['a kind', { kind: 'returnee' as const }, () => true],
    ['a status', { status: 'asked' }, (found: (typeof open)[number]) => found.status === 'asked'],
    [
      'a place below mine',
      { place: { level: 'compound' as const, id: place.compound } },
      (found: (typeof open)[number]) => found.at.compound === place.compound,
    ],
    ['a masked name', { text: '林' }, (found: (typeof open)[number]) => found.subject.display.includes('林')],
  ])('is narrowed by %s', async (_title, filter, matches) => {
    const page = answered(await inboxOf('street-officer').list(filter))
    const expected = open.filter(matches).length
    expect(page.items).toHaveLength(Math.min(20, expected))
    expect(page.items.every(({ id }) => open.some((found) => found._id === id && matches(found)))).toBe(true)
  })

  it('of a place that is not mine is empty, whatever its id', async () => {
    const page = answered(await inboxOf('worker-1-1').list({ place: { level: 'community', id: 'qinghe-2' } }))
    expect(page.items).toEqual([])
    expect(page.counts?.open).toBe(0)
  })

  it('takes what looks like a pattern as a name', async () => {
    expect(answered(await inboxOf('street-officer').list({ text: '.*' })).items).toEqual([])
    expect(answered(await inboxOf('street-officer').list({ text: '(' })).items).toEqual([])
  })

  it.each(['resident-1', 'administrator'])('is refused to %s', async (openid) => {
    expect(refusal(await inboxOf(openid).list({})).code).toBe('notAllowed')
  })

  it('neither skips nor repeats when new cases arrive between two pages', async () => {
    const before = (await allPages('street-officer')).map(({ id }) => id)
    const urgent = { symptoms: ['fever' as const], arrivesOn: today }
    const seen = (await allPages('street-officer', () => registered(community, 'resident-1', urgent))).map(
      ({ id }) => id,
    )
    expect(new Set(seen).size).toBe(seen.length)
    expect(seen.filter((id) => before.includes(id))).toEqual(before)
  })
})

describe('a case leaves the inbox', () => {
  it('when it is decided', async () => {
    const first = await registered(community, 'resident-1', {
      household: { place: 'qinghe-7-3-2-4', door: '' },
    })
    const ids = async () => (await allPages('worker-7-3')).map(({ id }) => id)
    expect(await ids()).toContain(first.id)
    answered(await community.as('worker-7-3').returnee.reject({ ...act(first), words: '重复' }))
    expect(await ids()).not.toContain(first.id)
  })
})

it('a registration of somebody who may be ill is due within the hour', async () => {
  const { todo } = await registered(community, 'resident-1', { symptoms: ['fever'] })
  expect(new Date(todo?.dueAt ?? 0).getTime() - Date.now()).toBeLessThanOrEqual(HOUR)
})

it('a case id that does not exist and one that is not mine are answered alike', async () => {
  const first = await registered(community, 'resident-1')
  const worker = community.as('worker-2-1').returnee
  const notMine = refusal(await worker.review({ case: first.id }))
  expect(refusal(await worker.review({ case: randomUUID() }))).toEqual(notMine)
})

describe('more overdue than one page shows', () => {
  let busy: Community
  const late = open.map((found) => ({
    ...found,
    todo: { ...found.todo!, dueAt: new Date(now.getTime() - HOUR) },
  }))
  beforeAll(async () => {
    busy = await openCommunity(counted(late, now) as unknown as Record<string, Document[]>)
  })
  afterAll(() => busy.close())

  it('is counted up to a hundred, for one database request more', async () => {
    const cost = await busy.costOf(async () => {
      const { counts } = answered(await busy.as('street-officer').inbox.list({}))
      expect(counts).toMatchObject({ open: late.length, overdue: 100 })
    })
    expect(cost).toHaveLength(5)
    const { counts } = answered(await busy.as('officer-1').inbox.list({}))
    expect(counts?.overdue).toBe(late.filter(({ at }) => at.community === 'qinghe-1').length)
  })
})
