import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Document } from '../../local/store/types'
import { inRoot } from '../../config/root'
import { demoPlaces, demoPosts } from '../../local/demo/places'
import { adoptKeysOf } from '../bench/keys'
import { readDeclaration } from '../../local/server/declaration'
import { openStore } from '../../local/store'
import { openConsents } from '../../local/wechat/consents'
import { areaOf, rulingDocuments } from '../functions/support/rulings'

/** A street office in which nobody is registered yet, with a list and a policy in force. Its keys are this process's, too. */
export function seedStreet(data: string, more: Record<string, Document[]> = {}): void {
  adoptKeys(data)
  const store = openStore({ directory: data, declaration: readDeclaration(inRoot('config/database.json')) })
  const documents = {
    places: demoPlaces as unknown as Document[],
    staff: demoPosts as unknown as Document[],
    ...rulingDocuments([areaOf('510107', 'high'), areaOf('610113', 'medium')]),
    ...more,
  }
  for (const [collection, some] of Object.entries(documents)) store.insert(collection, some)
  store.close()
  const consents = openConsents(data)
  for (const { openid } of demoPosts) consents.give(openid, 'todoArrived', 100_000)
}

/** The keys of a data folder, made where there are none: whoever has them can read what was sealed there. */
export function adoptKeys(data: string): void {
  adoptKeysOf(data)
  const secrets = JSON.parse(readFileSync(join(data, 'secrets.json'), 'utf8')) as Record<string, string>
  process.env.SHOUWANG_RECEIPT_KEY = secrets.SHOUWANG_RECEIPT_KEY
}
