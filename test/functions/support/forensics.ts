import { createHash, createHmac } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { Connection } from '../../../local/store/driver'
import type { Community } from './community'

/** Whoever has a copy of everything: the data folder, the printed lines, the keys. */

/** The documents of a collection in the order in which they were inserted, which no index tells but the file does. */
export function inOrderOfInsertion({ data }: Pick<Community, 'data'>, collection: string): string[] {
  const database = new Connection(join(data, 'database.sqlite'))
  try {
    return [...database.rows<{ doc: string }>(`SELECT doc FROM "c_${collection}" ORDER BY rowid`)].map(
      ({ doc }) => doc,
    )
  } finally {
    database.close()
  }
}

export interface StoredFile {
  path: string
  content: Buffer
  /** Milliseconds since 1970. */
  writtenAt: number
}

/** The files of the cloud storage as they lie on the disk, by when they were written. */
export const storedFiles = ({ data }: Pick<Community, 'data'>): StoredFile[] =>
  readdirSync(join(data, 'files/contents'))
    .map((name) => {
      const path = join(data, 'files/contents', name)
      return { path: name, content: readFileSync(path), writtenAt: statSync(path).mtimeMs }
    })
    .sort((a, b) => a.writtenAt - b.writtenAt)

/**
 * Kendall's rank correlation of an order with that of the numbers in it: 1 the same order, -1 the opposite, 0 none. For fifty
 * in an order by chance the standard deviation is 0.098, so that 0.45 comes about once in 200,000 times.
 */
export function correlation(order: readonly number[]): number {
  let sum = 0
  order.forEach((one, index) => order.slice(index + 1).forEach((other) => (sum += Math.sign(other - one))))
  return (2 * sum) / (order.length * (order.length - 1))
}

/** More than this is no chance. */
export const BY_CHANCE = 0.45

/** The instants in a stored document, in milliseconds. */
export const instantsIn = (document: string): number[] =>
  [...document.matchAll(/\{"\$date":(\d+)\}/g)].map(([, milliseconds]) => Number(milliseconds))

/** What could stand somewhere instead of an account: itself, and what common hashes make of it, with and without our keys. */
export function tracesOf(account: string, keys: readonly string[]): string[] {
  const encodings = ['hex', 'base64', 'base64url'] as const
  const plain = Buffer.from(account)
  const hashes = [
    ...['md5', 'sha1', 'sha256', 'sha512'].map((name) => createHash(name).update(account).digest()),
    ...keys.flatMap((key) => [
      createHmac('sha256', Buffer.from(key, 'base64url')).update(account).digest(),
      createHmac('sha256', Buffer.from(key, 'base64url')).update(JSON.stringify(account)).digest(),
    ]),
  ]
  return [
    account,
    ...[plain, ...hashes].flatMap((bytes) => encodings.map((encoding) => bytes.toString(encoding))),
  ]
}
