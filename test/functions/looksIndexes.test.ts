import { randomUUID } from 'node:crypto'
import type { Document } from '../../local/store/types'
import { answered, openCommunity, refusal, type Community } from './support/community'
import { tallyOf } from './support/looks'
import { registered } from './support/registrations'

/** A community refuses what has to read more than a thousand documents in vain; here there are enough of them. */
const MANY = 2500

const numbered = Array.from({ length: MANY }, (_, n) => n)

/** Looks by colleagues of worker-1-1, sealed with a key that nobody has: no answer may contain them. */
const looks = numbered.map((n) => ({
  _id: randomUUID(),
  kind: 'search',
  lookedAt: new Date(Date.now() - 86_400_000 + n),
  by: { account: 'worker-1-2', post: 'post-worker-1-2', name: '', role: 'gridWorker', place: {} },
  at: { street: 'qinghe', community: 'qinghe-1', grid: 'qinghe-1-2' },
  found: 0,
  cases: [],
  words: 'sealed:nobody:',
  digest: '',
}))

const people = numbered.map((n) => ({
  _id: `${n}`,
  case: randomUUID(),
  at: { street: 'qinghe', community: 'qinghe-1', grid: 'qinghe-1-1' },
  phoneKey: `other-${n}`,
  documentKey: `other-${n}`,
  lastUsedAt: new Date(),
}))

let community: Community
beforeAll(async () => {
  const documents = { looks, people, lookTallies: [tallyOf('worker-1-3', 30, 20)] }
  community = await openCommunity(documents as unknown as Record<string, Document[]>)
})
afterAll(() => community.close())

const search = (openid: string, number: string) =>
  community.as(openid).looks.find({ submission: randomUUID(), number, words: '电话核实' })

it('a search among many people is read by an index', async () => {
  const first = await registered(community, 'resident-1')
  for (const number of ['13800001234', '11010519491231002X']) {
    expect(answered(await search('worker-1-1', number)).map(({ id }) => id)).toEqual([first.id])
  }
})

it('the looks of one person, at one place, and of another community are read by an index', async () => {
  const list = community.as('officer-1').looks.list
  const ofWorker = answered(await list({ place: 'qinghe-1', post: 'post-worker-1-1' }))
  expect(ofWorker.items).toHaveLength(2)
  expect(answered(await list({ place: 'qinghe-1-1' })).items).toHaveLength(2)
  expect(answered(await community.as('officer-2').looks.list({ place: 'qinghe-2' })).items).toEqual([])
})

it('the looks of an alert are read by an index', async () => {
  expect(refusal(await search('worker-1-3', '13900000000')).code).toBe('tooOften')
  const officer = community.as('officer-1')
  const [line] = answered(await officer.inbox.list({ kind: 'lookAlert' })).items
  const alert = answered(await officer.looks.alert({ case: line?.id ?? '' }))
  expect(alert.looks).toEqual([])
})
