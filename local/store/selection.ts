import type { Collection } from './catalogue'
import { alternativesOf, columnsOf, comparisonsIn, everyOf, fixedColumns, toCondition } from './constraint'
import type { Condition, Constraint } from './constraint'
import type { Connection } from './driver'
import type { Plan } from './planner'
import { column, jsonPath, orderedKeys } from './schema'
import type { Sort } from './semantics'
import { ARRAY, isOrderedBySqlite } from './valueTypes'

/**
 * What to ask SQLite for: rows `{ id, doc }`, and with a sort its keys as `key0`, `key1` and so on. With several
 * queries each is in order, and merging them is the answer; a row may then come from more than one.
 */
export interface Selection {
  queries: Query[]
  /** SQLite gives the rows in the order asked for. */
  ordered: boolean
}

export interface Query extends Condition {
  /** What the rows are chosen by. */
  constraint: Constraint
  /** The same query, with `visit(rowid)` for each row that SQLite looks at. */
  watched: string
}

/**
 * @param most no query needs to give more rows than this, if all that it gives are accepted
 */
export const select = (
  connection: Connection,
  collection: Collection,
  { constraint, exact }: Plan,
  sort: Sort = {},
  most = Infinity,
): Selection => {
  const keys = Object.entries(sort)
  const ordered = keys.every(([path]) => isOrderedBySqlite(collection.types.get(path) ?? ARRAY))
  const inOrder = ordered ? keys : []
  const limit = ordered && exact && most < Infinity ? most : -1
  const queryFor = (part: Constraint) => query(collection, part, inOrder, limit)
  const queries = inOrder.length > 0 ? alternativesOf(constraint).map(queryFor) : []
  const areServed = queries.length > 1 && !queries.some(({ sql }) => connection.sortsInMemory(sql))
  return { queries: areServed ? queries : [queryFor(constraint)], ordered }
}

/** Of each document that is chosen only some fields, as a JSON list in which null also stands for missing. */
export const selectFields = (collection: Collection, { constraint }: Plan, fields: string[]): Query => {
  // Of one path SQLite would give the bare value, of several a list.
  const paths = ['_id', ...fields]
    .concat(fields.length > 0 ? [] : '_id')
    .map((field) => `'${jsonPath(field)}'`)
  return from(collection, constraint, `json_extract(doc, ${paths.join(', ')}) AS doc`, {
    end: '',
    parameters: [],
  })
}

/**
 * A filter that names several places, or continues behind a certain key, is several stretches of an index. SQLite
 * would gather them all and sort; asked one at a time each stretch is in order already and is read only as far as needed.
 */
const query = (
  collection: Collection,
  constraint: Constraint,
  keys: [string, 1 | -1][],
  limit: number,
): Query => {
  const columns = keys.map(([path], index) => `, ${column(path)} AS key${index}`).join('')
  const fixed = fixedColumns(constraint)
  const order = keys
    .filter(([path]) => !fixed.has(column(path)))
    .map(([path, direction]) => `${column(path)} ${direction === 1 ? 'ASC' : 'DESC'}`)
  const orderBy = order.length > 0 ? ` ORDER BY ${order.join(', ')}` : ''
  const named = splitByList(collection, constraint)
  if (named) return fromList(collection, constraint, named, { columns, orderBy, limit })
  return from(collection, constraint, `rowid AS id, doc${columns}`, {
    end: `${orderBy} LIMIT ?`,
    parameters: [limit],
  })
}

export const selectCount = (collection: Collection, { constraint }: Plan): Query =>
  from(collection, constraint, 'count(*) AS total', { end: '', parameters: [] })

const from = (
  collection: Collection,
  constraint: Constraint,
  what: string,
  { end, parameters }: EndOfQuery,
): Query => {
  const condition = toCondition(constraint)
  const sqlWhere = (where: string) => `SELECT ${what} FROM ${collection.table} WHERE ${where}${end}`
  return {
    constraint,
    sql: sqlWhere(condition.sql),
    watched: sqlWhere(`visit(rowid) AND ${condition.sql}`),
    parameters: [...condition.parameters, ...parameters],
  }
}

/** What an index with a list among its keys can tell, and what only the documents can. */
interface Split {
  index: Constraint
  documents: Constraint
}

const splitByList = ({ indexes }: Collection, constraint: Constraint): Split | undefined => {
  const parts = constraint.kind === 'every' ? constraint.parts : [constraint]
  const [list] = parts.filter(isOfList).flatMap((part) => columnsOf(part) ?? [])
  const isToldBy = (columns: string[]) => (part: Constraint) =>
    columnsOf(part)?.every((one) => columns.includes(one)) ?? false
  const [most] = indexes
    .map((index) => orderedKeys(index).map(([path]) => column(path)))
    .filter((columns) => list !== undefined && columns.includes(list))
    .map((columns) => parts.filter(isToldBy(columns)))
    .sort((one, other) => other.length - one.length)
  return most && { index: everyOf(most), documents: everyOf(parts.filter((part) => !most.includes(part))) }
}

const isOfList = (part: Constraint): boolean =>
  part.kind === 'listed' || (part.kind === 'some' && part.parts.every(isOfList))

/**
 * SQLite has no index of the elements of a list, as MongoDB has. But it goes through an index in which the lists stand much
 * faster than through the documents, and reads only those it has found. `LIMIT` keeps it from leaving out the order.
 */
const fromList = (
  { table }: Collection,
  constraint: Constraint,
  { index, documents }: Split,
  { columns, orderBy, limit }: { columns: string; orderBy: string; limit: number },
): Query => {
  const [found, rest] = [toCondition(index), toCondition(documents)]
  const keys = [...columns.matchAll(/ AS (key\d+)/g)].map(([, key]) => `, ${key}`).join('')
  const sql =
    `SELECT rowid AS id, doc${keys} FROM ` +
    `(SELECT rowid AS found${columns} FROM ${table} WHERE ${found.sql}${orderBy} LIMIT -1) ` +
    `CROSS JOIN ${table} ON ${table}.rowid = found WHERE ${rest.sql} LIMIT ?`
  return { constraint, sql, watched: sql, parameters: [...found.parameters, ...rest.parameters, limit] }
}

interface EndOfQuery {
  end: string
  parameters: number[]
}

/** Whether an index leads to the chosen rows and to no others, in the order asked for. */
export const isServed = (connection: Connection, { sql, constraint }: Query): boolean => {
  const compared = connection.planOf(sql).flatMap((step) => step.match(/[<>=]\?/g) ?? [])
  return compared.length === comparisonsIn(constraint) && !connection.sortsInMemory(sql)
}
