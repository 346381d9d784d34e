import { randomBytes } from 'node:crypto'
import { documentOf } from './match'
import type { Match } from './match'
import { toStoredText } from './storedText'
import { StoreError } from './types'
import type { Document, DocumentId, Documents, Filter, StoredText } from './types'
import { applyUpdate, equalitiesOf } from './updating'
import type { Update } from './updating'
import { isPlainText } from './valueTypes'

/** One collection as it can be changed: in the store itself, or within a transaction. */
export interface Changeable {
  matches(filter: Filter, limit?: number): Match[]
  /** Adds a document that has its `_id`. */
  add(document: Document, text: StoredText): void
  /** Puts a document in the place of another. */
  put(match: Match, document: Document, text: StoredText): void
  drop(match: Match): void
}

type Outcome = ReturnType<Documents['update']>

export const insert = (collection: Changeable, document: Document): DocumentId => {
  const id = document._id === undefined ? randomBytes(16).toString('hex') : checkedId(document._id)
  const complete = idFirst(id, document)
  collection.add(complete, toStoredText(complete))
  return id
}

export const update = (
  collection: Changeable,
  filter: Filter,
  operators: Record<string, unknown>,
  { multi, upsert = false }: { multi: boolean; upsert?: boolean },
): Outcome => {
  const matches = collection.matches(filter, multi ? undefined : 1)
  if (matches.length === 0 && upsert) {
    const document = equalitiesOf(filter)
    applyUpdate(document, operators as Update, {})
    return { updated: 0, upserted: insert(collection, document) }
  }
  const changed = matches.filter((match) => {
    const document = documentOf(match)
    applyUpdate(document, operators as Update, filter)
    return putIfDifferent(collection, match, document)
  })
  return { updated: changed.length }
}

export const replace = (collection: Changeable, id: DocumentId, document: Document): Outcome => {
  const [match] = collection.matches({ _id: id }, 1)
  const next = idFirst(id, document)
  if (!match) return { updated: 0, upserted: insert(collection, next) }
  return { updated: putIfDifferent(collection, match, next) ? 1 : 0 }
}

export const remove = (collection: Changeable, filter: Filter, { multi }: { multi: boolean }): number => {
  const matches = collection.matches(filter, multi ? undefined : 1)
  for (const match of matches) collection.drop(match)
  return matches.length
}

/** Of a document as stored, which always has one. */
export const idOf = ({ _id }: Document): DocumentId => _id as DocumentId

/** Whether the document is any different for it. */
const putIfDifferent = (collection: Changeable, match: Match, document: Document): boolean => {
  const text = toStoredText(document)
  if (text === match.doc) return false
  collection.put(match, document, text)
  return true
}

const idFirst = (id: DocumentId, document: Document): Document =>
  Object.assign({ _id: id }, document, { _id: id })

const checkedId = (id: unknown): DocumentId => {
  if (typeof id === 'string' ? isPlainText(id) : Number.isFinite(id)) return id as DocumentId
  throw new StoreError('INVALID_PARAM', '_id must be a string or a number')
}
