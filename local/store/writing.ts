import { randomBytes } from 'node:crypto'
import type { Catalogue, Collection, Learn } from './catalogue'
import type { Connection } from './driver'
import { documentOf } from './match'
import type { Match } from './match'
import type { Reading } from './reading'
import { toStoredText } from './storedText'
import { StoreError } from './types'
import type { Document, DocumentId, Filter } from './types'
import { applyUpdate, equalitiesOf } from './updating'
import type { Update } from './updating'
import { isPlainText } from './valueTypes'

interface Outcome {
  updated: number
  upserted?: DocumentId
}

/** Changes documents. Every call is one transaction. */
export class Writing {
  readonly #connection: Connection
  readonly #catalogue: Catalogue
  readonly #reading: Reading

  constructor(connection: Connection, catalogue: Catalogue, reading: Reading) {
    this.#connection = connection
    this.#catalogue = catalogue
    this.#reading = reading
  }

  insert(name: string, documents: Document[]): DocumentId[] {
    return this.#catalogue.write(name, (collection, learn) =>
      documents.map((document) => this.#add(collection, document, learn)),
    )
  }

  update(
    name: string,
    filter: Filter,
    operators: Record<string, unknown>,
    { multi, upsert = false }: { multi: boolean; upsert?: boolean },
  ): Outcome {
    const update = operators as Update
    return this.#catalogue.write(name, (collection, learn) => {
      const matches = this.#targets(name, filter, multi)
      if (matches.length === 0 && upsert) {
        const document = equalitiesOf(filter)
        applyUpdate(document, update, {})
        return { updated: 0, upserted: this.#add(collection, document, learn) }
      }
      const changed = matches.filter((match) => {
        const document = documentOf(match)
        applyUpdate(document, update, filter)
        return this.#put(collection, match, document, learn)
      })
      return { updated: changed.length }
    })
  }

  replace(name: string, id: DocumentId, document: Document): Outcome {
    return this.#catalogue.write(name, (collection, learn) => {
      const [match] = this.#targets(name, { _id: id }, false)
      const next = idFirst(id, document)
      if (!match) return { updated: 0, upserted: this.#add(collection, next, learn) }
      return { updated: this.#put(collection, match, next, learn) ? 1 : 0 }
    })
  }

  remove(name: string, filter: Filter, { multi }: { multi: boolean }): number {
    return this.#catalogue.write(name, (collection) => {
      const matches = this.#targets(name, filter, multi)
      for (const { id } of matches)
        this.#connection.run(`DELETE FROM ${collection.table} WHERE rowid = ?`, [id])
      return matches.length
    })
  }

  #targets(name: string, filter: Filter, multi: boolean): Match[] {
    return [...this.#reading.matches(name, { filter, limit: multi ? undefined : 1 })]
  }

  #add(collection: Collection, document: Document, learn: Learn): DocumentId {
    const id = document._id === undefined ? randomBytes(16).toString('hex') : checkedId(document._id)
    const complete = idFirst(id, document)
    const row = [id, toStoredText(complete)]
    this.#connection.run(`INSERT INTO ${collection.table} (_id, doc) VALUES (?, ?)`, row)
    learn(complete)
    return id
  }

  /** Whether the row is any different for it. */
  #put(collection: Collection, match: Match, document: Document, learn: Learn): boolean {
    const text = toStoredText(document)
    if (text === match.doc) return false
    this.#connection.run(`UPDATE ${collection.table} SET doc = ? WHERE rowid = ?`, [text, match.id])
    learn(document)
    return true
  }
}

const idFirst = (id: DocumentId, document: Document): Document =>
  Object.assign({ _id: id }, document, { _id: id })

const checkedId = (id: unknown): DocumentId => {
  if (typeof id === 'string' ? isPlainText(id) : Number.isFinite(id)) return id as DocumentId
  throw new StoreError('INVALID_PARAM', '_id must be a string or a number')
}
