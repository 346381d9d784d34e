import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from 'node:crypto'
import { canonical } from './canonical'
import { PREFIX, type Sealed } from './sealed'

const IV_BYTES = 12
const TAG_BYTES = 16

interface Key {
  id: string
  secret: Buffer
}

/** A key is known by its fingerprint, so that nobody has to number keys. */
const keyOf = (encoded: string): Key => {
  const secret = Buffer.from(encoded, 'base64url')
  if (secret.length !== 32) throw new Error('SHOUWANG_SEAL_KEY: each key is 32 bytes in base64url')
  return { id: createHash('sha256').update(secret).digest('base64url').slice(0, 8), secret }
}

/** Environment variables, by name. */
type Environment = Record<string, string | undefined>

const required = (environment: Environment, name: string): string => {
  const value = environment[name]
  if (!value) throw new Error(`${name} is not set`)
  return value
}

export interface Sealer {
  /** `context` names the document the text belongs to; a text moved to another document does not open there. */
  seal(text: string, context: string): Sealed
  /** Throws when the key is gone, the text was altered, or it was taken from another document. */
  open(sealed: Sealed, context: string): string
  /** The keyed hash by which an exact value can be found again without being readable. */
  findable(kind: 'phone' | 'document' | 'picture', value: string): string
  /** Tells whether two acts said the same, without keeping what they said; the order of fields does not count. */
  digest(said: unknown): string
}

/**
 * AES-256-GCM with the keys of `SHOUWANG_SEAL_KEY` (base64url, comma-separated: the first seals, all open) and
 * HMAC-SHA256 with `SHOUWANG_HASH_KEY`.
 */
export const createSealer = (environment: Environment): Sealer => {
  const keys = required(environment, 'SHOUWANG_SEAL_KEY').split(',').map(keyOf)
  const hashKey = Buffer.from(required(environment, 'SHOUWANG_HASH_KEY'), 'base64url')
  const keyedHash = (text: string) => createHmac('sha256', hashKey).update(text).digest('base64url')
  const [current] = keys
  if (!current) throw new Error('SHOUWANG_SEAL_KEY is empty')

  return {
    seal(text, context) {
      const iv = randomBytes(IV_BYTES)
      const cipher = createCipheriv('aes-256-gcm', current.secret, iv).setAAD(Buffer.from(context))
      const ciphertext = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      const box = Buffer.concat([iv, cipher.getAuthTag(), ciphertext]).toString('base64url')
      return `${PREFIX}:${current.id}:${box}` as Sealed
    },
    open(sealed, context) {
      const [, keyId, encoded = ''] = sealed.split(':')
      const key = keys.find(({ id }) => id === keyId)
      if (!key) throw new Error(`no key ${String(keyId)} to open what it sealed`)
      const box = Buffer.from(encoded, 'base64url')
      const decipher = createDecipheriv('aes-256-gcm', key.secret, box.subarray(0, IV_BYTES))
        .setAAD(Buffer.from(context))
        .setAuthTag(box.subarray(IV_BYTES, IV_BYTES + TAG_BYTES))
      return Buffer.concat([decipher.update(box.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]).toString(
        'utf8',
      )
    },
    findable: (kind, value) => keyedHash(`${kind}\0${value}`),
    digest: (said) => keyedHash(JSON.stringify(canonical(said))),
  }
}

let sealer: Sealer | undefined

/** The sealer of this function's own environment. */
export const ownSealer = (): Sealer => (sealer ??= createSealer(process.env))
