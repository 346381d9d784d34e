import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { aggregate } from './aggregating'
import { Catalogue } from './catalogue'
import { Connection } from './driver'
import { Reading } from './reading'
import { Locks } from './transactions/locks'
import { Transactions } from './transactions/transactions'
import type { DatabaseDeclaration, Store } from './types'
import { UnindexedQueries } from './unindexed'
import type { OnUnindexed } from './unindexed'
import { Writing } from './writing'

export { MustWait, StoreError } from './types'
export type * from './types'

/** Opens, or begins, the database in a directory; the declared collections and indexes are there afterwards. */
export const openStore = ({
  directory,
  declaration,
  onUnindexed,
}: {
  directory: string
  declaration: DatabaseDeclaration
  onUnindexed?: OnUnindexed
}): Store => {
  mkdirSync(directory, { recursive: true })
  const file = join(directory, 'database.sqlite')
  const connection = new Connection(file)
  const catalogue = new Catalogue(connection, declaration)
  const unindexed = new UnindexedQueries(onUnindexed)
  const reading = new Reading(connection, catalogue, unindexed)
  const locks = new Locks()
  const writing = new Writing(connection, catalogue, reading, locks)
  const transactions = new Transactions(file, { connection, catalogue, locks, unindexed })
  return {
    createCollection: (name) => catalogue.create(name),
    insert: (...request) => writing.insert(...request),
    find: (...request) => reading.find(...request),
    count: (...request) => reading.count(...request),
    update: (...request) => writing.update(...request),
    replace: (...request) => writing.replace(...request),
    remove: (...request) => writing.remove(...request),
    aggregate: (...request) => aggregate(reading, ...request),
    begin: () => transactions.begin(),
    get documentsRead() {
      return unindexed.documentsRead
    },
    close: () => {
      transactions.close()
      connection.close()
    },
  }
}
