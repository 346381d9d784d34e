import type { Collection } from './catalogue'
import type { Sort } from './semantics'
import type { Filter } from './types'
import { ARRAY, NOTHING } from './valueTypes'

/** A query that read many documents to give few, because no declared index led to them. */
export interface UnindexedQuery {
  collection: string
  /** The paths of its filter and its order, those first with which an index should begin. Never values. */
  fields: string[]
  /** How many documents SQLite looked at, and how many of them were wanted. */
  read: number
  given: number
}

/** What it throws is what the query throws; as long as it throws, it is told of the same query again. */
export type OnUnindexed = (query: UnindexedQuery) => void

/** So many documents may be read in vain: production answers as fast without an index in a small collection. */
const TOLERATED = 1000

/** Counts what one query reads. */
export interface Watch {
  visit: () => void
  /** @param given how many documents were wanted, those that were skipped among them */
  end: (given: number) => void
}

/** Counts what queries read; finds those that need an index, and reports each once for a collection and its fields. */
export class UnindexedQueries {
  readonly #report: OnUnindexed | undefined
  readonly #reported = new Set<string>()
  /** How many documents have been read by all queries so far; whoever reads one adds it. */
  documentsRead = 0

  constructor(report?: OnUnindexed) {
    this.#report = report
  }

  /** Undefined when there is nobody to tell, or when production's index helps where ours cannot. */
  watch(collection: Collection, filter: Filter, sort: Sort): Watch | undefined {
    const fields = fieldsOf(filter, sort)
    const query = [collection.name, ...[...fields].sort()].join('\0')
    const report = this.#report
    if (!report || isServedByProduction(collection, fields)) return undefined
    let read = 0
    return {
      visit: () => (read += 1),
      end: (given) => {
        if (read - given <= TOLERATED || this.#reported.has(query)) return
        report({ collection: collection.name, fields, read, given })
        this.#reported.add(query)
      },
    }
  }
}

/** An index of lists or of geometry, which SQLite does not have. */
const isServedByProduction = ({ indexes, types }: Collection, fields: string[]): boolean =>
  indexes.some(({ keys }) => {
    const isOurs = ([path, direction]: (typeof keys)[number]) =>
      direction !== '2dsphere' && !((types.get(path) ?? NOTHING) & ARRAY)
    const helping = keys.findIndex((key) => !isOurs(key))
    return helping >= 0 && keys.slice(0, helping + 1).every(([path]) => fields.includes(path))
  })

/** What must be equal, then the order, then the rest: so an index serves best. */
const fieldsOf = (filter: Filter, sort: Sort): string[] => {
  const conditions = conditionsOf(filter)
  const equal = conditions.filter(([, operand]) => isEquality(operand))
  const paths = [...equal.map(([path]) => path), ...Object.keys(sort), ...conditions.map(([path]) => path)]
  return [...new Set(paths)]
}

const conditionsOf = (filter: Filter): [path: string, operand: unknown][] =>
  Object.entries(filter).flatMap(([key, operand]) =>
    key.startsWith('$') && Array.isArray(operand)
      ? (operand as Filter[]).flatMap(conditionsOf)
      : [[key, operand]],
  )

const isEquality = (operand: unknown): boolean => {
  if (typeof operand !== 'object' || operand === null) return true
  const [operator = ''] = Object.keys(operand)
  return (
    !(operand instanceof RegExp) && (!operator.startsWith('$') || operator === '$eq' || operator === '$in')
  )
}
