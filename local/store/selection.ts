import type { Collection } from './catalogue'
import { alternativesOf, comparisonsIn, fixedColumns, toCondition } from './constraint'
import type { Condition, Constraint } from './constraint'
import type { Connection } from './driver'
import type { Plan } from './planner'
import { column, jsonPath } from './schema'
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

interface EndOfQuery {
  end: string
  parameters: number[]
}

/** Whether an index leads to the chosen rows and to no others, in the order asked for. */
export const isServed = (connection: Connection, { sql, constraint }: Query): boolean => {
  const compared = connection.planOf(sql).flatMap((step) => step.match(/[<>=]\?/g) ?? [])
  return compared.length === comparisonsIn(constraint) && !connection.sortsInMemory(sql)
}
