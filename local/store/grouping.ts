import { compare, HashMap, isNumber, resolve } from 'mingo/util'
import { refusingMistakes, streamStages } from './semantics'
import type { Stage } from './semantics'
import type { Document } from './types'

/**
 * `$group` of a stream: each document is added to its group and forgotten, where mingo would first collect them all.
 * mingo computes the expressions, and runs the groups by any accumulator that is not known here.
 */
export interface Grouping {
  group: (documents: Iterable<Document>) => Document[]
  /** The only fields that it looks at, where it does not matter whether they are null or missing. */
  fields?: string[]
  /** The stages that remain for the groups. */
  after: Stage[]
}

/** The first grouping of a pipeline, when a stream of documents can reach it. */
export const leadingGrouping = (stages: Stage[]): Grouping | undefined => {
  const position = stages.findIndex((stage) => !ONE_BY_ONE.has(Object.keys(stage).join()))
  const [stage, ...after] = stages.slice(position)
  if (!isObject(stage?.$group)) return undefined
  const { _id: key, ...accumulators } = stage.$group
  const operations = Object.entries(accumulators).flatMap(operationOf)
  if (key === undefined || operations.length < Object.keys(accumulators).length) return undefined
  const expressions = { key, values: operations.map(({ expression }) => expression) }
  const before = stages.slice(0, position)
  const all = [...(isFields(key) ? Object.values(key) : [key]), ...expressions.values]
  return before.length === 0 && (isSimple(key) || isFields(key)) && expressions.values.every(isSimple)
    ? {
        group: collect(operations, (documents) => readFields(documents, expressions)),
        fields: operations.some(({ skipsMissing }) => skipsMissing) ? undefined : fieldsOf(all),
        after,
      }
    : { group: collect(operations, (documents) => compute(documents, before, expressions)), after }
}

/** What needs no computing: a field, or a value that is always the same. */
const isSimple = (expression: unknown): boolean =>
  expression === null || typeof expression === 'number' || isField(expression)

const isField = (expression: unknown): expression is string =>
  typeof expression === 'string' && /^\$[^$]/.test(expression)

/** Fields within objects, of each its own name: within an object what is missing stays so, whichever way it is read. */
const isFields = (expression: unknown): expression is Record<string, string> =>
  isObject(expression) &&
  Object.entries(expression).every(
    ([name, field]) => !name.startsWith('$') && isField(field) && field.includes('.'),
  )

const fieldsOf = (expressions: unknown[]): string[] => [
  ...new Set(expressions.filter(isField).map((path) => path.slice(1).split('.', 1).join())),
]

/** Stages that need no other documents to do with one what they do. */
const ONE_BY_ONE = new Set(['$match', '$project', '$addFields', '$set', '$unset', '$unwind', '$replaceRoot'])

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value?.constructor === Object

/** The expression that tells the group of a document, and one for each accumulator; or what they are for a document. */
interface Computed {
  key?: unknown
  values: unknown[]
}

const compute = (
  documents: Iterable<Document>,
  before: Stage[],
  { key, values }: Computed,
): Iterable<Computed> =>
  // An object with a field for each number: of a list mingo would make null what is missing.
  streamStages(documents, [...before, { $replaceWith: { key, values: Object.assign({}, values) } }])

/** The same where there are only fields and constants, which mingo would take four times as long for. */
function* readFields(documents: Iterable<Document>, { key, values }: Computed): Generator<Computed> {
  const readKey = reader(key)
  const readValues = values.map(reader)
  for (const document of documents) {
    yield { key: readKey(document), values: readValues.map((read) => read(document)) }
  }
}

const reader = (expression: unknown): ((document: Document) => unknown) => {
  if (isFields(expression)) {
    const readers = Object.entries(expression).map(([name, field]) => [name, reader(field)] as const)
    return (document) => {
      const values = readers.map(([name, read]) => [name, read(document)] as const)
      return Object.fromEntries(values.filter(([, value]) => value !== undefined))
    }
  }
  if (!isField(expression)) return () => expression
  const path = expression.slice(1)
  return path.includes('.') ? (document) => resolve(document, path) : (document) => document[path]
}

const collect =
  (
    operations: Operation[],
    compute: (documents: Iterable<Document>) => Iterable<Computed>,
  ): Grouping['group'] =>
  (documents) =>
    refusingMistakes(() => {
      const groups = HashMap.init<unknown, Accumulator[]>()
      for (const { key = null, values } of compute(documents)) {
        let group = groups.get(key)
        if (!group) groups.set(key, (group = operations.map(({ begin }) => begin())))
        for (const [index, accumulator] of group.entries()) accumulator.add(values[index])
      }
      return Array.from(groups, ([_id, group]) => {
        const results = group.map((accumulator, index) => [operations[index]?.name, accumulator.result()])
        return { _id, ...Object.fromEntries(results) } as Document
      })
    })

interface Accumulator {
  /** Missing is undefined. */
  add: (value: unknown) => void
  result: () => unknown
}

interface Operation {
  name: string
  begin: () => Accumulator
  expression: unknown
  /** To the others, what is missing is null. */
  skipsMissing: boolean
}

const SKIPPING = new Set(['$push', '$addToSet'])

/** None where the accumulator is not known. */
const operationOf = ([name, operation]: [string, unknown]): Operation[] => {
  if (!isObject(operation)) return []
  const [[operator, expression] = ['', null], ...others] = Object.entries(operation)
  const begin = ACCUMULATORS[operator]
  return begin && others.length === 0
    ? [{ name, begin, expression, skipsMissing: SKIPPING.has(operator) }]
    : []
}

const best = (isBetter: (order: number) => boolean) => (): Accumulator => {
  let found: unknown = null
  return {
    add(value) {
      if (value !== null && value !== undefined && (found === null || isBetter(compare(value, found))))
        found = value
    },
    result: () => found,
  }
}

const ACCUMULATORS: Partial<Record<string, () => Accumulator>> = {
  $sum() {
    let sum = 0
    return {
      add(value) {
        if (isNumber(value)) sum += value
      },
      result: () => sum,
    }
  },
  $avg() {
    let [sum, count] = [0, 0]
    return {
      add(value) {
        if (isNumber(value)) [sum, count] = [sum + value, count + 1]
      },
      result: () => (count > 0 ? sum / count : null),
    }
  },
  $count() {
    let count = 0
    return { add: () => (count += 1), result: () => count }
  },
  $min: best((order) => order < 0),
  $max: best((order) => order >= 0),
  $first() {
    let first: { value: unknown } | undefined
    return { add: (value) => (first ??= { value }), result: () => first?.value ?? null }
  },
  $last() {
    let last: unknown
    return { add: (value) => (last = value), result: () => last ?? null }
  },
  $push() {
    const values: unknown[] = []
    return {
      add(value) {
        if (value !== undefined) values.push(value)
      },
      result: () => values,
    }
  },
  $addToSet() {
    const values = HashMap.init<unknown, true>()
    return {
      add(value) {
        if (value !== undefined) values.set(value, true)
      },
      result: () => [...values.keys()],
    }
  },
}
