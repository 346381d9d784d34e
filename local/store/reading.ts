import type { Catalogue, Collection } from './catalogue'
import type { Connection } from './driver'
import { byDistance, nearnessOf } from './geoNear'
import { documentOf } from './match'
import type { Match } from './match'
import { mergeOrdered } from './merging'
import { planFilter } from './planner'
import { isFitName } from './schema'
import { isServed, select, selectCount, selectFields } from './selection'
import type { Query } from './selection'
import { compileFilter, projectDocument, sortDocuments } from './semantics'
import type { Sort } from './semantics'
import { fromStoredText, toStoredText } from './storedText'
import type { Document, DocumentId, Filter, FindOptions, StoredText } from './types'
import { hasPattern, withinTimeLimit } from './timeLimit'
import { UnindexedQueries } from './unindexed'
import type { Watch } from './unindexed'

export type MatchOptions = Omit<FindOptions, 'projection'>

/** Finds documents: SQL narrows and orders as far as it can, MongoDB's semantics do the rest. */
export class Reading {
  readonly #connection: Connection
  readonly #catalogue: Catalogue
  readonly #unindexed: UnindexedQueries

  constructor(connection: Connection, catalogue: Catalogue, unindexed = new UnindexedQueries()) {
    this.#connection = connection
    this.#catalogue = catalogue
    this.#unindexed = unindexed
  }

  collection(name: string): Collection {
    return this.#catalogue.collection(name)
  }

  find(name: string, { projection, ...options }: FindOptions): StoredText[] {
    return toTexts([...this.matches(name, options)], projection)
  }

  count(name: string, filter: Filter): number {
    const collection = this.collection(name)
    const plan = planFilter(filter, collection.types)
    if (!plan.exact) return Array.from(this.matches(name, { filter }), (match) => match.id).length
    const watch = this.#unindexed.watch(collection, filter, {})
    const query = selectCount(collection, plan)
    const [row] = this.#looksInVain(query, watch)
      ? this.#watched<{ total: number }>(query, watch)
      : this.#connection.rows<{ total: number }>(query.sql, query.parameters)
    const total = row?.total ?? 0
    watch?.end(total)
    return total
  }

  /** The documents that match, one at a time and in order. Read to the end before writing to the collection. */
  *matches(
    name: string,
    { filter, sort = {}, skip = 0, limit = Infinity }: MatchOptions,
  ): Generator<Match, void, undefined> {
    const collection = this.collection(name)
    const near = nearnessOf(collection, filter)
    const plan = planFilter(filter, collection.types)
    const watch = this.#unindexed.watch(collection, filter, sort)
    const { queries, ordered } = select(this.#connection, collection, plan, sort, skip + limit)
    const streams = queries.map((query) => this.#rows<Match>(query, watch))
    const [only, ...others] = streams
    const rows = only && others.length === 0 ? only : mergeOrdered(streams, Object.values(sort))
    const accepted = plan.exact ? rows : accept(rows, filter)
    const isSorted = Object.keys(sort).length > 0
    const nearest = near && !isSorted ? byDistance(accepted, near, documentOf) : accepted
    const given = yield* page(ordered ? nearest : sorted(accepted, sort), skip, limit)
    watch?.end(given)
  }

  /**
   * The documents that match with these fields only, null where one is missing: for 100,000 documents half the work.
   * Undefined when SQL alone cannot choose them.
   */
  fieldsOfMatches(name: string, filter: Filter, fields: string[]): Generator<Document, void> | undefined {
    const collection = this.collection(name)
    const plan = planFilter(filter, collection.types)
    if (!plan.exact || fields.some((field) => !isFitName(field))) return undefined
    const watch = this.#unindexed.watch(collection, filter, {})
    return this.#fieldsOf(selectFields(collection, plan, fields), fields, watch)
  }

  *#fieldsOf(query: Query, fields: string[], watch: Watch | undefined): Generator<Document, void, undefined> {
    let given = 0
    for (const { doc } of this.#rows<{ doc: StoredText }>(query, watch)) {
      given += 1
      const [_id, ...values] = fromStoredText(doc) as unknown as [DocumentId, ...unknown[]]
      const document: Document = { _id }
      for (const [index, field] of fields.entries()) document[field] = values[index]
      yield document
    }
    watch?.end(given)
  }

  #rows<Row extends object>(query: Query, watch: Watch | undefined): Generator<Row, void, undefined> {
    return this.#looksInVain(query, watch)
      ? this.#watched<Row>(query, watch)
      : counted(this.#connection.rows<Row>(query.sql, query.parameters), this.#visitOf(watch))
  }

  /** SQLite itself is watched only where it may look at more rows than it gives, because that costs time. */
  #looksInVain(query: Query, watch: Watch | undefined): boolean {
    return watch !== undefined && !isServed(this.#connection, query)
  }

  #watched<Row extends object>({ watched, parameters }: Query, watch: Watch | undefined) {
    return this.#connection.rows<Row>(watched, parameters, this.#visitOf(watch))
  }

  #visitOf(watch: Watch | undefined): () => void {
    return () => {
      this.#unindexed.documentsRead += 1
      watch?.visit()
    }
  }
}

function* counted<Row>(rows: Iterable<Row>, visit: () => void): Generator<Row, void, undefined> {
  for (const row of rows) {
    visit()
    yield row
  }
}

export const toTexts = (matches: Match[], projection: FindOptions['projection'] = {}): StoredText[] =>
  Object.keys(projection).length === 0
    ? matches.map((match) => match.doc)
    : matches.map((match) => toStoredText(projectDocument(documentOf(match), projection)))

function* accept(matches: Iterable<Match>, filter: Filter): Generator<Match, void, undefined> {
  const test = compileFilter(filter)
  const isFit = (match: Match) => test(documentOf(match))
  if (hasPattern(filter)) {
    for (const some of inParts(matches)) yield* withinTimeLimit(() => some.filter(isFit))
  } else {
    for (const match of matches) if (isFit(match)) yield match
  }
}

/** A time limit costs a fifth of a millisecond: too much for each document. */
const PART = 50

function* inParts(matches: Iterable<Match>): Generator<Match[], void, undefined> {
  let part: Match[] = []
  for (const match of matches) {
    if (part.push(match) < PART) continue
    yield part
    part = []
  }
  if (part.length > 0) yield part
}

export const sorted = (matches: Iterable<Match>, sort: Sort): Match[] => {
  const byDocument = new Map(Array.from(matches, (match) => [documentOf(match), match]))
  return sortDocuments([...byDocument.keys()], sort).flatMap((document) => byDocument.get(document) ?? [])
}

/** Returns how many matches were needed for the page. */
function* page(matches: Iterable<Match>, skip: number, limit: number): Generator<Match, number, undefined> {
  let position = 0
  if (limit === 0) return position
  for (const match of matches) {
    position += 1
    if (position > skip) yield match
    if (position === skip + limit) return position
  }
  return position
}
