import { ANYTHING, everyOf, sizeOf, someOf } from './constraint'
import type { Constraint, RangeOperator } from './constraint'
import type { SqlValue } from './driver'
import { column } from './schema'
import type { Filter } from './types'
import { ARRAY, BOOLEAN, DATE, isOnly, isPlainText, NULL, NUMBER, STRING, typeOf } from './valueTypes'
import type { TypeSet } from './valueTypes'

/**
 * Translates what SQL can say of a filter. The constraint never refuses a document that the filter accepts; when the
 * plan is `exact` it refuses all others too, otherwise MongoDB's semantics must judge each document that is left.
 */
export interface Plan {
  constraint: Constraint
  exact: boolean
}

/** The types ever stored at the paths that SQL may look at. */
export type KnownTypes = ReadonlyMap<string, TypeSet>

const UNKNOWN: Plan = { constraint: ANYTHING, exact: false }

/** SQLite limits how deep an expression may be, at 1000; of a longer filter MongoDB's semantics judge alone. */
const MOST_CONDITIONS = 400

export const planFilter = (filter: Filter, types: KnownTypes): Plan => {
  const plan = planParts(filter, types)
  return sizeOf(plan.constraint) > MOST_CONDITIONS ? UNKNOWN : plan
}

const planParts = (filter: Filter, types: KnownTypes): Plan =>
  all(
    Object.entries(filter).map(([key, operand]) => {
      if (key === '$and' && isFilters(operand)) return all(operand.map((part) => planParts(part, types)))
      if (key === '$or' && isFilters(operand)) return some(operand.map((part) => planParts(part, types)))
      return key.startsWith('$') ? UNKNOWN : planField(key, operand, types)
    }),
  )

/** Of a longer list MongoDB's semantics judge alone, too: the rest of the filter may still be served. */
const MOST_PARTS = 100

const isFilters = (operand: unknown): operand is Filter[] =>
  Array.isArray(operand) &&
  operand.length > 0 &&
  operand.length <= MOST_PARTS &&
  operand.every((part) => typeof part === 'object' && part !== null)

const all = (plans: Plan[]): Plan => ({
  constraint: everyOf(plans.map((plan) => plan.constraint)),
  exact: plans.every((plan) => plan.exact),
})

const some = (plans: Plan[]): Plan => ({
  constraint: someOf(plans.map((plan) => plan.constraint)),
  exact: plans.every((plan) => plan.exact),
})

const planField = (path: string, operand: unknown, types: KnownTypes): Plan => {
  const known = types.get(path)
  const comparisons = comparisonsOf(operand)
  if (known === undefined) return all(comparisons.map(mention))
  if (known & ARRAY) return all(comparisons.map((comparison) => listed(path, comparison)))
  return all(comparisons.map(([operator, value]) => compare(path, operator, value, known)))
}

const comparisonsOf = (operand: unknown): [operator: string, value: unknown][] => {
  const isPlainObject = typeof operand === 'object' && operand?.constructor === Object
  const entries = isPlainObject ? Object.entries(operand) : []
  return entries.some(([key]) => key.startsWith('$')) ? entries : [['$eq', operand]]
}

/** Of a field that has no index SQL only knows that an equal string must stand somewhere in the text. */
const mention = ([operator, value]: [string, unknown]): Plan =>
  operator === '$eq' && typeof value === 'string'
    ? { constraint: { kind: 'mention', json: JSON.stringify(value) }, exact: false }
    : UNKNOWN

/** Of a field that has held lists an index still tells which of them name a text. */
const listed = (path: string, [operator, value]: [string, unknown]): Plan => {
  const texts: unknown[] = operator === '$in' && Array.isArray(value) ? value : [value]
  const isPlain = (text: unknown): text is string => typeof text === 'string' && isPlainText(text)
  if ((operator !== '$in' && operator !== '$eq') || texts.length > MOST_PARTS || !texts.every(isPlain))
    return UNKNOWN
  const named = someOf(texts.map((text) => ({ kind: 'listed', column: column(path), text })))
  const mentioned = someOf(texts.map((text) => ({ kind: 'mention', json: JSON.stringify(text) })))
  return { constraint: everyOf([named, mentioned]), exact: false }
}

const compare = (path: string, operator: string, value: unknown, known: TypeSet): Plan => {
  switch (operator) {
    case '$eq':
      return oneOf(path, [value], known)
    case '$in':
      return Array.isArray(value) ? oneOf(path, value, known) : UNKNOWN
    case '$gt':
      return range(path, '>', value, known)
    case '$gte':
      return range(path, '>=', value, known)
    case '$lt':
      return range(path, '<', value, known)
    case '$lte':
      return range(path, '<=', value, known)
    default:
      return UNKNOWN
  }
}

const oneOf = (path: string, operands: unknown[], known: TypeSet): Plan => {
  const values = operands.map(toSql)
  if (values.includes(undefined)) return UNKNOWN
  return {
    constraint: { kind: 'oneOf', column: column(path), values: [...new Set(values as SqlValue[])] },
    exact: operands.every((operand) => operand === null || isOnly(known, typeOf(operand))),
  }
}

const range = (path: string, operator: RangeOperator, operand: unknown, known: TypeSet): Plan => {
  const bound = toSql(operand)
  if (bound === undefined || bound === null) return UNKNOWN
  return {
    constraint: { kind: 'range', column: column(path), operator, bound },
    exact: isOnly(known, typeOf(operand)),
  }
}

/** The operand as SQLite sees such a value in a document; undefined when the two would compare differently. */
const toSql = (operand: unknown): SqlValue | undefined => {
  switch (typeOf(operand)) {
    case NULL:
      return operand === null ? null : undefined
    case STRING:
      return isPlainText(operand as string) ? (operand as string) : undefined
    case NUMBER:
    case BOOLEAN:
    case DATE:
      return Number.isNaN(Number(operand)) ? undefined : Number(operand)
    default:
      return undefined
  }
}
