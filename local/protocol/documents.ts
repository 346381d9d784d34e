import * as v from 'valibot'
import { action, type Answer } from './action'
import { readEjson, readEjsonObject } from './ejson'
import { RequestFault } from './fault'
import { isPlainObject } from './json'
import type { Document, DocumentId, Documents } from '../store/types'

/** What the SDK asks for when nothing is said, and the most one answer holds (read in @cloudbase/database, query.ts). */
const usualLimit = 100
const greatestLimit = 1000

const collectionName = v.pipe(v.string(), v.nonEmpty())
const ejson = v.string()
const wholeNumber = v.pipe(v.number(), v.integer(), v.minValue(0))
/** A request without `where()` leaves the filter out or empty: it means every document, as in production. */
const target = {
  collectionName,
  queryType: v.picklist(['WHERE', 'DOC']),
  query: v.optional(ejson, ''),
}
/** Absent outside of transactions. Counting, aggregating and whatever says `where().update` never carry one. */
const transactionId = v.optional(v.string())

export const addCollection = action(v.object({ collectionName }), (fields, { store }) => {
  store.createCollection(fields.collectionName)
  return {}
})

export const insertDocument = action(
  v.object({ collectionName, data: v.pipe(v.array(ejson), v.minLength(1)), transactionId }),
  (fields, context) => {
    const added = fields.data.map((text) => readEjsonObject(text, context.now))
    return context.transactions.run(fields.transactionId, context, (documents) => ({
      data: { insertedIds: documents.insert(fields.collectionName, added) },
    }))
  },
)

export const getDocument = action(
  v.object({
    ...target,
    order: v.optional(ejson),
    offset: v.optional(wholeNumber, 0),
    limit: v.optional(v.pipe(wholeNumber, v.minValue(1)), usualLimit),
    projection: v.optional(ejson),
    transactionId,
  }),
  (fields, context) => {
    const { now } = context
    const options = {
      filter: readEjsonObject(fields.query, now),
      sort: fields.order === undefined ? undefined : readOrder(fields.order, now),
      skip: fields.offset,
      limit: fields.queryType === 'DOC' ? 1 : Math.min(fields.limit, greatestLimit),
      projection: fields.projection === undefined ? undefined : readEjsonObject(fields.projection, now),
    }
    return context.transactions.run(fields.transactionId, context, (documents) => ({
      data: { list: documents.find(fields.collectionName, options) },
    }))
  },
)

export const calculateDocument = action(v.object(target), (fields, { store, now }) => ({
  data: { total: store.count(fields.collectionName, readEjsonObject(fields.query, now)) },
}))

export const modifyDocument = action(
  v.object({
    ...target,
    data: ejson,
    multi: v.optional(v.boolean(), false),
    merge: v.optional(v.boolean(), true),
    upsert: v.optional(v.boolean(), false),
    transactionId,
  }),
  (fields, context) => {
    const filter = readEjsonObject(fields.query, context.now)
    const data = readEjsonObject(fields.data, context.now)
    const change = fields.merge
      ? (documents: Documents) => documents.update(fields.collectionName, filter, asOperators(data), fields)
      : (documents: Documents) => documents.replace(fields.collectionName, idOf(filter), data)
    return context.transactions.run(fields.transactionId, context, (documents) => {
      const { updated, upserted } = change(documents)
      return { data: upserted === undefined ? { updated } : { updated, upsert_id: upserted } }
    })
  },
)

/** Changes one document and answers how it looks afterwards; `doc` is absent when none matched. */
export const modifyAndReturnDoc = action(
  v.object({ ...target, data: ejson, transactionId }),
  (fields, context) => {
    const filter = readEjsonObject(fields.query, context.now)
    const update = asOperators(readEjsonObject(fields.data, context.now))
    return context.transactions.run(fields.transactionId, context, (documents): Answer => {
      const [found] = documents.find(fields.collectionName, { filter, limit: 1, projection: { _id: 1 } })
      if (found === undefined) return { data: { updated: 0 } }
      const { _id } = JSON.parse(found) as { _id: DocumentId }
      const { updated } = documents.update(fields.collectionName, { _id }, update, { multi: false })
      const [doc] = documents.find(fields.collectionName, { filter: { _id }, limit: 1 })
      return { data: { updated, doc } }
    })
  },
)

export const removeDocument = action(
  v.object({ ...target, multi: v.optional(v.boolean(), false), transactionId }),
  (fields, context) => {
    const filter = readEjsonObject(fields.query, context.now)
    return context.transactions.run(fields.transactionId, context, (documents) => ({
      data: { deleted: documents.remove(fields.collectionName, filter, fields) },
    }))
  },
)

/**
 * An aggregation that names no limit answers so many documents.
 * Source: https://developers.weixin.qq.com/community/develop/article/doc/000624c67c8b48611dba2b12058c13
 */
const AGGREGATED_BY_DEFAULT = 20

const stage = v.object({ stageKey: v.pipe(v.string(), v.startsWith('$')), stageValue: ejson })

export const aggregateDocuments = action(
  v.object({ collectionName, stages: v.array(stage) }),
  (fields, { store, now }) => {
    const stages = fields.stages.map(({ stageKey, stageValue }) => ({
      [stageKey]: readEjson(stageValue, now),
    }))
    const isLimited = stages.some((one) => '$limit' in one)
    const list = store.aggregate(fields.collectionName, stages)
    return { data: { list: isLimited ? list : list.slice(0, AGGREGATED_BY_DEFAULT) } }
  },
)

function readOrder(text: string, now: Date): Record<string, 1 | -1> {
  const order = readEjsonObject(text, now)
  return Object.fromEntries(
    Object.entries(order).map(([path, direction]) => {
      if (direction !== 1 && direction !== -1)
        throw new RequestFault('INVALID_PARAM', `order of ${path}: 1 or -1 is expected`)
      return [path, direction]
    }),
  )
}

/** An update whose keys are no operators would silently replace the document in MongoDB's shell; here it is refused. */
function asOperators(data: Record<string, unknown>): Record<string, unknown> {
  const wrong = Object.entries(data).find(([key, value]) => !key.startsWith('$') || !isPlainObject(value))
  if (wrong) throw new RequestFault('INVALID_PARAM', `data: ${wrong[0]} is not an update operator`)
  return data
}

function idOf(filter: Document): DocumentId {
  const { _id } = filter
  if (typeof _id === 'string' || typeof _id === 'number') return _id
  throw new RequestFault('INVALID_PARAM', 'query: the _id of one document is expected')
}
