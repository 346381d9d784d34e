import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { aggregate } from './aggregating'
import { Catalogue } from './catalogue'
import { Connection } from './driver'
import { Reading } from './reading'
import type { DatabaseDeclaration, Store } from './types'
import { Writing } from './writing'

export { StoreError } from './types'
export type * from './types'

/** Opens, or begins, the database in a directory; the declared collections and indexes are there afterwards. */
export const openStore = ({
  directory,
  declaration,
}: {
  directory: string
  declaration: DatabaseDeclaration
}): Store => {
  mkdirSync(directory, { recursive: true })
  const connection = new Connection(join(directory, 'database.sqlite'))
  const catalogue = new Catalogue(connection, declaration)
  const reading = new Reading(connection, catalogue)
  const writing = new Writing(connection, catalogue, reading)
  return {
    createCollection: (name) => catalogue.create(name),
    insert: (...request) => writing.insert(...request),
    find: (...request) => reading.find(...request),
    count: (...request) => reading.count(...request),
    update: (...request) => writing.update(...request),
    replace: (...request) => writing.replace(...request),
    remove: (...request) => writing.remove(...request),
    aggregate: (...request) => aggregate(reading, ...request),
    close: () => connection.close(),
  }
}
