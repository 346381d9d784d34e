import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MustWait, openStore } from '../../../local/store'
import type { DatabaseDeclaration, Document, IndexDeclaration, Store, StoredText } from '../../../local/store'
import { fromStoredText } from '../../../local/store/storedText'

const opened = new Set<Store>()
const directories: string[] = []

export const temporaryDirectory = (): string => {
  const directory = mkdtempSync(join(tmpdir(), 'store-'))
  directories.push(directory)
  return directory
}

/** A store that is closed, and whose files are removed, by {@link removeTemporaryStores}. */
export const temporaryStore = (
  collections: DatabaseDeclaration['collections'],
  directory = temporaryDirectory(),
): Store => {
  const store = openStore({ directory, declaration: { collections } })
  opened.add(store)
  return store
}

export const close = (store: Store): void => {
  opened.delete(store)
  store.close()
}

export const removeTemporaryStores = (): void => {
  for (const store of opened) close(store)
  for (const directory of directories.splice(0)) rmSync(directory, { recursive: true, force: true })
}

export const index = (name: string, keys: Record<string, 1 | -1>, unique = false): IndexDeclaration => ({
  name,
  keys: Object.entries(keys),
  unique,
})

/** What the SDK would make of stored texts. */
export const documents = (texts: StoredText[]): Document[] => texts.map(fromStoredText)

/** The refusal of a call that must refuse. */
export const refusalOf = (call: () => unknown): { code: string; message: string } => {
  try {
    call()
  } catch (error) {
    const { code, message } = error as { code: string; message: string }
    return { code, message }
  }
  throw new Error('it was not refused')
}

/** What a call that must wait waits for. */
export const waitOf = (call: () => unknown): MustWait => {
  try {
    call()
  } catch (error) {
    if (error instanceof MustWait) return error
    throw error
  }
  throw new Error('it did not have to wait')
}
