/** What config/database.json declares: the collections that exist and their indexes. */
export interface DatabaseDeclaration {
  collections: Record<string, { indexes?: IndexDeclaration[] }>
}

export interface IndexDeclaration {
  name: string
  /** `2dsphere` is for geometry: without it the cloud refuses to look for what is near. */
  keys: [path: string, direction: 1 | -1 | '2dsphere'][]
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

/** What can be asked of documents, inside a transaction and outside. Throws {@link StoreError}. */
export interface Documents {
  /** All documents or none. A document without `_id` is given one. */
  insert(collection: string, documents: Document[]): DocumentId[]
  find(collection: string, options: FindOptions): StoredText[]
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
}

/**
 * The database of the local cloud: collections of documents in one SQLite file, with MongoDB's semantics.
 * Every call is synchronous and durable against SIGKILL when it returns. Throws {@link StoreError}, and
 * {@link MustWait} where only the end of a transaction can tell.
 */
export interface Store extends Documents {
  createCollection(name: string): void
  count(collection: string, filter: Filter): number
  aggregate(collection: string, stages: Record<string, unknown>[]): StoredText[]
  begin(): Transaction
  /**
   * How many documents all queries have read so far: those that SQLite gave, and where queries are watched and no index
   * led to these, all that it looked at. A count that an index answers reads none.
   */
  readonly documentsRead: number
  /** Transactions that are still open are aborted. */
  close(): void
}

/**
 * Sees the documents as they were when it began, and its own changes, which nobody else sees before `commit`. The
 * first refusal aborts it, as in MongoDB; whatever is asked of it after its end is refused with
 * `DATABASE_TRANSACTION_FAIL`.
 */
export interface Transaction extends Documents {
  commit(): void
  /** Does nothing after the end. */
  abort(): void
}

export type StoreErrorCode =
  | 'DATABASE_REQUEST_FAILED'
  | 'DATABASE_COLLECTION_NOT_EXIST'
  | 'DATABASE_COLLECTION_ALREADY_EXIST'
  | 'DATABASE_TRANSACTION_CONFLICT'
  | 'DATABASE_TRANSACTION_FAIL'
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

/** The call has changed nothing and may be repeated when `until` resolves; who does not want to wait is refused. */
export class MustWait extends Error {
  constructor(
    readonly until: Promise<void>,
    readonly refusal: StoreError,
  ) {
    super(refusal.message)
    this.name = 'MustWait'
  }
}
