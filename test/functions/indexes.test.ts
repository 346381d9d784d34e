import { randomUUID } from 'node:crypto'
import { AT_LEAST, INBOX_PAGE } from '@contract/inbox'
import { createSealer } from '@kernel/seal'
import { demoDocuments } from '../../local/demo'
import { counted } from '../../local/demo/counts'
import { demoPlaces, demoPosts } from '../../local/demo/places'
import type { Document } from '../../local/store/types'
import { answered, openCommunity, refusal, type Community } from './support/community'
import { asIntruder } from './support/intruder'

/**
 * A community refuses what has to read more than a thousand documents in vain; here there are enough of them. What
 * follows is asked of every collection that grows.
 */
const COPIES = 20
const sealer = createSealer({
  SHOUWANG_SEAL_KEY: Buffer.alloc(32, 1).toString('base64url'),
  SHOUWANG_HASH_KEY: Buffer.alloc(32, 2).toString('base64url'),
})
const { cases } = demoDocuments(new Date(), sealer)

let community: Community
beforeAll(async () => {
  const many = Array.from({ length: COPIES }, () => cases.map((one) => ({ ...one, _id: randomUUID() })))
  community = await openCommunity(counted(many.flat(), new Date()) as unknown as Record<string, Document[]>)
}, 120_000)
afterAll(() => community.close())

type InboxFilters = Parameters<ReturnType<Community['as']>['inbox']['list']>[0]

it.each<[what: string, filters: InboxFilters]>([
  ['in all', {}],
  ['of one kind', { kind: 'returnee' }],
  ['of one status', { status: 'submitted' }],
  ['of mine', { mine: true }],
])('the inbox of a street is read by an index: %s', async (_, filters) => {
  const first = answered(await community.as('street-officer').inbox.list(filters))
  if (first.next) answered(await community.as('street-officer').inbox.list({ ...filters, after: first.next }))
  expect(first.counts?.open).toBeGreaterThan(1000)
})

it('the inbox of a street reads a page of cases, and counts of the others no more than it says', async () => {
  const cost = await community.costOf(async () => {
    const { counts } = answered(await community.as('street-officer').inbox.list({}))
    expect(counts?.overdue).toBe(AT_LEAST)
  })
  const read = cost.reduce((sum, { documents }) => sum + documents, 0)
  const posts = 1
  const communities = 7
  expect(read).toBeLessThanOrEqual(posts + INBOX_PAGE + 1 + AT_LEAST + communities)
})

it('the registrations of one resident are read by an index', async () => {
  expect(answered(await community.as('resident-1').returnee.mine({}))).toBeDefined()
})

it('what is to be deleted is found by an index, and deleted slice by slice', async () => {
  const { _id, at, level, names } = demoPlaces.find(({ _id: id }) => id === 'qinghe-7-1')!
  const lift = {
    _id: randomUUID(),
    place: { id: _id, level, names },
    at,
    status: 'counting',
    endsAt: new Date(),
  }
  asIntruder(community, (store) => store.insert('lifts', [lift]))
  expect(await community.cloud.fireTimer('keeping')).toEqual({ result: { ok: true, data: null } })
  const left = asIntruder(community, (store) => store.count('cases', { 'at.grid': _id }))
  expect(left).toBe(0)
})

it('one’s own data is found by an index', async () => {
  expect(answered(await community.as('resident-1').myData.show({}))).toBeDefined()
})

it('the staff of a place, what one of them has to do and who is invited are read by an index', async () => {
  const post = demoPosts.find(({ openid }) => openid === 'worker-6-1')!
  const copies = (make: (n: number) => object) =>
    Array.from({ length: 2000 }, (_, n) => ({ _id: randomUUID(), ...make(n) })) as Document[]
  const later = new Date(Date.now() + 86_400_000)
  asIntruder(community, (store) => {
    store.insert(
      'staff',
      copies((n) => ({ ...post, _id: `other-${n}`, openid: `other-${n}` })),
    )
    store.insert(
      'staffEvents',
      copies(() => ({ post: post._id, at: new Date() })),
    )
    store.insert(
      'invitations',
      copies((n) => ({ codeKey: `key-${n}`, at: post.at, expiresAt: later, state: 'open' })),
    )
    store.insert(
      'codeTries',
      copies(() => ({ since: new Date(), count: 1 })),
    )
  })
  const officer = community.as('officer-1').staff
  expect(answered(await officer.list({ place: 'qinghe-1' })).posts.length).toBeLessThan(20)
  expect(answered(await officer.show({ post: 'post-worker-1-1' })).history).toEqual([])
  expect(answered(await officer.invitations({ place: 'qinghe-1' }))).toEqual([])
  expect(refusal(await community.as('resident-1').staff.invitation({ code: 'a'.repeat(24) })).code).toBe(
    'invalidInput',
  )
  expect(await community.cloud.fireTimer('staff')).toEqual({ result: { ok: true, data: null } })
})
