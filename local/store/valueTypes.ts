import type { Document } from './types'

/**
 * A set of BSON type brackets, as bits. For every indexed path the catalogue remembers the brackets that were ever
 * stored there, because SQLite sees booleans and dates as numbers and objects as text.
 */
export type TypeSet = number

export const NOTHING: TypeSet = 0
/** Null or missing: MongoDB's queries do not tell them apart. */
export const NULL: TypeSet = 1
export const NUMBER: TypeSet = 2
export const STRING: TypeSet = 4
export const BOOLEAN: TypeSet = 8
export const DATE: TypeSet = 16
export const OBJECT: TypeSet = 32
/** An array there or on the way there: MongoDB then compares element by element, which SQL does not. */
export const ARRAY: TypeSet = 64
/** What SQLite sees as text although it is none: regular expressions, NaN and the infinities. */
export const OTHER: TypeSet = 128

export const typeOf = (value: unknown): TypeSet => {
  if (value === null || value === undefined) return NULL
  switch (typeof value) {
    case 'string':
      return STRING
    case 'boolean':
      return BOOLEAN
    case 'number':
      return Number.isFinite(value) ? NUMBER : OTHER
    default:
      return objectType(value)
  }
}

const objectType = (value: unknown): TypeSet => {
  if (Array.isArray(value)) return ARRAY
  if (value instanceof Date) return DATE
  return value instanceof RegExp ? OTHER : OBJECT
}

/** The type of what a dotted path leads to in a document. */
export const typeAt = (document: Document, path: string): TypeSet => {
  let value: unknown = document
  for (const key of path.split('.')) {
    if (Array.isArray(value)) return ARRAY
    if (typeOf(value) !== OBJECT || !Object.hasOwn(value as object, key)) return NULL
    value = (value as Record<string, unknown>)[key]
  }
  return typeOf(value)
}

/** Whether values of `set` are all of `type`, apart from nulls. */
export const isOnly = (set: TypeSet, type: TypeSet): boolean => (set & ~(NULL | type)) === 0

/** Whether SQLite takes the text as it is: a NUL would end it, and half a surrogate pair cannot be said in UTF-8. */
export const isPlainText = (text: string): boolean => !/[\0\ud800-\udfff]/u.test(text)

/** Whether SQLite's order of these values is MongoDB's: nulls, numbers, texts; or nulls and one other scalar type. */
export const isOrderedBySqlite = (set: TypeSet): boolean =>
  [NUMBER | STRING, BOOLEAN, DATE].some((types) => isOnly(set, types))
