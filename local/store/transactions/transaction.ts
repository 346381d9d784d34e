import { refuseUnfit } from '../catalogue'
import type { Catalogue, Collection } from '../catalogue'
import { idOf, insert, remove, replace, update } from '../changes'
import type { Changeable } from '../changes'
import type { Connection } from '../driver'
import { byDistance, nearnessOf } from '../geoNear'
import { documentOf } from '../match'
import type { Match } from '../match'
import { Reading, sorted, toTexts } from '../reading'
import type { MatchOptions } from '../reading'
import { duplicateKey, refusingDuplicates } from '../schema'
import { compileFilter } from '../semantics'
import { hasPattern, withinTimeLimit } from '../timeLimit'
import type { Document, DocumentId, StoredText, Transaction } from '../types'
import type { UnindexedQueries } from '../unindexed'
import type { Holder, Locks } from './locks'
import { transactionConflict, transactionNotExist } from './refusals'
import type { Snapshot } from './snapshots'

/** What the transactions of one store share. */
export interface Surroundings {
  /** The one that writes. */
  connection: Connection
  catalogue: Catalogue
  locks: Locks
  unindexed: UnindexedQueries
}

/** What a transaction did to one document: what it is now, or null when it was removed. */
interface Write {
  collection: string
  id: DocumentId
  now: { document: Document; text: StoredText } | null
}

/** A document that is not stored yet is in no row. */
const NO_ROW = 0

/** Reads a snapshot with its own changes laid over it. They are kept aside, and stored at the end all at once. */
export class OpenTransaction implements Transaction {
  readonly #around: Surroundings
  readonly #snapshot: Snapshot
  readonly #reading: Reading
  readonly #holder: Holder
  readonly #onEnd: () => void
  /** In their order, because a unique key may wander from one document to another. */
  readonly #writes: Write[] = []
  /** The last of them for each document, by collection. */
  readonly #own = new Map<string, Map<DocumentId, Write>>()
  #ended = false

  /** @param onEnd called once, when it is committed or aborted */
  constructor(around: Surroundings, snapshot: Snapshot, onEnd: () => void) {
    this.#around = around
    this.#snapshot = snapshot
    this.#reading = new Reading(snapshot.connection, around.catalogue, around.unindexed)
    this.#holder = around.locks.begin()
    this.#onEnd = onEnd
  }

  find: Transaction['find'] = (name, { projection, ...options }) =>
    this.#run(() => toTexts(this.#matches(name, options), projection))

  insert: Transaction['insert'] = (name, documents) =>
    this.#change(name, (collection) => documents.map((document) => insert(collection, document)))

  update: Transaction['update'] = (name, ...request) =>
    this.#change(name, (collection) => update(collection, ...request))

  replace: Transaction['replace'] = (name, ...request) =>
    this.#change(name, (collection) => replace(collection, ...request))

  remove: Transaction['remove'] = (name, ...request) =>
    this.#change(name, (collection) => remove(collection, ...request))

