import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { addDays, instantAt } from '@contract/calendar'
import { usualTipping } from '@contract/usualTipping'
import { answered, openCommunity, type Community } from './support/community'
import { BY_CHANCE, correlation, inOrderOfInsertion, instantsIn, tracesOf } from './support/forensics'
import { stored } from './support/keeping'
import { registration, today } from './support/registrations'
import { restocked, visitedTip } from './support/rewards'
import { fromStoredText } from '../../local/store/storedText'
import type { Document } from '../../local/store/types'
import { deskCodeOf } from '@kernel/tips/receipts'
import type { TipCase } from '@kernel/tips/tip'

const TELLERS = 50
const accounts = Array.from({ length: TELLERS }, (_, index) => `claiming-account-${index}`)
const { pieces, claimDays } = usualTipping.reward

let community: Community
let receipts: string[]
beforeAll(async () => {
  community = await openCommunity()
  await restocked(community, TELLERS * pieces)
  const at = instantAt(addDays(today, -4), 9)
  receipts = accounts.map(() => visitedTip(community, { at }))
  for (const [index, receipt] of receipts.entries()) {
    const { rewards, returnee } = community.as(accounts[index]!)
    // Some are known to the database by something else.
    if (index < 3) answered(await returnee.register(registration()))
    answered(await rewards.claim({ receipt }))
  }
  // They do not come to the desk in that order.
  for (const receipt of [...receipts].sort()) {
    const { handOver } = community.as('officer-1').rewards
    answered(await handOver({ place: 'qinghe-1', code: deskCodeOf(receipt), submission: randomUUID() }))
  }
  answered(await community.as('anybody').rewards.receive({ receipt: receipts[0]! }))
}, 60_000)
afterAll(() => community.close())

const documentsOf = (name: string) =>
  inOrderOfInsertion(community, name).map((text) => ({ text, document: fromStoredText(text) }))

/** Every text in a document, at whatever depth. */
const textsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value]
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(textsIn) : []
}

describe('after fifty rewards were claimed and handed over', () => {
  it('no account that has claimed one, nor a hash of it, stands with a reward, a line or a count', () => {
    const secrets = JSON.parse(readFileSync(join(community.data, 'secrets.json'), 'utf8')) as object
    const keys = Object.values(secrets) as string[]
    const text = ['vouchers', 'rewardLedger', 'rewardStocks', 'paces', 'paceKeys', 'cases']
      .flatMap(documentsOf)
      .filter(({ document }) => document.kind !== 'returnee')
      .map((one) => one.text)
      .join('\n')
    expect(text).toContain('officer-1')
    expect(
      accounts.filter((account) => tracesOf(account, keys).some((trace) => text.includes(trace))),
    ).toEqual([])
  })

  it('a reward, its line and its tip have nothing in common but place and item', () => {
    const shared = (one: string, other: string) => {
      const texts = new Set(documentsOf(one).flatMap(({ document }) => textsIn(document)))
      return [...new Set(documentsOf(other).flatMap(({ document }) => textsIn(document)))].filter((text) =>
        texts.has(text),
      )
    }
    expect(shared('vouchers', 'cases')).toEqual(['qinghe-1', ''])
    expect(shared('rewardLedger', 'cases').filter((text) => /^[\w-]{20,}$/.test(text))).toEqual([])
    expect(shared('vouchers', 'rewardLedger')).toEqual(expect.arrayContaining(['qinghe-1', 'handedOver']))
    expect(shared('vouchers', 'rewardLedger').filter((text) => text.length > 'handedOver'.length)).toEqual([])
  })

  it('a reward knows no time but days that follow from the day of its claim', () => {
    const days = documentsOf('vouchers').map(({ text, document }) => [document.until, ...instantsIn(text)])
    expect(new Set(days.map(String))).toHaveProperty('size', 1)
    expect(days[0]?.[0]).toBe(addDays(today, claimDays))
  })

  it('neither rewards nor lines are in any order by their ids', () => {
    const inOrderOfIds = (documents: { document: Document }[]) =>
      documents
        .map(({ document }, index) => ({ id: String(document._id), index }))
        .sort((a, b) => (a.id < b.id ? -1 : 1))
        .map(({ index }) => index)
    const lines = documentsOf('rewardLedger').filter(({ document }) => document.what === 'handedOver')
    for (const all of [documentsOf('vouchers'), lines]) {
      expect(all).toHaveLength(TELLERS)
      expect(Math.abs(correlation(inOrderOfIds(all)))).toBeLessThan(BY_CHANCE)
    }
  })

  it('no receipt stands anywhere', async () => {
    const bytes = await community.storedBytes()
    expect(receipts.filter((receipt) => bytes.includes(receipt))).toEqual([])
  })

  it('nothing about the tips has changed by it', () => {
    const tips = stored<TipCase>(community, 'cases').filter(({ kind }) => kind === 'tip')
    expect(tips.map(({ status, version }) => `${status} ${version}`)).toEqual(tips.map(() => 'confirmed 3'))
  })
})
