/**
 * What the tests use of wx-server-sdk. Its own types say of nearly every call that it may answer a promise, nothing, or text.
 */
export interface Sdk {
  cloud: {
    callFunction(options: { name: string; data?: object }): Promise<{ result: unknown }>
    getWXContext(): Record<string, unknown>
    uploadFile(options: { cloudPath: string; fileContent: unknown }): Promise<{ fileID: string }>
    downloadFile(options: { fileID: string }): Promise<{ fileContent: Buffer; statusCode: number }>
    getTempFileURL(options: { fileList: (string | { fileID: string; maxAge: number })[] }): Promise<{
      fileList: { fileID: string; tempFileURL: string; status: number; errMsg: string; maxAge?: number }[]
    }>
    deleteFile(options: {
      fileList: string[]
    }): Promise<{ fileList: { fileID: string; status: number; errMsg: string }[] }>
  }
  db: Database
  /** `db.command` */
  _: Record<CommandName, (...values: unknown[]) => Condition>
  /** `db.command.aggregate` */
  $: Record<Expression, (...values: unknown[]) => unknown>
}

type Expression =
  | ('sum' | 'avg' | 'min' | 'max' | 'first' | 'last' | 'push' | 'addToSet')
  | ('add' | 'subtract' | 'multiply' | 'divide' | 'mod' | 'cond' | 'ifNull' | 'switch' | 'eq' | 'gt' | 'gte')
  | (
      | 'concat'
      | 'split'
      | 'toUpper'
      | 'substrCP'
      | 'filter'
      | 'map'
      | 'reduce'
      | 'size'
      | 'arrayElemAt'
      | 'in'
    )
  | (
      | 'dateToString'
      | 'dateFromParts'
      | 'dateFromString'
      | 'year'
      | 'month'
      | 'dayOfMonth'
      | 'hour'
      | 'dayOfWeek'
    )
  | ('mergeObjects' | 'let' | 'objectToArray' | 'setUnion' | 'literal')

type QueryCommand =
  | (
      | 'eq'
      | 'neq'
      | 'lt'
      | 'lte'
      | 'gt'
      | 'gte'
      | 'in'
      | 'nin'
      | 'exists'
      | 'mod'
      | 'all'
      | 'size'
      | 'elemMatch'
      | 'expr'
    )
  | ('geoNear' | 'geoWithin' | 'geoIntersects')
  | ('and' | 'or' | 'nor' | 'not')
type UpdateCommand =
  | ('set' | 'remove' | 'inc' | 'mul' | 'min' | 'max' | 'rename')
  | ('push' | 'pop' | 'shift' | 'unshift' | 'pull' | 'pullAll' | 'addToSet' | 'bit')
type CommandName = QueryCommand | UpdateCommand

interface Database {
  collection(name: string): Collection
  createCollection(name: string): Promise<unknown>
  serverDate(options?: { offset: number }): unknown
  RegExp(options: { regexp: string; options?: string }): unknown
  runTransaction<Result>(
    work: (transaction: Transaction) => Promise<Result>,
    retries?: number,
  ): Promise<Result>
  startTransaction(): Promise<Transaction & { commit(): Promise<unknown> }>
  Geo: {
    Point: (longitude: number, latitude: number) => object
    LineString: (points: object[]) => object
    Polygon: (lines: object[]) => object
    MultiPoint: (points: object[]) => object
    MultiLineString: (lines: object[]) => object
    MultiPolygon: (polygons: object[]) => object
  }
}

/** What the SDK itself does not send as part of the transaction runs outside of it. */
interface Transaction {
  collection(name: string): Collection
  rollback(reason?: unknown): Promise<unknown>
}

interface Condition {
  and(other: unknown): Condition
  or(other: unknown): Condition
}

interface Query {
  where(condition: object): Query
  orderBy(path: string, direction: 'asc' | 'desc'): Query
  skip(count: number): Query
  limit(count: number): Query
  field(projection: object): Query
  get(): Promise<{ data: StoredDocument[] }>
  count(): Promise<{ total: number }>
  update(options: { data: object; multi?: boolean }): Promise<{ stats: { updated: number } }>
  remove(options?: { multi?: boolean }): Promise<{ stats: { removed: number } }>
}

interface Collection extends Query {
  doc(id: string | number): DocumentReference
  add(options: { data: object }): Promise<{ _id: string; _ids?: string[] }>
  aggregate(): Aggregate
}

interface DocumentReference {
  field(projection: object): DocumentReference
  get(): Promise<{ data: StoredDocument }>
  set(options: { data: object }): Promise<{ _id: string; stats: { updated: number; created: number } }>
  update(options: { data: object }): Promise<{ stats: { updated: number } }>
  remove(): Promise<{ stats: { removed: number } }>
}

type StoredDocument = Record<string, unknown> & { _id: string | number }

type Stage =
  | 'match'
  | 'group'
  | 'sort'
  | 'project'
  | 'lookup'
  | 'unwind'
  | 'limit'
  | 'skip'
  | 'count'
  | 'sortByCount'
  | 'addFields'
  | 'replaceRoot'
  | 'bucket'
  | 'bucketAuto'
  | 'geoNear'
  | 'sample'
export type Aggregate = Record<Stage, (parameter: unknown) => Aggregate> & {
  end(): Promise<{ list: unknown[] }>
}
