import { StoreError } from './types'
import type { IndexDeclaration } from './types'

/**
 * How collections, paths and indexes are named in SQL. A collection is one table `c_<name>(_id, doc)`; an index is a
 * SQLite index over expressions, which serves a query only when the query uses the very same expression.
 */

/** Names become SQL identifiers and parts of JSON paths; these characters would end them. */
const UNFIT_IN_NAME = /["'\\\0]/

export const isFitName = (name: string): boolean => name !== '' && !UNFIT_IN_NAME.test(name)

const fit = (name: string): string => {
  if (isFitName(name)) return name
  throw new StoreError('INVALID_PARAM', `a collection, an index or a field cannot be called '${name}'`)
}

export const tableOf = (collection: string): string => `"c_${fit(collection)}"`

/** The SQL expression for the value at a path; a date is its milliseconds, null and missing are NULL. */
export const column = (path: string): string => {
  if (path === '_id') return '_id'
  const value = jsonPath(path)
  return `coalesce(json_extract(doc, '${value}."$date"'), json_extract(doc, '${value}'))`
}

/** The path in SQLite's words; throws what {@link column} throws. */
export const jsonPath = (path: string) => ['$', ...path.split('.').map((key) => `"${fit(key)}"`)].join('.')

/** The keys that SQLite keeps in order. Geometry has none: those keys only permit to look for what is near. */
export const orderedKeys = ({ keys }: IndexDeclaration): [path: string, direction: 1 | -1][] =>
  keys.flatMap(([path, direction]) => (direction === '2dsphere' ? [] : [[path, direction]]))

/** The statements that create an index. */
export const createIndex = (collection: string, index: IndexDeclaration): string[] => {
  const { name, unique } = index
  const keys = orderedKeys(index)
  if (keys.length === 0) return []
  const columns = keys.map(([path, direction]) => `${column(path)} ${direction === 1 ? 'ASC' : 'DESC'}`)
  const create = (sqlName: string, over: string[], where = '') =>
    `CREATE ${unique ? 'UNIQUE ' : ''}INDEX ${sqlName} ON ${tableOf(collection)} (${over.join(', ')})${where}`
  if (!unique) return [create(indexName(collection, name), columns)]
  const typed = [...columns, ...keys.map(([path]) => typeColumn(path))]
  // To SQLite all NULLs are different; to MongoDB there is one null, and a second one is a duplicate.
  const nullable = typed.map((expression) => `coalesce(${expression.replace(/ (ASC|DESC)$/, '')}, x'00')`)
  const someNull = keys.map(([path]) => `${column(path)} IS NULL`).join(' OR ')
  return [
    create(indexName(collection, name), typed),
    create(nullIndexName(collection, name), nullable, ` WHERE ${someNull}`),
  ]
}

export const dropIndex = (collection: string, { name }: IndexDeclaration): string[] =>
  [indexName(collection, name), nullIndexName(collection, name)].map(
    (sqlName) => `DROP INDEX IF EXISTS ${sqlName}`,
  )

/** Keeps 1, true and the date 1 apart in a unique index, which are one number to SQLite. */
const typeColumn = (path: string) =>
  path === '_id' ? 'typeof(_id)' : `nullif(json_type(doc, '${jsonPath(path)}'), 'null')`

const indexName = (collection: string, name: string) => `"i_${fit(collection)}.${fit(name)}"`
const nullIndexName = (collection: string, name: string) => `"n_${fit(collection)}.${fit(name)}"`

/** Runs a write; what SQLite's unique indexes refuse becomes MongoDB's E11000 in production's words. */
export const refusingDuplicates = <Result>(collection: string, work: () => Result): Result => {
  try {
    return work()
  } catch (error) {
    const violated = /^UNIQUE constraint failed: (?:index '[in]_(.*)')?/s.exec((error as Error).message)
    if (!violated) throw error
    const index = violated[1]?.slice(collection.length + 1) ?? '_id_'
    throw duplicateKey(collection, index)
  }
}

export const duplicateKey = (collection: string, index: string): StoreError =>
  new StoreError(
    'DATABASE_REQUEST_FAILED',
    '[FailedOperation.DuplicateWrite] multiple write errors: [{write errors: ' +
      `[{E11000 duplicate key error collection: ${collection} index: ${index}}]}, {<nil>}]`,
  )
