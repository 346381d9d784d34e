import { randomBytes } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Resealing } from '@contract/upkeep'
import { createSealer } from '@kernel/seal'
import { demoDocuments } from '../../local/demo'
import type { Document } from '../../local/store/types'
import { until } from '../local/until'
import { answered, openCommunity, runCommunity, type Community } from './support/community'
import { asIntruder, storedDocuments } from './support/intruder'
import { newPicture, pictureOf } from './support/pictures'
import { act, answersOf, registered, registration } from './support/registrations'

type Keys = { SHOUWANG_SEAL_KEY: string; SHOUWANG_HASH_KEY: string }

const newKey = () => randomBytes(32).toString('base64url')
const secretsOf = (data: string) => join(data, 'secrets.json')
const keysIn = (data: string) => JSON.parse(readFileSync(secretsOf(data), 'utf8')) as Keys

const eachKey = (keys: Keys, change: (key: string) => string): Keys => ({
  SHOUWANG_SEAL_KEY: change(keys.SHOUWANG_SEAL_KEY),
  SHOUWANG_HASH_KEY: change(keys.SHOUWANG_HASH_KEY),
})

/** The same community with other keys, as after a change of its functions' environment. */
async function withKeys(community: Community, change: (keys: Keys) => Keys): Promise<Community> {
  const { data, cloud } = community
  await cloud.stop()
  const keys = keysIn(data)
  writeFileSync(secretsOf(data), JSON.stringify({ ...keys, ...change(keys) }))
  return runCommunity(data)
}

const addNewKeys = (keys: Keys) => eachKey(keys, (key) => `${newKey()},${key}`)
const removeOldKeys = (keys: Keys) => eachKey(keys, (key) => key.split(',')[0] ?? '')

async function resealed(community: Community): Promise<Resealing> {
  const resealing = answered(await community.as('administrator').upkeep.reseal({}))
  return resealing.done ? resealing : resealed(community)
}

const verified = async (community: Community) =>
  answered(await community.as('administrator').upkeep.verify({ after: null }))

/** Somebody who has used all that is sealed: answers, words of both sides, an amendment, a picture. */
async function fullCase(community: Community, openid: string, image: Buffer) {
  const pictures = [await pictureOf(community, openid, image)]
  const test = {
    ...answersOf().test,
    result: 'negative' as const,
    takenAt: `${answersOf().leftOn} 09:30`,
    pictures,
  }
  const fresh = await registered(community, openid, { test })
  const { returnee: worker } = community.as('worker-1-1')
  const asked = answered(await worker.ask({ ...act(fresh), words: `问 ${openid}` }))
  const answers = answersOf({ note: `改 ${openid}`, test })
  return answered(await community.as(openid).returnee.amend({ ...act(asked), answers }))
}

const registerMany = (community: Community, count: number) =>
  Promise.all(Array.from({ length: count }, () => registered(community, 'resident-2')))

/** Every stored text that the key of this id has sealed. */
const sealedBy = (community: Community, keyId: string) =>
  Object.values(storedDocuments(community))
    .flat()
    .filter((text) => text.includes(`sealed:${keyId}:`))

