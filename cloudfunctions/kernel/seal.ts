import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from 'node:crypto'
import { canonical } from './canonical'
import { asShown } from './hiddenTexts'
import { keyIdOf, PREFIX, type Sealed } from './sealed'

const IV_BYTES = 12
const TAG_BYTES = 16

interface Key {
  id: string
  secret: Buffer
}

/** Environment variables, by name. */
type Environment = Record<string, string | undefined>

/** The keys of one variable, the current one first; each is known by its fingerprint, so that nobody has to number them. */
export const keysIn = (environment: Environment, name: string): [Key, ...Key[]] => {
  const value = environment[name]
  if (!value) throw new Error(`${name} is not set`)
  return value.split(',').map((encoded) => {
    const secret = Buffer.from(encoded, 'base64url')
    if (secret.length !== 32) throw new Error(`${name}: each key is 32 bytes in base64url`)
    return { id: createHash('sha256').update(secret).digest('base64url').slice(0, 8), secret }
  }) as [Key, ...Key[]]
}

export interface Sealer {
  /** The key that seals: what bears another id was sealed before the keys were changed. */
  keyId: string
  /** The key that makes hashes. */
  hashKeyId: string
  /** `context` names the document the text belongs to; a text moved to another document does not open there. */
  seal(text: string, context: string): Sealed
  /**
   * Throws when the key is gone, the text was altered, or it was taken from another document. Of a text that was hidden only
   * that it was ({@link asShown}).
   */
  open(sealed: Sealed, context: string): string
  /** The same with what is hidden: for what seals it again. */
  openWhole(sealed: Sealed, context: string): string
  /** The keyed hash by which an exact value can be found again without being readable. */
  findable(kind: FindableKind, value: string): string
  /** What each key has made or would make of it, the current one first: while keys are changed, one looks for all of these. */
  findables(kind: FindableKind, value: string): string[]
  /**
   * Tells whether two acts said the same ({@link saysSame}), without keeping what they said; the order of fields does not
   * count.
   */
  digest(said: unknown): string
  /** The keyed hash that ties an event of a history to the one before it. */
  tie(text: string): string
  /** Whether a key of ours has tied this, and whether it is the current one. */
  tiedBy(hash: string, text: string): 'currentKey' | 'olderKey' | 'nobody'
}

export type FindableKind = 'phone' | 'document' | 'picture' | 'invitation' | 'plate' | 'pace'

/** While keys are changed, a digest is one of each key; the same act has one in common with itself. */
export const saysSame = (one: string, other: string): boolean => {
  const others = other.split('.')
  return one.split('.').some((digest) => others.includes(digest))
}

/**
 * AES-256-GCM with the keys of `SHOUWANG_SEAL_KEY` (base64url, comma-separated: the first seals, all open) and
 * HMAC-SHA256 with those of `SHOUWANG_HASH_KEY` (the first makes, all are looked for). See docs/decisions/0014.
 */
export const createSealer = (environment: Environment): Sealer => {
  const keys = keysIn(environment, 'SHOUWANG_SEAL_KEY')
  const hashKeys = keysIn(environment, 'SHOUWANG_HASH_KEY')
  const [current] = keys
  const hashes = (text: string) =>
    hashKeys.map(({ secret }) => createHmac('sha256', secret).update(text).digest('base64url')) as [
      string,
      ...string[],
    ]
  const tied = (text: string) => hashes(`tie\0${text}`)
  const findables = (kind: FindableKind, value: string) => hashes(`${kind}\0${value}`)
  const openWhole: Sealer['openWhole'] = (sealed, context) => {
    const [, , encoded = ''] = sealed.split(':')
    const key = keys.find(({ id }) => id === keyIdOf(sealed))
    if (!key) throw new Error(`no key ${keyIdOf(sealed)} to open what it sealed`)
    const box = Buffer.from(encoded, 'base64url')
    const decipher = createDecipheriv('aes-256-gcm', key.secret, box.subarray(0, IV_BYTES))
      .setAAD(Buffer.from(context))
      .setAuthTag(box.subarray(IV_BYTES, IV_BYTES + TAG_BYTES))
    const opened = Buffer.concat([decipher.update(box.subarray(IV_BYTES + TAG_BYTES)), decipher.final()])
    return opened.toString('utf8')
  }

  return {
    keyId: current.id,
    hashKeyId: hashKeys[0].id,
    seal(text, context) {
      const iv = randomBytes(IV_BYTES)
      const cipher = createCipheriv('aes-256-gcm', current.secret, iv).setAAD(Buffer.from(context))
      const ciphertext = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      const box = Buffer.concat([iv, cipher.getAuthTag(), ciphertext]).toString('base64url')
      return `${PREFIX}:${current.id}:${box}` as Sealed
    },
    open: (sealed, context) => asShown(openWhole(sealed, context)),
    openWhole,
    findable: (kind, value) => findables(kind, value)[0],
    findables,
    digest: (said) => hashes(JSON.stringify(canonical(said))).join('.'),
    tie: (text) => tied(text)[0],
    tiedBy(hash, text) {
      const index = tied(text).indexOf(hash)
      if (index < 0) return 'nobody'
      return index === 0 ? 'currentKey' : 'olderKey'
    },
  }
}

let sealer: Sealer | undefined

/** The sealer of this function's own environment. */
export const ownSealer = (): Sealer => (sealer ??= createSealer(process.env))

/** For what runs outside a function (the demonstration, commands, tests): its keys are not in the environment. */
export const adoptSealer = (adopted: Sealer): void => {
  sealer = adopted
}
