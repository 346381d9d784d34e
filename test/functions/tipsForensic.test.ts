import { randomUUID } from 'node:crypto'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { LETTERBOX_MINUTES } from '@contract/letterbox'
import type { TipCase } from '@kernel/tips/tip'
import { openedIn } from '@kernel/tips/tip'
import { fromStoredText } from '../../local/store/storedText'
import { answered, openCommunity, type Community } from './support/community'
import {
  BY_CHANCE,
  correlation,
  inOrderOfInsertion,
  instantsIn,
  storedFiles,
  tracesOf,
} from './support/forensics'
import { asIntruder } from './support/intruder'
import { newPicture, sent } from './support/pictures'
import { place, registration, today } from './support/registrations'

const TELLERS = 50
const MINUTES = 60_000

/** The first half has registered just before it tells: what is stored of that says who and when. */
const isKnown = (index: number) => index < TELLERS / 2
const hasPicture = (index: number) => index % 5 === 0
const hasAnswered = (index: number) => index % 2 === 0
const accountOf = (index: number) => `teller-account-${String(index).padStart(2, '0')}`
const all = Array.from({ length: TELLERS }, (_, index) => index)
const wordsOf = (index: number) => `第 ${index} 条：楼下停了一辆外地车`

interface Told {
  letter: string
  receipt: string
  began: number
  ended: number
  picture: Buffer | null
}

let community: Community
let told: Told[]
/** What lay in the letterbox before it was emptied. */
let sealedLetters: string[]
let emptiedFrom: number
let keys: string[]

async function tellAs(index: number): Promise<Told> {
  const account = accountOf(index)
  const { returnee, letterbox } = community.as(account)
  const letter = randomUUID() as string
  if (isKnown(index)) answered(await returnee.register(registration()))
  const began = Date.now()
  const picture = hasPicture(index) ? newPicture() : null
  const pictures: string[] = []
  if (picture) {
    const uploaded = await sent(community, account, picture)
    answered(await letterbox.addPicture({ ...uploaded, letter }))
    pictures.push(uploaded.picture)
  }
  const { receipt } = answered(
    await letterbox.tell({
      letter,
      kind: 'unregisteredReturn',
      place: place.building,
      seen: { on: today },
      words: wordsOf(index),
      pictures,
    }),
  )
  return { letter, receipt, began, ended: Date.now(), picture }
}

/** By the receipt, from the account that has told it. */
async function answerAs(index: number): Promise<void> {
  const { receipt } = told[index] as Told
  const { letterbox } = community.as(accountOf(index))
  answered(await letterbox.add({ receipt, letter: randomUUID(), words: '车今天还在' }))
}

const tips = () =>
  inOrderOfInsertion(community, 'cases').filter((document) => document.includes('"kind":"tip"'))

const tipOf = (document: string) => fromStoredText(document) as unknown as TipCase

/** Which of the fifty a tip is: for whoever has the keys that seal, its words tell. */
const indexOf = (tip: TipCase): number => Number(/第 (\d+) 条/.exec(openedIn(tip._id, tip.body.words))?.[1])

beforeAll(async () => {
  community = await openCommunity()
  told = []
  for (const index of all) told.push(await tellAs(index))
  sealedLetters = asIntruder(community, (store) => store.find('letters', { filter: {} }))
  emptiedFrom = Date.now()
  await community.cloud.fireTimer('letterbox')
  for (const index of all.filter(hasAnswered)) await answerAs(index)
  await community.cloud.fireTimer('letterbox')
  const secrets = JSON.parse(readFileSync(join(community.data, 'secrets.json'), 'utf8')) as Record<
    string,
    string
  >
  keys = Object.values(secrets)
}, 120_000)
// The cloud has been stopped by then.
afterAll(() => rmSync(community.data, { recursive: true, force: true }))

