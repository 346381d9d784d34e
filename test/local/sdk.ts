/**
 * What the tests use of wx-server-sdk. Its own types say of nearly every call that it may answer a promise, nothing, or text.
 */
export interface Sdk {
  cloud: {
    callFunction(options: { name: string; data?: object }): Promise<{ result: unknown }>
    getWXContext(): Record<string, unknown>
  }
  db: Database
  /** `db.command` */
  _: Record<CommandName, (...values: unknown[]) => Condition>
  /** `db.command.aggregate` */
  $: Record<'sum' | 'max' | 'multiply' | 'gt' | 'dateToString', (...values: unknown[]) => unknown>
}

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
  | ('and' | 'or' | 'nor' | 'not')
type UpdateCommand =
  | ('set' | 'remove' | 'inc' | 'mul' | 'min' | 'max' | 'rename')
  | ('push' | 'pop' | 'shift' | 'unshift' | 'pull' | 'pullAll' | 'addToSet')
type CommandName = QueryCommand | UpdateCommand

interface Database {
  collection(name: string): Collection
  createCollection(name: string): Promise<unknown>
  serverDate(options?: { offset: number }): unknown
  RegExp(options: { regexp: string; options?: string }): unknown
  Geo: { Point(longitude: number, latitude: number): unknown }
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
  | 'sample'
export type Aggregate = Record<Stage, (parameter: unknown) => Aggregate> & {
  end(): Promise<{ list: unknown[] }>
}
