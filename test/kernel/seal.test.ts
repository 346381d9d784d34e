import { randomBytes } from 'node:crypto'
import { createSealer, saysSame } from '@kernel/seal'
import { isSealed, type Sealed } from '@kernel/sealed'

const key = () => randomBytes(32).toString('base64url')
const hashKey = key()
const sealerWith = (...keys: string[]) =>
  createSealer({ SHOUWANG_SEAL_KEY: keys.join(','), SHOUWANG_HASH_KEY: hashKey })

describe('sealing', () => {
  const [first, second] = [key(), key()]
  const sealer = sealerWith(first)

  it('opens what it sealed, and shows nothing of it', () => {
    const sealed = sealer.seal('张小三', 'cases/1')
    expect(isSealed(sealed)).toBe(true)
    expect(sealed).not.toContain('张')
    expect(sealer.open(sealed, 'cases/1')).toBe('张小三')
  })

  it('never seals the same text to the same ciphertext', () => {
    expect(sealer.seal('张小三', 'cases/1')).not.toBe(sealer.seal('张小三', 'cases/1'))
  })

  it('does not open in another document', () => {
    const sealed = sealer.seal('张小三', 'cases/1')
    expect(() => sealer.open(sealed, 'cases/2')).toThrow()
  })

  it('does not open when one character was altered', () => {
    const sealed = sealer.seal('张小三', 'cases/1')
    for (let place = sealed.lastIndexOf(':') + 1; place < sealed.length - 1; place += 1) {
      const other = sealed[place] === 'A' ? 'B' : 'A'
      const altered = (sealed.slice(0, place) + other + sealed.slice(place + 1)) as Sealed
      expect(() => sealer.open(altered, 'cases/1')).toThrow()
    }
  })

  it('opens with the old key what was sealed before the new one came', () => {
    const sealed = sealer.seal('张小三', 'cases/1')
    const rotated = sealerWith(second, first)
    expect(rotated.open(sealed, 'cases/1')).toBe('张小三')
    expect(() => sealerWith(second).open(rotated.seal('李四', 'cases/1'), 'cases/1')).not.toThrow()
    expect(() => sealerWith(second).open(sealed, 'cases/1')).toThrow(/no key/)
  })

  it('refuses to begin without keys, or with a short one', () => {
    expect(() => createSealer({})).toThrow('SHOUWANG_SEAL_KEY')
    expect(() => createSealer({ SHOUWANG_SEAL_KEY: 'short', SHOUWANG_HASH_KEY: hashKey })).toThrow('32 bytes')
  })
})

describe('the keyed hash', () => {
  it('finds the same value again, by kind, and differs with the key', () => {
    const sealer = sealerWith(key())
    expect(sealer.findable('phone', '13800001234')).toBe(sealerWith(key()).findable('phone', '13800001234'))
    expect(sealer.findable('phone', '13800001234')).not.toBe(sealer.findable('document', '13800001234'))
    const other = createSealer({ SHOUWANG_SEAL_KEY: key(), SHOUWANG_HASH_KEY: key() })
    expect(other.findable('phone', '13800001234')).not.toBe(sealer.findable('phone', '13800001234'))
  })
})

describe('while the hash keys are changed', () => {
  const [oldKey, newKey] = [key(), key()]
  const sealKey = key()
  const sealerOf = (hashKeys: string) =>
    createSealer({ SHOUWANG_SEAL_KEY: sealKey, SHOUWANG_HASH_KEY: hashKeys })
  const [before, during, after] = [
    sealerOf(oldKey),
    sealerOf(`${newKey},${oldKey}`),
    sealerOf(newKey),
  ] as const

  it('a value is found by what either key has made of it, and the new key makes what is new', () => {
    const [found, alsoFound] = during.findables('phone', '13800001234')
    expect([found, alsoFound]).toEqual([
      after.findable('phone', '13800001234'),
      before.findable('phone', '13800001234'),
    ])
    expect(during.findable('phone', '13800001234')).toBe(found)
  })

  it('an act that arrives again is the same act, from before to during and from during to after', () => {
    const said = { words: '不回来了' }
    expect(saysSame(before.digest(said), during.digest(said))).toBe(true)
    expect(saysSame(during.digest(said), after.digest(said))).toBe(true)
    expect(saysSame(during.digest(said), during.digest({ words: '回来了' }))).toBe(false)
  })

  it('what either key has tied is known, and by which', () => {
    expect(during.tiedBy(during.tie('event'), 'event')).toBe('currentKey')
    expect(during.tiedBy(before.tie('event'), 'event')).toBe('olderKey')
    expect(after.tiedBy(before.tie('event'), 'event')).toBe('nobody')
  })
})

it('what somebody types is not taken for a sealed text', () => {
  for (const typed of ['sealed:', 'sealed:abc', 'sealed:AAAAAAAA:', `sealed:AAAAAAAA:${'啊'.repeat(40)}`])
    expect(isSealed(typed)).toBe(false)
})
