import { update as applyOperators } from 'mingo/updater'
import { isEqual, setValue } from 'mingo/util'
import { refusingMistakes } from './semantics'
import { StoreError } from './types'
import type { Document, Filter } from './types'
import { checkField, valueAt } from './updateChecks'

export type Update = Record<string, Record<string, unknown>>

/**
 * Changes a document as MongoDB's update operators say.
 * @param filter what the document was found by; in it `list.$` finds the element that it means
 * @throws StoreError in MongoDB's words for a value of the wrong type, where mingo would silently change nothing
 */
export const applyUpdate = (document: Document, update: Update, filter: Filter): void =>
  refusingMistakes(() => {
    for (const [operator, fields] of Object.entries(update)) {
      for (const [path, operand] of Object.entries(fields)) checkField(document, operator, path, operand)
    }
    applyOperators(document, repaired(document, update), [], isPositional(update) ? filter : {})
  })

const isPositional = (update: Update) =>
  Object.values(update).some((fields) => Object.keys(fields).some((path) => path.includes('$')))

/** mingo's `$push` forgets `$sort` and `$slice` where there is no list yet; its `$addToSet` loses repeated elements. */
const repaired = (document: Document, { $addToSet = {}, $push = {}, ...others }: Update): Update => {
  const pushed = { ...$push }
  for (const [path, operand] of Object.entries($addToSet)) {
    if (path in pushed) throw conflict(path)
    pushed[path] = { $each: missingFrom(valueAt(document, path), elementsOf(operand)) }
  }
  for (const path of Object.keys(pushed)) {
    if (valueAt(document, path) === undefined) setValue(document, path, [])
  }
  return Object.keys(pushed).length > 0 ? { ...others, $push: pushed } : others
}

const conflict = (path: string) =>
  new StoreError(
    'DATABASE_REQUEST_FAILED',
    `Updating the path '${path}' would create a conflict at '${path}'`,
  )

const elementsOf = (operand: unknown): unknown[] => {
  const each = (operand as { $each?: unknown } | null)?.$each
  if (each === undefined) return [operand]
  if (Array.isArray(each)) return each
  throw new StoreError('DATABASE_REQUEST_FAILED', 'The argument to $each in $addToSet must be an array')
}

const missingFrom = (list: unknown, elements: unknown[]): unknown[] => {
  const known: unknown[] = Array.isArray(list) ? list.slice() : []
  return elements.filter((element) => {
    const isNew = !known.some((other) => isEqual(other, element))
    if (isNew) known.push(element)
    return isNew
  })
}

/** What an upsert begins with: the fields for which the filter demands one value. */
export const equalitiesOf = (filter: Filter): Document => {
  const document: Document = {}
  for (const [path, value] of equalities(filter)) setValue(document, path, value)
  return document
}

const equalities = (filter: Filter): [path: string, value: unknown][] =>
  Object.entries(filter).flatMap(([key, operand]) => {
    if (key === '$and') return (operand as Filter[]).flatMap(equalities)
    if (key.startsWith('$') || operand instanceof RegExp) return []
    const operators = operand as { $eq?: unknown } | null
    if (Object.keys(operators ?? {}).every((name) => !name.startsWith('$'))) return [[key, operand]]
    return operators && '$eq' in operators ? [[key, operators.$eq]] : []
  })
