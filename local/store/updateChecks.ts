import { StoreError } from './types'
import type { Document } from './types'

/**
 * Refuses, in MongoDB's words, an operator whose target has the wrong type or cannot be created.
 * A path with a positional part (`list.$.name`) is resolved by mingo alone and not looked at here.
 */
export const checkField = (document: Document, operator: string, path: string, operand: unknown): void => {
  if (operator === '$rename' && typeof operand === 'string') checkCreatable(document, operand)
  if (path.includes('$')) return
  if (CREATING.has(operator)) checkCreatable(document, path)
  const value = valueAt(document, path)
  const refusal =
    value === undefined ? undefined : REFUSALS[operator]?.(value, path, JSON.stringify(document._id))
  if (refusal) throw new StoreError('DATABASE_REQUEST_FAILED', refusal)
}

/** What exactly this path leads to; a number among its keys may be an index of a list. */
export const valueAt = (document: Document, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>((value, key) => (isContainerOf(value, key) ? value[key] : undefined), document)

const CREATING = new Set([
  '$set',
  '$inc',
  '$mul',
  '$min',
  '$max',
  '$push',
  '$addToSet',
  '$bit',
  '$currentDate',
])

/** How many nulls MongoDB puts before a new element of a list, at most (its `kMaxPaddingAllowed`). */
const MOST_PADDING = 1_500_000

const checkCreatable = (document: Document, path: string): void => {
  const keys = path.split('.')
  let value: unknown = document
  for (const [index, key] of keys.entries()) {
    if (value === undefined) return
    if (!isContainerOf(value, key)) {
      const element = `{${keys[index - 1]}: ${JSON.stringify(value)}}`
      throw new StoreError('DATABASE_REQUEST_FAILED', `Cannot create field '${key}' in element ${element}`)
    }
    if (Array.isArray(value) && Number(key) > value.length + MOST_PADDING) {
      throw new StoreError('DATABASE_REQUEST_FAILED', `can't backfill more than ${MOST_PADDING} elements`)
    }
    value = value[key]
  }
}

/** Whether a field of that name can be there: plain objects take any, lists take indexes. */
const isContainerOf = (value: unknown, key: string): value is Record<string, unknown> =>
  Array.isArray(value) ? /^\d+$/.test(key) : typeName(value) === 'object'

type Refusal = (value: unknown, path: string, id: string) => string | undefined

const arithmetic =
  (operator: string): Refusal =>
  (value, path, id) =>
    typeof value === 'number'
      ? undefined
      : `Cannot apply ${operator} to a value of non-numeric type. ` +
        `{_id: ${id}} has the field '${path}' of non-numeric type ${typeName(value)}`

const pulling: Refusal = (value) =>
  Array.isArray(value) ? undefined : 'Cannot apply $pull to a non-array value'

const REFUSALS: Record<string, Refusal> = {
  $inc: arithmetic('$inc'),
  $mul: arithmetic('$mul'),
  $push: (value, path, id) =>
    Array.isArray(value)
      ? undefined
      : `The field '${path}' must be an array but is of type ${typeName(value)} in document {_id: ${id}}`,
  $addToSet: (value, path) =>
    Array.isArray(value)
      ? undefined
      : `Cannot apply $addToSet to non-array field. Field named '${path}' has non-array type ${typeName(value)}`,
  $pop: (value, path) =>
    Array.isArray(value)
      ? undefined
      : `Path '${path}' contains an element of non-array type '${typeName(value)}'`,
  $pull: pulling,
  $pullAll: pulling,
  $bit: (value, path, id) =>
    Number.isInteger(value)
      ? undefined
      : `Cannot apply $bit to a value of non-integral type. ` +
        `_id: ${id} has the field ${path} of non-integer type ${typeName(value)}`,
}

/** MongoDB's name for the type of a value. */
const typeName = (value: unknown): string => {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  if (value instanceof Date) return 'date'
  if (value instanceof RegExp) return 'regex'
  if (typeof value === 'number') return Number.isInteger(value) ? 'int' : 'double'
  return typeof value === 'boolean' ? 'bool' : typeof value
}
