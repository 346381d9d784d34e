import { randomUUID } from 'node:crypto'
import { createSealer } from '@kernel/seal'
import { demoDocuments } from '../../local/demo'
import { answered, openCommunity, type Community } from './support/community'
import { nodeOf } from './support/compounds'
import { asIntruder } from './support/intruder'

/** More than a community lets a function read in vain: what follows is found by indexes, or refused. */
const COPIES = 4
const sealer = createSealer({
  SHOUWANG_SEAL_KEY: Buffer.alloc(32, 1).toString('base64url'),
  SHOUWANG_HASH_KEY: Buffer.alloc(32, 2).toString('base64url'),
})
const { cases, people } = demoDocuments(new Date(), sealer)
const copies = (documents: readonly object[]) =>
  Array.from({ length: COPIES }, () => documents.map((one) => ({ ...one, _id: randomUUID() }))).flat()

let community: Community
beforeAll(async () => {
  const documents = { cases: copies(cases), people: copies(people) }
  community = await openCommunity(documents)
}, 60_000)
afterAll(() => community.close())

const NAME = '新禾街道'
const stillOld = () =>
  asIntruder(community, (store) =>
    (['places', 'people', 'cases'] as const).map((name) => {
      const path = { places: 'names.0', people: 'household.place.names.0', cases: 'place.names.0' }[name]
      return store.count(name, { [path]: { $ne: NAME }, 'at.street': 'qinghe' })
    }),
  )

it('a street with thousands of cases and people is followed by indexes, one request for what is alike', async () => {
  const administrator = community.as('administrator').places
  const { version } = await nodeOf(administrator, 'qinghe')
  const cost = await community.costOf(async () => {
    answered(await administrator.rename({ place: 'qinghe', version, name: NAME, code: '' }))
    for (let n = 0; n < 10 && stillOld().some((left) => left > 0); n += 1)
      await community.cloud.fireTimer('places')
  })
  expect(stillOld()).toEqual([0, 0, 0])
  expect(cost.length).toBeLessThan((COPIES * (cases.length + people.length)) / 10)
}, 60_000)
