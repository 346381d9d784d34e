import { StoreError } from '../store'
import type { UnindexedQuery } from '../store/unindexed'

/** What is said of a query that needs an index: where, by which fields, how much it cost; never a value. */
export const describeUnindexed = ({ collection, fields, read, given }: UnindexedQuery): string =>
  `${collection}: a query on ${fields.join(', ')} read ${inEnglish(read)} documents to find ${inEnglish(given)}; ` +
  'declare an index that begins with these fields in the database declaration'

/** @throws StoreError always: the function that asks is answered with an error */
export const refuseUnindexed = (query: UnindexedQuery): never => {
  throw new StoreError('DATABASE_REQUEST_FAILED', describeUnindexed(query))
}

const inEnglish = (count: number) => count.toLocaleString('en-US')