describe('changing the keys', () => {
  jest.setTimeout(120_000)
  let community: Community
  afterEach(() => community.close())

  it('while people register, amend and are looked at: afterwards the new keys alone open and find everything', async () => {
    community = await openCommunity()
    const image = newPicture()
    const before = await fullCase(community, 'resident-1', image)
    const others = await registerMany(community, 30)
    const oldKeys = keysIn(community.data)
    community = await withKeys(community, addNewKeys)

    const live = async () => {
      for (const found of others.slice(0, 6)) {
        const { returnee: resident } = community.as('resident-2')
        const changes = { ...act(found), answers: answersOf({ note: '换钥匙时改的' }) }
        const amended = answered(await resident.amend(changes))
        const { returnee: worker } = community.as('worker-1-1')
        answered(await worker.reveal({ ...act(amended), words: '换钥匙时看的' }))
        await registered(community, 'resident-3')
      }
    }
    const [resealing] = await Promise.all([resealed(community), resealed(community), live()])
    expect(resealing).toMatchObject({ done: true, unreadable: 0 })
    expect(await resealed(community)).toMatchObject({ done: true, unreadable: 0 })
    expect(sealedBy(community, createSealer({ ...oldKeys }).keyId)).toEqual([])

    community = await withKeys(community, removeOldKeys)
    const { people, cases } = storedDocuments(community)
    expect(people).toHaveLength(2 * (2 + 30 + 6 + 6))
    expect(await verified(community)).toEqual({
      verified: cases?.length,
      altered: 0,
      first: null,
      next: null,
    })
    const own = answered(await community.as('resident-1').returnee.show({ case: before.id }))
    expect([own.answers.note, own.timeline[1]?.words]).toEqual(['改 resident-1', '问 resident-1'])
    for (const { id } of others)
      expect(answered(await community.as('resident-2').returnee.show({ case: id })).answers.person.name).toBe(
        '方小棠',
      )
    expect(answered(await community.as('resident-1').people.me({})).family).toHaveLength(2)

    const sealer = createSealer({ ...keysIn(community.data) })
    const keyOf = (text: string) => (JSON.parse(text) as { phoneKey: string }).phoneKey
    const known = ['13800001234', '13800005678'].map((phone) => sealer.findable('phone', phone))
    expect([...new Set(people?.map(keyOf))].sort()).toEqual(known.sort())

    const again = await fullCase(community, 'resident-3', image)
    const review = answered(await community.as('worker-1-1').returnee.review({ case: again.id }))
    expect(review.twins.here.map((twin) => twin.case)).toEqual([before.id])
  })

  it('goes on where it was interrupted, by its timer', async () => {
    const keys = { SHOUWANG_SEAL_KEY: newKey(), SHOUWANG_HASH_KEY: newKey() }
    const { keyId } = createSealer(keys)
    const { cases, people } = demoDocuments(new Date(), createSealer(keys))
    const some = { cases: cases.slice(0, 100), people: people.slice(0, 100) }
    community = await openCommunity(some as unknown as Record<string, Document[]>)
    community = await withKeys(community, () => addNewKeys(keys))
    const mark = community.cloud.requests.mark()
    const interrupted = community.cloud.fireTimer('upkeep')
    await until(() => community.cloud.requests.since(mark).length > 60)
    await community.cloud.stop()
    await interrupted
    community = await runCommunity(community.data)
    expect(sealedBy(community, keyId).length).toBeGreaterThan(0)
    await community.cloud.fireTimer('upkeep')
    expect(sealedBy(community, keyId)).toEqual([])

    const idle = await community.costOf(() => community.cloud.fireTimer('upkeep'))
    expect(idle).toHaveLength(1)
  })

  it('takes an act that arrives again, sent before the keys were changed, for the same act', async () => {
    community = await openCommunity()
    const sent = registration()
    const { returnee } = community.as('resident-1')
    const first = answered(await returnee.register(sent))
    const withdrawal = { ...act(first), words: '不回来了' }
    answered(await returnee.withdraw(withdrawal))
    community = await withKeys(community, addNewKeys)
    const { returnee: later } = community.as('resident-1')
    expect(answered(await later.register(sent))).toMatchObject({ id: first.id, version: 2 })
    expect(answered(await later.withdraw(withdrawal)).version).toBe(2)
  })

  it('says which document holds a text that no key opens, and leaves it as it is', async () => {
    community = await openCommunity()
    const { id } = await registered(community, 'resident-1')
    const foreign = createSealer({ SHOUWANG_SEAL_KEY: newKey(), SHOUWANG_HASH_KEY: newKey() })
    const note = foreign.seal('别处来的', `cases/${id}`)
    asIntruder(community, (store) =>
      store.update('cases', { _id: id }, { $set: { 'body.answers.note': note } }, { multi: false }),
    )
    expect(await resealed(community)).toMatchObject({
      done: true,
      unreadable: 1,
      first: { collection: 'cases', id },
    })
    expect(sealedBy(community, foreign.keyId)).toHaveLength(1)
  })

  it('does not make an altered history look whole', async () => {
    community = await openCommunity()
    const { id } = await fullCase(community, 'resident-1', newPicture())
    asIntruder(community, (store) =>
      store.update('cases', { _id: id }, { $set: { 'history.1.by.name': '别人' } }, { multi: false }),
    )
    community = await withKeys(community, addNewKeys)
    await resealed(community)
    community = await withKeys(community, removeOldKeys)
    expect((await verified(community)).first).toEqual({ case: id, entry: 1, what: 'entry' })
  })
})
