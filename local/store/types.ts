/** What config/database.json declares: the collections that exist and their indexes. */
export interface DatabaseDeclaration {
  collections: Record<string, { indexes?: IndexDeclaration[] }>
}

export interface IndexDeclaration {
  name: string
  keys: [path: string, direction: 1 | -1][]
  unique: boolean
}

export type DocumentId = string | number

/** A document as JavaScript sees it: dates are `Date`, geometry is plain GeoJSON. */
export type Document = Record<string, unknown> & { _id?: DocumentId }

export type Filter = Record<string, unknown>

export interface FindOptions {
  filter: Filter
  /** Key order is sort order. */
  sort?: Record<string, 1 | -1>
  skip?: number
  limit?: number
  projection?: Record<string, unknown>
}

/** One document as stored: JSON in which a date is `{"$date": <ms>}`, which the SDK parses as it is. */
export type StoredText = string

/**
 * The database of the local cloud: collections of documents in one SQLite file, with MongoDB's semantics.
 * Every call is synchronous and durable against SIGKILL when it returns. Throws {@link StoreError}.
 */
export interface Store {
  createCollection(name: string): void
  /** All documents or none. A document without `_id` is given one. */
  insert(collection: string, documents: Document[]): DocumentId[]
  find(collection: string, options: FindOptions): StoredText[]
  count(collection: string, filter: Filter): number
  /** Applies update operators; `upserted` is set when nothing matched and `upsert` was asked for. */
  update(
    collection: string,
    filter: Filter,
    update: Record<string, unknown>,
    options: { multi: boolean; upsert?: boolean },
  ): { updated: number; upserted?: DocumentId }
  /** Replaces the whole document of that `_id`, inserting it when it is not there (the SDK's `set`). */
  replace(collection: string, id: DocumentId, document: Document): { updated: number; upserted?: DocumentId }
  remove(collection: string, filter: Filter, options: { multi: boolean }): number
  aggregate(collection: string, stages: Record<string, unknown>[]): StoredText[]
  close(): void
}

export type StoreErrorCode =
  | 'DATABASE_REQUEST_FAILED'
  | 'DATABASE_COLLECTION_NOT_EXIST'
  | 'DATABASE_COLLECTION_ALREADY_EXIST'
  | 'INVALID_PARAM'

/** A refusal with the code and text that production answers (LOCAL-CLOUD facts are kept in docs/decisions). */
export class StoreError extends Error {
  constructor(
    readonly code: StoreErrorCode,
    message: string,
  ) {
    super(message)
    this.name = 'StoreError'
  }
}
