import { resolve } from 'mingo/util'
import { refusingMistakes, runStages } from './semantics'
import type { Stage } from './semantics'
import type { Document, Filter } from './types'

/** A `$lookup` of which is known, before it runs, what it may find. */
export interface Lookup {
  from: string
  as: string
  localField?: string
  foreignField?: string
  let?: Record<string, unknown>
  pipeline?: Stage[]
}

export const lookupIn = (stage: Stage): Lookup | undefined => {
  if (!isObject(stage.$lookup)) return undefined
  const lookup = stage.$lookup as Partial<Lookup>
  if (typeof lookup.from !== 'string') return undefined
  const isByField = typeof lookup.localField === 'string' && typeof lookup.foreignField === 'string'
  return isByField || isByPipeline(lookup) ? (lookup as Lookup) : undefined
}

/** Accepts all documents of the other collection that the lookup joins to these ones, and maybe more. */
export const foreignFilter = (lookup: Lookup, documents: Document[]): Filter => {
  const { localField, foreignField, pipeline } = lookup
  if (localField !== undefined && foreignField !== undefined) {
    return { [foreignField]: { $in: [...new Set(documents.flatMap((one) => valuesAt(one, localField)))] } }
  }
  const parts = conjunctsOf(pipeline?.[0]?.$match as Filter)
  const plain = parts.filter((part) => !JSON.stringify(part).includes('"$expr"'))
  const computed = parts.flatMap((part) => equalitiesOf(part.$expr))
  return { $and: [...plain, ...computed.flatMap((equality) => wantedBy(equality, lookup, documents))] }
}

/** mingo joins `undefined` for an element of a list that refers to nothing. */
export const withoutGaps = (joined: Document[], { as }: Lookup): Document[] =>
  joined.map((document) => {
    const found = document[as]
    return Array.isArray(found) ? { ...document, [as]: found.filter((one) => one !== undefined) } : document
  })

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value?.constructor === Object

/** Stages that read collections themselves, maybe the same one, and then all of it. */
const READING = ['$lookup', '$graphLookup', '$unionWith', '$facet']

const isByPipeline = ({ localField, pipeline }: Partial<Lookup>): boolean =>
  localField === undefined &&
  Array.isArray(pipeline) &&
  isObject(pipeline[0]?.$match) &&
  !pipeline.some((stage) => READING.some((name) => name in stage))

/** A list refers to each of its elements; what is missing refers to what is missing there. */
const valuesAt = (document: Document, path: string): unknown[] => {
  const value: unknown = refusingMistakes(() => resolve(document, path)) ?? null
  return Array.isArray(value) ? value : [value]
}

const conjunctsOf = (filter: Filter): Filter[] =>
  Object.entries(filter).flatMap(([key, operand]) =>
    key === '$and' && Array.isArray(operand) && operand.every(isObject)
      ? operand.flatMap(conjunctsOf)
      : [{ [key]: operand }],
  )

/** A field of the other collection that must equal a variable of the lookup's `let`. */
type Equality = [path: string, variable: string]

const equalitiesOf = (expression: unknown): Equality[] => {
  if (!isObject(expression)) return []
  if (Array.isArray(expression.$and)) return expression.$and.flatMap(equalitiesOf)
  const sides = Array.isArray(expression.$eq) ? expression.$eq.map(String) : []
  const field = sides.find((side) => /^\$[^$]/.test(side))
  const variable = sides.find((side) => /^\$\$\w+$/.test(side))
  return field && variable ? [[field.slice(1), variable.slice(2)]] : []
}

/** None where a filter would mean something else than the expression does. */
const wantedBy = ([path, variable]: Equality, lookup: Lookup, documents: Document[]): Filter[] => {
  if (!Object.hasOwn(lookup.let ?? {}, variable)) return []
  const computed = runStages(documents, [{ $replaceWith: { value: lookup.let?.[variable] } }], () => [])
  const values = [...new Set(computed.map(({ value = null }) => value))]
  return values.some((value) => typeof value === 'object' && value !== null && !(value instanceof Date))
    ? []
    : [{ [path]: { $in: values } }]
}
