import type { Connection, Row } from './driver'
import { refuseOtherThanGeometry } from './geoNear'
import { createIndex, dropIndex, orderedKeys, refusingDuplicates, tableOf } from './schema'
import { fromStoredText } from './storedText'
import { StoreError } from './types'
import type { DatabaseDeclaration, Document, IndexDeclaration } from './types'
import { ARRAY, NOTHING, typeAt } from './valueTypes'
import type { TypeSet } from './valueTypes'

/** A collection as the planner needs it. */
export interface Collection {
  readonly name: string
  /** The SQL name of its table, quoted. */
  readonly table: string
  readonly indexes: readonly IndexDeclaration[]
  /** The types ever stored at `_id` and at each indexed path. */
  readonly types: ReadonlyMap<string, TypeSet>
}

/** Must be told of every document that is stored, so that the types of indexed values are known. */
export type Learn = (document: Document) => void

/** Knows which collections exist, their indexes, and the types of indexed values; remembers it all in the file. */
export class Catalogue {
  readonly #connection: Connection
  readonly #collections = new Map<string, Collection>()

  /** Reads what the file holds and makes it agree with the declaration. Undeclared collections stay. */
  constructor(connection: Connection, declaration: DatabaseDeclaration) {
    this.#connection = connection
    connection.execute(
      'CREATE TABLE IF NOT EXISTS catalogue (name TEXT PRIMARY KEY, indexes TEXT NOT NULL, types TEXT NOT NULL)',
    )
    for (const row of connection.rows('SELECT name, indexes, types FROM catalogue')) {
      const collection = fromRow(row)
      this.#collections.set(collection.name, collection)
    }
    for (const [name, { indexes = [] }] of Object.entries(declaration.collections)) {
      if (!this.#collections.has(name)) this.create(name)
      this.#reconcile(this.collection(name), indexes)
    }
  }

  /** @throws StoreError `DATABASE_COLLECTION_NOT_EXIST`, in production's words */
  collection(name: string): Collection {
    const found = this.#collections.get(name)
    if (found) return found
    throw new StoreError(
      'DATABASE_COLLECTION_NOT_EXIST',
      `[ResourceNotFound] Db or Table not exist: ${name}. ${PRODUCTIONS_ADVICE}`,
    )
  }

  /** @throws StoreError `DATABASE_COLLECTION_ALREADY_EXIST`, in production's words */
  create(name: string): void {
    if (this.#collections.has(name)) {
      const text = '[ResourceUnavailable.ResourceExist] Table exist. ' + PRODUCTIONS_ADVICE
      throw new StoreError('DATABASE_COLLECTION_ALREADY_EXIST', text)
    }
    const rival = [...this.#collections.keys()].find((other) => other.toLowerCase() === name.toLowerCase())
    if (rival)
      throw new StoreError('INVALID_PARAM', `collection '${name}' differs from '${rival}' only in case`)
    const collection = { name, table: tableOf(name), indexes: [], types: new Map([['_id', NOTHING]]) }
    // `_id` has no SQL type, so that the number 1 and the string "1" are different, as in MongoDB.
    this.#change([collection], () =>
      this.#connection.execute(
        `CREATE TABLE ${collection.table} (_id PRIMARY KEY NOT NULL, doc TEXT NOT NULL)`,
      ),
    )
  }

  /**
   * Runs `work` in one transaction. What `learn` is told is remembered in the same transaction, or not at all.
   * @throws StoreError for a duplicate key
   */
  write<Result>(name: string, work: (collection: Collection, learn: Learn) => Result): Result {
    const types = new Map(this.collection(name).types)
    const next = { ...this.collection(name), types }
    return refusingDuplicates(name, () =>
      this.#change([next], () => work(next, (document) => learn(next, types, document))),
    )
  }

