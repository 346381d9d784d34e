import { runGeoNear } from './geoNear'
import type { GeoNear } from './geoNear'
import { nearnessIn } from './geoQuery'
import { asGroups } from './asGroups'
import { leadingGrouping } from './grouping'
import type { Grouping } from './grouping'
import { foreignFilter, lookupIn, withoutGaps } from './lookups'
import type { Lookup } from './lookups'
import { documentOf } from './match'
import type { Reading } from './reading'
import { refusingMistakes, runStages } from './semantics'
import type { Sort, Stage } from './semantics'
import { toStoredText } from './storedText'
import { StoreError } from './types'
import type { Document, Filter, FindOptions, StoredText } from './types'

/** Runs a pipeline: its beginning as a find, so that indexes serve it, the rest by mingo. */
export const aggregate = (reading: Reading, name: string, pipeline: Stage[]): StoredText[] => {
  pipeline.forEach(refuseUnsupported)
  const stages = pipeline.flatMap(asGroups)
  const near = stages[0]?.$geoNear as GeoNear | undefined
  if (near) {
    const find = (filter: Filter) => decode(reading, name, { filter })
    const nearest = refusingMistakes(() => runGeoNear(near, reading.collection(name), find))
    return runInParts(reading, nearest, stages.slice(1)).map(toStoredText)
  }
  const { options, rest } = leadingFind(stages)
  if (rest.length === 0) return reading.find(name, options)
  const grouping = leadingGrouping(rest)
  const documents = documentsFor(reading, name, options, grouping)
  try {
    if (!grouping) return runInParts(reading, documents, rest).map(toStoredText)
    return runInParts(reading, grouping.group(documents), grouping.after).map(toStoredText)
  } finally {
    // mingo leaves it half read when a stage fails, and an unfinished query keeps the database from closing.
    documents.return()
  }
}

const documentsFor = (
  reading: Reading,
  name: string,
  options: FindOptions,
  grouping: Grouping | undefined,
) => {
  const { filter, sort, skip, limit } = options
  const isOnlyFiltered = sort === undefined && skip === undefined && limit === undefined
  const some = isOnlyFiltered && grouping?.fields && reading.fieldsOfMatches(name, filter, grouping.fields)
  return some || decode(reading, name, options)
}

const refuseUnsupported = (stage: Stage, position: number): void => {
  const lookup = stage.$lookup as Partial<Lookup> | undefined
  const refusal =
    '$out' in stage || '$merge' in stage
      ? `${Object.keys(stage).join()} is not supported`
      : '$geoNear' in stage && position > 0
        ? '$geoNear is only valid as the first stage in a pipeline'
        : lookup?.pipeline && lookup.localField !== undefined
          ? "$lookup with 'pipeline' may not specify 'localField' or 'foreignField'"
          : isFilter(stage.$match) && nearnessIn(stage.$match)
            ? '$geoNear, $near, and $nearSphere are not allowed in this context'
            : undefined
  if (refusal) throw new StoreError('DATABASE_REQUEST_FAILED', refusal)
}

/** `$match`es, then at most one each of `$sort`, `$skip` and `$limit`, in this order, are what a find does. */
const leadingFind = (stages: Stage[]): { options: FindOptions; rest: Stage[] } => {
  const rest = [...stages]
  const take = <Operand>(operator: string, fits: (operand: unknown) => operand is Operand) => {
    const operand = rest[0]?.[operator]
    if (!fits(operand)) return undefined
    rest.shift()
    return operand
  }
  const filters: Filter[] = []
  for (let filter = take('$match', isFilter); filter; filter = take('$match', isFilter)) filters.push(filter)
  const options = {
    filter: filters.length > 0 ? { $and: filters } : {},
    sort: take('$sort', isSort),
    skip: take('$skip', isCount),
    limit: take('$limit', isCount),
  }
  return { options, rest }
}

// What does not fit is left to mingo, which refuses it in its own words.
const isFilter = (operand: unknown): operand is Filter =>
  typeof operand === 'object' && operand?.constructor === Object
const isSort = (operand: unknown): operand is Sort =>
  isFilter(operand) &&
  Object.keys(operand).length > 0 &&
  Object.values(operand).every((direction) => direction === 1 || direction === -1)
const isCount = (operand: unknown): operand is number => Number.isInteger(operand) && Number(operand) >= 0

function* decode(reading: Reading, name: string, options: FindOptions): Generator<Document, void> {
  for (const match of reading.matches(name, options)) yield documentOf(match)
}

/** Stops before each `$lookup` that tells what it may find, to fetch only that. */
const runInParts = (reading: Reading, documents: Iterable<Document>, stages: Stage[]): Document[] => {
  const everything = (collection: string) => [...decode(reading, collection, { filter: {} })]
  const stage = stages.find(lookupIn)
  const lookup = stage && lookupIn(stage)
  if (!lookup) return runStages(documents, stages, everything)
  const position = stages.indexOf(stage)
  const before = runStages(documents, stages.slice(0, position), everything)
  const foreign = [...decode(reading, lookup.from, { filter: foreignFilter(lookup, before) })]
  const joined = withoutGaps(
    runStages(before, [stage], () => foreign),
    lookup,
  )
  return runInParts(reading, joined, stages.slice(position + 1))
}
