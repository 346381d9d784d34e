import { join } from 'node:path'
import { readDeclaration } from '../../../local/server/declaration'
import { openStore, type Store } from '../../../local/store'
import type { Community } from './community'

const declaration = readDeclaration(join(__dirname, '../../../config/database.json'))

/** The database, as somebody has it who has no key and asks no function. Close it. */
export const openIntruder = ({ data }: Pick<Community, 'data'>): Store =>
  openStore({ directory: data, declaration })

export function asIntruder<T>(community: Pick<Community, 'data'>, act: (store: Store) => T): T {
  const store = openIntruder(community)
  try {
    return act(store)
  } finally {
    store.close()
  }
}

/** Every document as it is stored, by collection. */
export const storedDocuments = (community: Pick<Community, 'data'>): Record<string, string[]> =>
  asIntruder(community, (store) =>
    Object.fromEntries(
      Object.keys(declaration.collections).map((name) => [name, store.find(name, { filter: {} })]),
    ),
  )
