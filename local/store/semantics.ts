import { Aggregator, Context, find, Query } from 'mingo'
import type { QueryOperator } from 'mingo/types'
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

export const projectDocument = (document: Document, projection: Record<string, unknown>): Document =>
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
