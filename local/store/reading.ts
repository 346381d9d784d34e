import type { Catalogue } from './catalogue'
import type { Connection } from './driver'
import { documentOf } from './match'
import type { Match } from './match'
import { mergeOrdered } from './merging'
import { planFilter } from './planner'
import { select, selectCount } from './selection'
import { compileFilter, projectDocument, sortDocuments } from './semantics'
import type { Sort } from './semantics'
import { toStoredText } from './storedText'
import type { Document, Filter, FindOptions, StoredText } from './types'

type MatchOptions = Omit<FindOptions, 'projection'>

/** Finds documents: SQL narrows and orders as far as it can, MongoDB's semantics do the rest. */
export class Reading {
  readonly #connection: Connection
  readonly #catalogue: Catalogue

  constructor(connection: Connection, catalogue: Catalogue) {
    this.#connection = connection
    this.#catalogue = catalogue
  }

  find(name: string, { projection, ...options }: FindOptions): StoredText[] {
    const matches = [...this.matches(name, options)]
    if (!projection || Object.keys(projection).length === 0) return matches.map((match) => match.doc)
    return matches.map((match) => toStoredText(projectDocument(documentOf(match), projection)))
  }

  count(name: string, filter: Filter): number {
    const collection = this.#catalogue.collection(name)
    const plan = planFilter(filter, collection.types)
    if (!plan.exact) return Array.from(this.matches(name, { filter }), (match) => match.id).length
    const { sql, parameters } = selectCount(collection, plan)
    return Number(this.#connection.get(sql, parameters)?.total)
  }

  /** The documents that match, one at a time and in order. Read to the end before writing to the collection. */
  *matches(
    name: string,
    { filter, sort, skip = 0, limit = Infinity }: MatchOptions,
  ): Generator<Match, void, undefined> {
    const collection = this.#catalogue.collection(name)
    const plan = planFilter(filter, collection.types)
    const { queries, ordered } = select(this.#connection, collection, plan, sort, skip + limit)
    const streams = queries.map(({ sql, parameters }) => this.#connection.rows<Match>(sql, parameters))
    const [only, ...others] = streams
    const rows = only && others.length === 0 ? only : mergeOrdered(streams, Object.values(sort ?? {}))
    const accepted = plan.exact ? rows : accept(rows, compileFilter(filter))
    yield* page(ordered ? accepted : sorted(accepted, sort ?? {}), skip, limit)
  }
}

function* accept(matches: Iterable<Match>, test: (document: Document) => boolean) {
  for (const match of matches) if (test(documentOf(match))) yield match
}

const sorted = (matches: Iterable<Match>, sort: Sort): Match[] => {
  const byDocument = new Map(Array.from(matches, (match) => [documentOf(match), match]))
  return sortDocuments([...byDocument.keys()], sort).flatMap((document) => byDocument.get(document) ?? [])
}

function* page(matches: Iterable<Match>, skip: number, limit: number) {
  let position = 0
  if (limit === 0) return
  for (const match of matches) {
    position += 1
    if (position > skip) yield match
    if (position === skip + limit) return
  }
}
