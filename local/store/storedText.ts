import { StoreError } from './types'
import type { Document, StoredText } from './types'

/** In bytes: MongoDB's limit (https://www.mongodb.com/docs/manual/reference/limits/), here of the text. */
const LARGEST = 16 * 1024 * 1024

/** MongoDB's limit (same source). SQLite reads no JSON that is deeper than 1000, and then none of a whole collection. */
const DEEPEST = 100

/**
 * Writes a document as the store keeps it: JSON in which a date is `{"$date": <ms>}` and a number that JSON does not
 * know is `{"$numberDouble": "NaN"}`. Both are relaxed EJSON, so the SDK can parse the text as it is.
 * @throws StoreError for what MongoDB would not store: field names that begin with `$`, invalid dates, functions, 16 MB,
 * more than 100 levels.
 */
export const toStoredText = (document: Document): StoredText => {
  const text = JSON.stringify(toJson(document, '', 0))
  // A character is at most three bytes long: a short text need not be measured.
  const size = text.length > LARGEST / 3 ? Buffer.byteLength(text) : 0
  if (size <= LARGEST) return text
  const refusal = `object to insert too large. size in bytes: ${size}, max size: ${LARGEST}`
  throw new StoreError('DATABASE_REQUEST_FAILED', refusal)
}

/** Reads a stored document back, with its dates as `Date`. */
export const fromStoredText = (text: StoredText): Document => {
  const document = JSON.parse(text) as Document
  return text.includes('"$') ? (revive(document) as Document) : document
}

const toJson = (value: unknown, path: string, depth: number): unknown => {
  switch (typeof value) {
    case 'string':
    case 'boolean':
    case 'undefined':
      return value
    case 'number':
      return Number.isFinite(value) ? value : { $numberDouble: String(value) }
    case 'object':
      return value === null ? null : objectToJson(value, path, depth)
    default:
      throw new StoreError('INVALID_PARAM', `a ${typeof value} cannot be stored, at '${path}'`)
  }
}

const objectToJson = (value: object, path: string, depth: number): unknown => {
  if (value instanceof Date) return dateToJson(value, path)
  if (depth > DEEPEST) {
    const refusal = `cannot insert document because it exceeds ${DEEPEST} levels of nesting`
    throw new StoreError('DATABASE_REQUEST_FAILED', refusal)
  }
  if (Array.isArray(value)) return value.map((item, index) => toJson(item, `${path}.${index}`, depth + 1))
  if (value instanceof RegExp) return { $regularExpression: { pattern: value.source, options: value.flags } }
  const json: Record<string, unknown> = {}
  for (const [key, item] of Object.entries(value)) {
    const at = path === '' ? key : `${path}.${key}`
    if (key.startsWith('$')) throw new StoreError('DATABASE_REQUEST_FAILED', dollarPrefix(key, at))
    json[key] = toJson(item, at, depth + 1)
  }
  return json
}

const dollarPrefix = (key: string, path: string) =>
  `The dollar ($) prefixed field '${key}' in '${path}' is not valid for storage.`

const dateToJson = (date: Date, path: string) => {
  if (Number.isNaN(date.getTime())) throw new StoreError('INVALID_PARAM', `an invalid date, at '${path}'`)
  return { $date: date.getTime() }
}

/** Puts dates and odd numbers in their places. It runs over every document that SQL alone cannot judge. */
const revive = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null) return value
  if (!Array.isArray(value)) {
    const meant = meaningOf(value)
    if (meant !== undefined) return meant
  }
  const items = value as Record<string, unknown>
  for (const key in items) {
    const item = items[key]
    if (typeof item === 'object' && item !== null) items[key] = revive(item)
  }
  return items
}

/** What an object stands for that JSON cannot say; such an object's first and only field begins with `$`. */
const meaningOf = (fields: Extended): unknown => {
  if (fields.$date !== undefined) return new Date(fields.$date)
  if (fields.$numberDouble !== undefined) return Number(fields.$numberDouble)
  const expression = fields.$regularExpression
  return expression && new RegExp(expression.pattern, expression.options)
}

interface Extended {
  $date?: number
  $numberDouble?: string
  $regularExpression?: { pattern: string; options: string }
}
