import { isPlainObject, parseFields } from './json'
import { RequestFault } from './fault'

/**
 * Reads canonical EJSON, the form in which the SDK sends filters, updates and documents
 * (https://github.com/mongodb/specifications/blob/master/source/extended-json/extended-json.md), together with
 * CloudBase's own `$tcb_server_date`. Numbers become numbers, dates `Date`, regular expressions `RegExp`, object ids their
 * hexadecimal text; every other key that begins with `$` is an operator and stays.
 *
 * @param now the server's time, for `db.serverDate()`: one request sees one time
 * @throws {RequestFault} INVALID_PARAM when the text is no EJSON, too deep, or names a prototype
 */
export function readEjson(text: string, now: Date): unknown {
  const parsed = parseFields(text)
  if (!parsed.ok) throw new RequestFault('INVALID_PARAM', parsed.reason)
  return decode(parsed.value, now)
}

/** The same where only an object makes sense; an empty text stands for none. */
export function readEjsonObject(text: string, now: Date): Record<string, unknown> {
  const value = text === '' ? {} : readEjson(text, now)
  if (!isPlainObject(value)) throw new RequestFault('INVALID_PARAM', 'an object is expected')
  return value
}

function decode(value: unknown, now: Date): unknown {
  if (Array.isArray(value)) return value.map((item) => decode(item, now))
  if (!isPlainObject(value)) return value
  const keys = Object.keys(value)
  const decodeTyped = keys.length === 1 ? typed.get(keys[0] ?? '') : undefined
  if (decodeTyped) return decodeTyped(value[keys[0] ?? ''], now)
  return Object.fromEntries(keys.map((key) => [key, decode(value[key], now)]))
}

type TypedDecoder = (value: unknown, now: Date) => unknown

const typed = new Map<string, TypedDecoder>([
  ['$numberInt', toNumber],
  ['$numberLong', toNumber],
  ['$numberDouble', toNumber],
  ['$numberDecimal', toNumber],
  ['$date', (value, now) => toDate(decode(value, now))],
  ['$oid', String],
  ['$regularExpression', toRegExp],
  ['$tcb_server_date', (value, now) => toServerDate(value, now)],
])

function toNumber(value: unknown): number {
  const number = Number(value)
  if (Number.isNaN(number) && value !== 'NaN') throw new RequestFault('INVALID_PARAM', 'a number is expected')
  return number
}

/** Canonical EJSON wraps milliseconds in `$numberLong`, relaxed EJSON writes ISO text: both are accepted. */
function toDate(value: unknown): Date {
  const date = new Date(typeof value === 'string' ? value : toNumber(value))
  if (Number.isNaN(date.getTime())) throw new RequestFault('INVALID_PARAM', 'a date is expected')
  return date
}

/** `offset` is in milliseconds: `db.serverDate({ offset })`. */
function toServerDate(value: unknown, now: Date): Date {
  const offset = isPlainObject(value) ? decode(value.offset, now) : undefined
  return new Date(now.getTime() + toNumber(offset ?? 0))
}

/** JavaScript's `g`, `y`, `d` and `u` mean nothing to a query, and `g` would make matching depend on the match before. */
function toRegExp(value: unknown): RegExp {
  const { pattern, options = '' } = isPlainObject(value) ? value : {}
  if (typeof pattern !== 'string' || typeof options !== 'string') {
    throw new RequestFault('INVALID_PARAM', 'a regular expression is expected')
  }
  try {
    return new RegExp(pattern, options.replace(/[^ims]/g, ''))
  } catch {
    throw new RequestFault('INVALID_PARAM', 'the regular expression is not valid')
  }
}
