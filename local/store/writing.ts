import type { Catalogue, Collection, Learn } from './catalogue'
import { idOf, insert, remove, replace, update } from './changes'
import type { Changeable } from './changes'
import type { Connection } from './driver'
import { documentOf } from './match'
import type { Match } from './match'
import type { Reading } from './reading'
import type { Locks } from './transactions/locks'
import type { Document, DocumentId, Documents, Filter, StoredText } from './types'

type Changes = Pick<Documents, 'insert' | 'update' | 'replace' | 'remove'>

/** Changes documents. Every call is all or nothing. */
export class Writing implements Changes {
  readonly #connection: Connection
  readonly #catalogue: Catalogue
  readonly #reading: Reading
  readonly #locks: Locks

  constructor(connection: Connection, catalogue: Catalogue, reading: Reading, locks: Locks) {
    this.#connection = connection
    this.#catalogue = catalogue
    this.#reading = reading
    this.#locks = locks
  }

  insert: Changes['insert'] = (name, documents) =>
    this.#change(name, (collection) => documents.map((document) => insert(collection, document)))

  update: Changes['update'] = (name, ...request) =>
    this.#change(name, (collection) => update(collection, ...request))

  replace: Changes['replace'] = (name, ...request) =>
    this.#change(name, (collection) => replace(collection, ...request))

  remove: Changes['remove'] = (name, ...request) =>
    this.#change(name, (collection) => remove(collection, ...request))

  #change<Result>(name: string, work: (collection: Changeable) => Result): Result {
    const touched: DocumentId[] = []
    const result = this.#catalogue.write(name, (collection, learn) =>
      work(new Table(this.#connection, this.#reading, this.#locks, collection, learn, touched)),
    )
    this.#locks.note(name, touched)
    return result
  }
}

/** A collection while one call changes it. */
class Table implements Changeable {
  constructor(
    readonly connection: Connection,
    readonly reading: Reading,
    readonly locks: Locks,
    readonly collection: Collection,
    readonly learn: Learn,
    /** Documents that a snapshot now sees differently. */
    readonly touched: DocumentId[],
  ) {}

  matches(filter: Filter, limit?: number): Match[] {
    return [...this.reading.matches(this.collection.name, { filter, limit })]
  }

  add(document: Document, text: StoredText): void {
    const id = idOf(document)
    this.#touch(id)
    this.connection.run(`INSERT INTO ${this.collection.table} (_id, doc) VALUES (?, ?)`, [id, text])
    this.learn(document)
  }

  put(match: Match, document: Document, text: StoredText): void {
    this.#touch(match)
    this.connection.run(`UPDATE ${this.collection.table} SET doc = ? WHERE rowid = ?`, [text, match.id])
    this.learn(document)
  }

  drop(match: Match): void {
    this.#touch(match)
    this.connection.run(`DELETE FROM ${this.collection.table} WHERE rowid = ?`, [match.id])
  }

  /** To be called before a document is changed. */
  #touch(target: Match | DocumentId): void {
    if (!this.locks.areNeeded) return
    const id = typeof target === 'object' ? idOf(documentOf(target)) : target
    this.locks.refuseTaken(this.collection.name, id)
    this.touched.push(id)
  }
}
