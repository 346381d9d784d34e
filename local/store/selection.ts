import type { Collection } from './catalogue'
import { alternativesOf, fixedColumns, toCondition } from './constraint'
import type { Condition, Constraint } from './constraint'
import type { Connection } from './driver'
import type { Plan } from './planner'
import { column } from './schema'
import type { Sort } from './semantics'
import { ARRAY, isOrderedBySqlite } from './valueTypes'

/**
 * What to ask SQLite for: rows `{ id, doc }`, and with a sort its keys as `key0`, `key1` and so on. With several
 * queries each is in order, and merging them is the answer; a row may then come from more than one.
 */
export interface Selection {
  queries: Condition[]
  /** SQLite gives the rows in the order asked for. */
  ordered: boolean
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

/**
 * A filter that names several places, or continues behind a certain key, is several stretches of an index. SQLite
 * would gather them all and sort; asked one at a time each stretch is in order already and is read only as far as needed.
 */
const query = (
  collection: Collection,
  constraint: Constraint,
  keys: [string, 1 | -1][],
  limit: number,
): Condition => {
  const { sql, parameters } = toCondition(constraint)
  const columns = keys.map(([path], index) => `, ${column(path)} AS key${index}`).join('')
  const fixed = fixedColumns(constraint)
  const order = keys
    .filter(([path]) => !fixed.has(column(path)))
    .map(([path, direction]) => `${column(path)} ${direction === 1 ? 'ASC' : 'DESC'}`)
  const orderBy = order.length > 0 ? ` ORDER BY ${order.join(', ')}` : ''
  return {
    sql: `SELECT rowid AS id, doc${columns} FROM ${collection.table} WHERE ${sql}${orderBy} LIMIT ?`,
    parameters: [...parameters, limit],
  }
}

export const selectCount = (collection: Collection, plan: Plan): Condition => {
  const { sql, parameters } = toCondition(plan.constraint)
  return { sql: `SELECT count(*) AS total FROM ${collection.table} WHERE ${sql}`, parameters }
}
