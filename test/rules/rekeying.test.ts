import { randomBytes } from 'node:crypto'
import { hiddenText } from '@contract/labels'
import { hidden, hiddenIn } from '@kernel/hiddenTexts'
import { adoptSealer, createSealer } from '@kernel/seal'
import type { Sealed } from '@kernel/sealed'
import type { StoredDocument } from '@kernel/sealedTexts'
import { demoPlaces } from '../../local/demo/places'
import { rekeyed } from '../../cloudfunctions/upkeep/rekeying'
import { householdAt } from '../functions/support/storedHousehold'

const key = () => randomBytes(32).toString('base64url')
const old = { seal: key(), hash: key() }
const fresh = { seal: key(), hash: key() }

it('a household under new keys is sealed and found by them, each of its people for themselves', () => {
  adoptSealer(createSealer({ SHOUWANG_SEAL_KEY: old.seal, SHOUWANG_HASH_KEY: old.hash }))
  const [place] = demoPlaces.filter(({ level }) => level === 'building')
  if (!place) throw new Error('no building')
  const household = householdAt(place, 'resident-1', [
    { name: '方小棠', phone: '13800001234', document: 'E12345678' },
    { name: '方大棠' },
    { name: '方老棠', phone: '13800001234' },
  ])
  const now = createSealer({
    SHOUWANG_SEAL_KEY: `${fresh.seal},${old.seal}`,
    SHOUWANG_HASH_KEY: `${fresh.hash},${old.hash}`,
  })
  const { written, seen } = rekeyed('households', household as unknown as StoredDocument, now)
  expect(Object.keys(written).sort()).toEqual(
    [
      'door',
      'members.0.document.number',
      'members.0.documentKey',
      'members.0.name',
      'members.0.phone',
      'members.0.phoneKey',
      'members.1.name',
      'members.2.name',
      'members.2.phone',
      'members.2.phoneKey',
    ].sort(),
  )
  expect(seen).toMatchObject({ version: 1, 'members.2.phoneKey': household.members[2]?.phoneKey })
  expect(written['members.0.phoneKey']).toBe(now.findable('phone', '13800001234'))
  expect(written['members.2.phoneKey']).toBe(written['members.0.phoneKey'])
  const alone = createSealer({ SHOUWANG_SEAL_KEY: fresh.seal, SHOUWANG_HASH_KEY: fresh.hash })
  const name = written['members.1.name'] as Parameters<typeof alone.open>[0]
  expect(alone.open(name, `households/${household._id}`)).toBe('方大棠')
})

it('a hidden text stays hidden under new keys, and can still be had back', () => {
  const before = createSealer({ SHOUWANG_SEAL_KEY: old.seal, SHOUWANG_HASH_KEY: old.hash })
  const now = createSealer({ SHOUWANG_SEAL_KEY: `${fresh.seal},${old.seal}`, SHOUWANG_HASH_KEY: old.hash })
  const hold = { _id: 'hold', words: before.seal(hidden('骂人的话', 'check'), 'holds/hold') }
  const words = rekeyed('holds', hold, now).written.words as Sealed
  expect(now.open(words, 'holds/hold')).toBe(hiddenText)
  expect(hiddenIn(now.openWhole(words, 'holds/hold'))).toEqual({ by: 'check', text: '骂人的话' })
})

describe('a tip under new keys', () => {
  it('is sealed by them, and found by its plate', () => {
    adoptSealer(createSealer({ SHOUWANG_SEAL_KEY: old.seal, SHOUWANG_HASH_KEY: old.hash }))
    const sealed = (text: string) =>
      createSealer({ SHOUWANG_SEAL_KEY: old.seal, SHOUWANG_HASH_KEY: old.hash }).seal(text, 'cases/tip')
    const tip = {
      _id: 'tip',
      kind: 'tip',
      version: 1,
      foundBy: 'by the old key',
      body: { words: sealed('一辆外地车'), plate: sealed('示A12345') },
    }
    const now = createSealer({
      SHOUWANG_SEAL_KEY: `${fresh.seal},${old.seal}`,
      SHOUWANG_HASH_KEY: `${fresh.hash},${old.hash}`,
    })
    const { written, seen } = rekeyed('cases', tip, now)
    expect(Object.keys(written).sort()).toEqual(['body.plate', 'body.words', 'foundBy'])
    expect(written.foundBy).toBe(now.findable('plate', '示A12345'))
    expect(seen).toMatchObject({ foundBy: 'by the old key', version: 1 })
  })
})