  commit(): void {
    this.#run(() => {
      if (this.#writes.length > 0) this.#store()
      this.#end(true)
    })
  }

  abort(): void {
    if (!this.#ended) this.#end(false)
  }

  #run<Result>(work: () => Result): Result {
    if (this.#ended) throw transactionNotExist()
    try {
      return work()
    } catch (error) {
      this.abort()
      throw error
    }
  }

  #change<Result>(name: string, work: (collection: Changeable) => Result): Result {
    return this.#run(() => {
      const before = this.#writes.length
      const result = work(this.#changeable(name))
      if (this.#writes.length > before) this.#refuseTakenKeys(name)
      return result
    })
  }

  #end(committed: boolean): void {
    this.#ended = true
    this.#snapshot.release()
    this.#around.locks.release(this.#holder, committed)
    this.#onEnd()
  }

  #matches(name: string, { filter, sort = {}, skip = 0, limit = Infinity }: MatchOptions): Match[] {
    const own = this.#ownOf(name)
    // So many of those stored may be gone or elsewhere in the order.
    const most = skip + limit + own.size
    const stored = this.#reading.matches(name, { filter, sort, limit: most })
    const matches = new Map(Array.from(stored, (match) => [idOf(documentOf(match)), match]))
    const accepts = compileFilter(filter)
    const overlay = () => {
      for (const [id, { now }] of own) {
        if (now && accepts(now.document)) matches.set(id, { id: NO_ROW, doc: now.text })
        else matches.delete(id)
      }
    }
    if (hasPattern(filter)) withinTimeLimit(overlay)
    else overlay()
    const merged = [...matches.values()]
    const ordered = own.size === 0 ? merged : this.#inOrder(name, merged, { filter, sort })
    return ordered.slice(skip, skip + limit)
  }

  #inOrder(name: string, matches: Match[], { filter, sort = {} }: MatchOptions): Match[] {
    if (Object.keys(sort).length > 0) return sorted(matches, sort)
    const near = nearnessOf(this.#around.catalogue.collection(name), filter)
    return near ? byDistance(matches, near, documentOf) : matches
  }

  /** MongoDB cannot say what was in a collection before there was one, and conflicts. */
  #refuseNewCollection(name: string): void {
    this.#around.catalogue.collection(name)
    const known = this.#snapshot.connection.get('SELECT 1 FROM catalogue WHERE name = ?', [name])
    if (!known) throw transactionConflict()
  }

  #ownOf(name: string): Map<DocumentId, Write> {
    const own = this.#own.get(name)
    if (own) return own
    this.#refuseNewCollection(name)
    const none = new Map<DocumentId, Write>()
    this.#own.set(name, none)
    return none
  }

  #isThere(name: string, id: DocumentId): boolean {
    const own = this.#ownOf(name).get(id)
    if (own) return own.now !== null
    const { table } = this.#around.catalogue.collection(name)
    return this.#snapshot.connection.get(`SELECT 1 FROM ${table} WHERE _id = ?`, [id]) !== undefined
  }

  #writesOf(name: string): Write[] {
    return this.#writes.filter(({ collection }) => collection === name)
  }

  #changeable(name: string): Changeable {
    return {
      matches: (filter, limit) => this.#matches(name, { filter, limit }),
      add: (document, text) => {
        const id = idOf(document)
        if (this.#isThere(name, id)) throw duplicateKey(name, '_id_')
        this.#write({ collection: name, id, now: { document, text } })
      },
      put: (match, document, text) =>
        this.#write({ collection: name, id: idOf(documentOf(match)), now: { document, text } }),
      drop: (match) => this.#write({ collection: name, id: idOf(documentOf(match)), now: null }),
    }
  }

  #write(write: Write): void {
    const { catalogue, locks } = this.#around
    if (write.now) refuseUnfit(catalogue.collection(write.collection), write.now.document)
    locks.take(this.#holder, write.collection, write.id)
    this.#writes.push(write)
    this.#ownOf(write.collection).set(write.id, write)
  }

  /** Whether a unique key is taken must be known before the commit, and only the store as it is now can tell. */
  #refuseTakenKeys(name: string): void {
    const { connection, catalogue } = this.#around
    const collection = catalogue.collection(name)
    if (!collection.indexes.some(({ unique }) => unique)) return
    connection.rehearse(() => {
      for (const write of this.#writesOf(name)) carryOut(connection, collection, write)
    })
  }

  #store(): void {
    const { connection, catalogue } = this.#around
    const names = [...new Set(this.#writes.map(({ collection }) => collection))]
    catalogue.writeTogether(names, (collection, learn) => {
      for (const write of this.#writesOf(collection.name)) {
        carryOut(connection, collection, write)
        if (write.now) learn(write.now.document)
      }
    })
  }
}

const carryOut = (connection: Connection, { name, table }: Collection, { id, now }: Write): void => {
  refusingDuplicates(name, () =>
    now === null
      ? connection.run(`DELETE FROM ${table} WHERE _id = ?`, [id])
      : connection.run(
          `INSERT INTO ${table} (_id, doc) VALUES (?, ?) ON CONFLICT (_id) DO UPDATE SET doc = excluded.doc`,
          [id, now.text],
        ),
  )
}
