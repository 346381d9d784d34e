import { Aggregator, Context, find, Query } from 'mingo'
import type { QueryOperator } from 'mingo/types'
import { resolve } from 'mingo/util'
import { geoOperators } from './geoQuery'
import { StoreError } from './types'
import type { Document, Filter } from './types'

/**
 * MongoDB's meaning of filters, orders, projections and pipelines, by mingo. It reports what it cannot understand by
 * throwing, and not always an error of its own; all of it is the caller's mistake and becomes a StoreError.
 */

export type Sort = Record<string, 1 | -1>
export type Stage = Record<string, unknown>

/** Documents of another collection, for `$lookup` and the like. */
export type ForeignDocuments = (collection: string) => Document[]

export const refusingMistakes = <Result>(work: () => Result): Result => {
  try {
    return work()
  } catch (error) {
    if (error instanceof StoreError) throw error
    throw new StoreError('DATABASE_REQUEST_FAILED', (error as Error).message)
  }
}

// mingo's type for an operator is what its own ones have in common, which no other fits.
const GEO = Context.init({ query: geoOperators as unknown as Record<string, QueryOperator> })

/** A filter comes from outside: it may not bring code (`$where`, `$function`) along. */
const OPTIONS = { scriptEnabled: false, context: GEO }

export const compileFilter = (filter: Filter): ((document: Document) => boolean) => {
  const query = refusingMistakes(() => new Query<Document>(filter, OPTIONS))
  return (document) => refusingMistakes(() => query.test(document))
}

/** The same documents, in order. The sort is stable. */
export const sortDocuments = (documents: Document[], sort: Sort): Document[] =>
  runStages(documents, [{ $sort: sort }], noForeignDocuments)

type Projection = Record<string, unknown>

const sliceIn = (rule: unknown): unknown => (rule as { $slice?: unknown } | null)?.$slice

/**
 * A `$slice` includes nothing: alone, or beside fields that are left out, all others stay
 * (https://www.mongodb.com/docs/manual/reference/projection/slice/). mingo takes it for an inclusion.
 */
export const projectDocument = (document: Document, projection: Projection): Document => {
  const rules = Object.entries(projection)
  const slices = rules.filter(([, rule]) => sliceIn(rule) !== undefined)
  const others = rules.filter(([, rule]) => sliceIn(rule) === undefined)
  const isInclusion = others.some(([path, rule]) => path !== '_id' && rule !== 0 && rule !== false)
  if (slices.length === 0 || isInclusion) return project(document, projection)
  const kept = others.length === 0 ? document : project(document, Object.fromEntries(others))
  const lists = slices.filter(([path]) => Array.isArray(resolve(kept, path)))
  if (lists.length === 0) return kept
  const sliced = lists.map(([path, rule]) => [path, { $slice: [`$${path}`, sliceIn(rule)].flat() }])
  return runStages([kept], [{ $addFields: Object.fromEntries(sliced) as Stage }], noForeignDocuments)[0] ?? {}
}

const project = (document: Document, projection: Projection): Document =>
  refusingMistakes(() => find<Document>([document], {}, projection, OPTIONS).all()[0] ?? {})

export const runStages = (
  documents: Iterable<Document>,
  stages: Stage[],
  foreignDocuments: ForeignDocuments,
): Document[] =>
  refusingMistakes(() => {
    const pipeline = new Aggregator(stages, { ...OPTIONS, collectionResolver: foreignDocuments })
    return pipeline.run<Document>(documents)
  })

/** The same one document at a time, for stages that need no others; its iteration throws as mingo does. */
export const streamStages = <Result>(documents: Iterable<Document>, stages: Stage[]): Iterable<Result> => {
  const answers = new Aggregator(stages, OPTIONS).stream(documents)
  return { [Symbol.iterator]: () => ({ next: () => answers.next() as IteratorResult<Result> }) }
}

const noForeignDocuments: ForeignDocuments = () => []
