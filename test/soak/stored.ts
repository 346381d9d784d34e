import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { collectionNames, type CollectionName } from '@kernel/collections'
import { inRoot } from '../../config/root'
import { readDeclaration } from '../../local/server/declaration'
import { openStore } from '../../local/store'
import { Connection } from '../../local/store/driver'
import { fromStoredText } from '../../local/store/storedText'
import type { Document } from '../../local/store/types'

/** Everything that a cloud has left behind, with nothing running on it. */
export interface Stored {
  documents: Record<CollectionName, Document[]>
  /** Every file as it lies there, and the others that were named. */
  files: { name: string; bytes: Buffer }[]
  /** What SQLite says of its own file; `ok` where nothing is wrong. */
  integrity: string
}

export function readStored(data: string, others: readonly string[] = []): Stored {
  const store = openStore({ directory: data, declaration: readDeclaration(inRoot('config/database.json')) })
  const documents = Object.fromEntries(
    collectionNames.map((name) => [
      name,
      store.find(name, { filter: {} }).map((text) => fromStoredText(text)),
    ]),
  ) as Stored['documents']
  store.close()
  const inside = readdirSync(data, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
  const files = [...inside, ...others].map((name) => ({ name, bytes: readFileSync(name) }))
  return { documents, files, integrity: integrityOf(join(data, 'database.sqlite')) }
}

function integrityOf(file: string): string {
  const connection = new Connection(file)
  const said = [...connection.rows('PRAGMA integrity_check')].map((row) => Object.values(row).join(' '))
  connection.close()
  return said.join('; ')
}

/** The documents of a collection as the functions know them. */
export const documentsOf = <T>({ documents }: Pick<Stored, 'documents'>, name: CollectionName): T[] =>
  documents[name] as unknown as T[]
