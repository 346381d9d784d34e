import { randomUUID } from 'node:crypto'
import { createSealer } from '@kernel/seal'
import { demoDocuments } from '../../local/demo'
import type { Document } from '../../local/store/types'
import { answered, openCommunity, type Community } from './support/community'

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
  community = await openCommunity({ cases: many.flat() as unknown as Document[] })
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
  expect(first.counts.open).toBeGreaterThan(1000)
})

it('the registrations of one resident are read by an index', async () => {
  expect(answered(await community.as('resident-1').returnee.mine({}))).toBeDefined()
})