  /** The same for several collections; a duplicate key is refused as SQLite does, because only the caller knows where. */
  writeTogether(names: string[], work: (collection: Collection, learn: Learn) => void): void {
    const changed = names.map((name) => ({
      ...this.collection(name),
      types: new Map(this.collection(name).types),
    }))
    this.#change(changed, () => {
      for (const next of changed) work(next, (document) => learn(next, next.types, document))
    })
  }

  #reconcile(collection: Collection, declared: readonly IndexDeclaration[]): void {
    const { name } = collection
    const vanished = without(collection.indexes, declared)
    const added = without(declared, collection.indexes)
    if (vanished.length === 0 && added.length === 0) return
    const statements = [
      ...vanished.flatMap((index) => dropIndex(name, index)),
      ...added.flatMap((index) => createIndex(name, index)),
    ]
    const next = { ...collection, indexes: declared, types: this.#typesOf(collection, declared, added) }
    this.#change([next], () =>
      refusingDuplicates(name, () => statements.forEach((sql) => this.#connection.execute(sql))),
    )
  }

  /** @throws StoreError for a document that one of the added indexes cannot take */
  #typesOf(
    collection: Collection,
    indexes: readonly IndexDeclaration[],
    added: readonly IndexDeclaration[],
  ): Map<string, TypeSet> {
    const paths = ['_id', ...indexes.flatMap((index) => orderedKeys(index).map(([path]) => path))]
    const types = new Map(paths.map((path) => [path, NOTHING]))
    for (const row of this.#connection.rows(`SELECT doc FROM ${collection.table}`)) {
      const document = fromStoredText(row.doc as string)
      refuseUnfit({ indexes: added }, document)
      addTypes(types, document)
    }
    return types
  }

  /** Does `work` and remembers what the collections are after it: in the file and in memory, or in neither. */
  #change<Result>(changed: readonly Collection[], work: () => Result): Result {
    const result = this.#connection.transaction(() => {
      const done = work()
      for (const next of changed) this.#remember(next)
      return done
    })
    for (const next of changed) this.#collections.set(next.name, next)
    return result
  }

  #remember(next: Collection): void {
    const row = toRow(next)
    const known = this.#collections.get(next.name)
    if (known && toRow(known).join() === row.join()) return
    this.#connection.run('INSERT OR REPLACE INTO catalogue (name, indexes, types) VALUES (?, ?, ?)', row)
  }
}

const PRODUCTIONS_ADVICE = 'Please check your request, but if the problem cannot be solved, contact us.'

const learn = (collection: Collection, types: Map<string, TypeSet>, document: Document): void => {
  refuseUnfit(collection, document)
  addTypes(types, document)
}

/** @throws StoreError for a document that an index of the collection cannot take */
export const refuseUnfit = (collection: Pick<Collection, 'indexes'>, document: Document): void => {
  refuseOtherThanGeometry(collection, document)
  refuseListsInUnique(collection, document)
}

/** MongoDB would keep each element of the list unique; SQLite keeps the list so, which lets through what production refuses. */
const refuseListsInUnique = ({ indexes }: Pick<Collection, 'indexes'>, document: Document): void => {
  for (const index of indexes.filter(({ unique }) => unique)) {
    const list = orderedKeys(index).find(([path]) => typeAt(document, path) & ARRAY)
    if (list) throw new StoreError('DATABASE_REQUEST_FAILED', listInUnique(list[0], index.name))
  }
}

const listInUnique = (path: string, index: string) =>
  `the local cloud cannot keep the elements of a list unique: '${path}' has the unique index '${index}'`

const addTypes = (types: Map<string, TypeSet>, document: Document): void => {
  for (const [path, known] of types) types.set(path, known | typeAt(document, path))
}

const without = (indexes: readonly IndexDeclaration[], others: readonly IndexDeclaration[]) => {
  const texts = new Set(others.map((other) => JSON.stringify(other)))
  return indexes.filter((index) => !texts.has(JSON.stringify(index)))
}

const toRow = ({ name, indexes, types }: Collection): string[] => [
  name,
  JSON.stringify(indexes),
  JSON.stringify([...types]),
]

const fromRow = (row: Row): Collection => {
  const [name, indexes, types] = [row.name, row.indexes, row.types] as [string, string, string]
  return {
    name,
    table: tableOf(name),
    indexes: JSON.parse(indexes) as IndexDeclaration[],
    types: new Map(JSON.parse(types) as [string, TypeSet][]),
  }
}