describe('after fifty tips by fifty accounts that are known', () => {
  it('fifty letters lay in the letterbox, and fifty tips have come of them', () => {
    expect(sealedLetters).toHaveLength(TELLERS)
    expect(new Set(tips().map((tip) => indexOf(tipOf(tip))))).toEqual(new Set(all))
    expect(asIntruder(community, (store) => store.find('letters', { filter: {} }))).toEqual([])
  })

  it('no account, and no usual hash of one, stands in a tip, its pictures or what is counted', () => {
    const others = ['pictures', 'letters', 'paces', 'paceKeys', 'vouchers', 'rewardLedger']
    const stored = [...tips(), ...others.flatMap((name) => inOrderOfInsertion(community, name))].join('\n')
    const found = all.filter((index) =>
      tracesOf(accountOf(index), keys).some((trace) => stored.includes(trace)),
    )
    expect(found.map(accountOf)).toEqual([])
  })

  it('the order in which tips were inserted says nothing of the order in which they were told', () => {
    const order = tips().map((tip) => indexOf(tipOf(tip)))
    expect(Math.abs(correlation(order))).toBeLessThan(BY_CHANCE)
    // Of registrations it does say.
    const owners = inOrderOfInsertion(community, 'cases')
      .flatMap((document) => /"owner":"teller-account-(\d+)"/.exec(document)?.[1] ?? [])
      .map(Number)
    expect(correlation(owners)).toBe(1)
  })

  it('nor do their ids, receipts and hashes', () => {
    const found = tips().map(tipOf)
    for (const valueOf of [(tip: TipCase) => tip._id, (tip: TipCase) => tip.body.receipt]) {
      const sorted = [...found].sort((a, b) => (valueOf(a) < valueOf(b) ? -1 : 1))
      expect(Math.abs(correlation(sorted.map(indexOf)))).toBeLessThan(BY_CHANCE)
    }
  })

  it('all that tells of time is of whole ten minutes, the same for all who did the same', () => {
    const byDeed = (isDeed: (index: number) => boolean) =>
      tips()
        .filter((tip) => isDeed(indexOf(tipOf(tip))))
        .map((tip) => instantsIn(tip).join())
    expect(new Set(byDeed(hasAnswered))).toHaveProperty('size', 1)
    expect(new Set(byDeed((index) => !hasAnswered(index)))).toHaveProperty('size', 1)
    const instants = tips().flatMap(instantsIn)
    expect(instants.length).toBeGreaterThan(4 * TELLERS)
    expect(instants.filter((instant) => instant % (LETTERBOX_MINUTES * MINUTES) !== 0)).toEqual([])
    expect(tips().filter((tip) => tipOf(tip).version === 2)).toHaveLength(all.filter(hasAnswered).length)
  })

  it('nor is anything else told by documents, files and times of their pictures', () => {
    const pictures = inOrderOfInsertion(community, 'pictures').map(
      (document) =>
        fromStoredText(document) as { _id: string; owner: unknown; case: string; file: string; hash: string },
    )
    const withPictures = all.filter(hasPicture)
    expect(pictures).toHaveLength(withPictures.length)
    expect(pictures.map(({ owner }) => owner)).toEqual(pictures.map(() => null))
    const byId = new Map(tips().map((tip) => [tipOf(tip)._id, indexOf(tipOf(tip))]))
    const inserted = pictures.map((one) => byId.get(one.case) ?? -1)
    expect([...inserted].sort((a, b) => a - b)).toEqual(withPictures)
    // Of ten in an order by chance three in 100,000 are so near to one of the two.
    expect(Math.abs(correlation(inserted))).toBeLessThan(0.9)
    const instants = inOrderOfInsertion(community, 'pictures').flatMap(instantsIn)
    expect(instants.filter((instant) => instant % (LETTERBOX_MINUTES * MINUTES) !== 0)).toEqual([])

    const files = storedFiles(community)
    expect(files).toHaveLength(withPictures.length)
    expect(files.filter(({ writtenAt }) => writtenAt < emptiedFrom)).toEqual([])
  })

  it('what was printed names nobody, and says the same of each of them', () => {
    const printed = community.printed.join('\n')
    expect(all.filter((index) => printed.includes(accountOf(index)))).toEqual([])
    const lines = community.printed.filter((line) => line.includes('"action":"tell"'))
    expect(lines).toHaveLength(TELLERS)
    expect(new Set(lines.map((line) => line.replace(/"milliseconds":\d+/, '')))).toHaveProperty('size', 1)
  })

  it('messages go to staff only, one whenever the letterbox was emptied, for all that was in it', () => {
    const messages = community.cloud.wechat.outbox
      .latest(1000)
      .filter(({ template }) => template === 'todoArrived')
    const ofTips = messages.filter(({ page }) => page?.includes('staffTips'))
    expect(ofTips.map(({ to }) => to)).toEqual(['worker-1-1', 'worker-1-1'])
    expect(ofTips.filter(({ at }) => Date.parse(at) < emptiedFrom)).toEqual([])
  })

  it('who has only told something stands nowhere at all, once the journals are closed', async () => {
    await community.cloud.stop()
    const bytes = await community.storedBytes()
    const found = all
      .filter((index) => tracesOf(accountOf(index), keys).some((trace) => bytes.includes(trace)))
      .map(accountOf)
    // The search does find: whoever has registered is found.
    expect(found).toEqual(all.filter(isKnown).map(accountOf))
  })

  it('neither letters nor receipts stand anywhere, nor what lay sealed in the letterbox', async () => {
    const bytes = await community.storedBytes()
    const clear = told.flatMap(({ letter, receipt }) => [letter, receipt, letter.replaceAll('-', '')])
    expect(clear.filter((text) => bytes.includes(text))).toEqual([])
    const sealed = sealedLetters.flatMap((letter) => /sealed:[\w:-]+/.exec(letter)?.[0] ?? [])
    expect(sealed).toHaveLength(TELLERS)
    expect(sealed.filter((text) => bytes.includes(text))).toEqual([])
  })
})
