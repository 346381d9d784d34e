import fc from 'fast-check'
import { aggregate } from 'mingo'
import type { Document } from '../../../local/store'
import { toStoredText } from '../../../local/store/storedText'
import { byText, collection, copyOf, filled, filter, PATHS, settings, sort } from './randomDocuments'
import { documents, removeTemporaryStores } from './temporaryStore'

const RUNS = 50
const PIPELINES = 20

afterEach(removeTemporaryStores)

type Stage = Record<string, unknown>

const field = fc.constantFrom(...PATHS, '_id', 'list').map((path) => `$${path}`)
const number = fc.constantFrom<unknown>(0, 1, -2, 2.5)
const condition = fc
  .tuple(fc.constantFrom('$eq', '$gt', '$lte'), field, fc.oneof(number, field))
  .map(([name, left, right]) => ({ [name]: [left, right] }))
const expression = fc.oneof(
  { weight: 3, arbitrary: field },
  fc.tuple(condition, fc.oneof(number, field)).map(([test, value]) => ({ $cond: [test, value, null] })),
  fc.tuple(field, number).map(([path, value]) => ({ $ifNull: [path, value] })),
  fc.record({ a: field, b: field }),
)

const operation = fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom<unknown>({ $sum: 1 }, { $count: {} }) },
  fc
    .tuple(fc.constantFrom('$min', '$first', '$last', '$avg'), expression)
    .map(([name, value]) => ({ [name]: value })),
  // mingo takes what is missing for null here; MongoDB leaves it out.
  fc
    .tuple(fc.constantFrom('$push', '$addToSet'), expression)
    .map(([name, value]) => ({ [name]: { $ifNull: [value, null] } })),
  // To mingo an empty list is less than null, as in a sort; to MongoDB's `$max` it is more.
  field.map((path) => ({ $max: { $cond: [{ $isArray: [path] }, null, path] } })),
  fc.tuple(condition).map(([test]) => ({ $sum: { $cond: [test, 1, 0] } })),
)
const group = fc
  .tuple(fc.oneof(expression, fc.constant(null)), fc.dictionary(fc.constantFrom('x', 'y', 'z'), operation))
  .map(([_id, fields]) => ({ $group: { _id, ...fields } }))

const lookup = fc
  .tuple(fc.constantFrom('k', 'o.k', '_id', 'free', 'o'), fc.constantFrom('k', 'o.k', '_id', 'free'))
  .map(([localField, foreignField]) => ({
    $lookup: { from: 'things', localField, foreignField, as: 'joined' },
  }))

const lookupByPipeline = fc
  .tuple(expression, fc.constantFrom('k', 'o.k', '_id', 'free', 'list', 'o'), filter)
  .map(([v, foreign, conditions]) => {
    const $match = { $and: [conditions, { $expr: { $eq: [`$${foreign}`, '$$v'] } }] }
    return { $lookup: { from: 'things', let: { v }, pipeline: [{ $match }], as: 'joined' } }
  })

/** What needs one document at a time, and so may stand before a group that is streamed. */
const single = fc.oneof(
  filter.map(($match) => ({ $match })),
  fc
    .dictionary(fc.constantFrom('p', 'q', 'o.new'), expression, { minKeys: 1 })
    .map(($addFields) => ({ $addFields })),
  fc.record({ k: fc.constant(1), p: expression }).map(($project) => ({ $project })),
  fc.tuple(field, fc.boolean()).map(([path, preserveNullAndEmptyArrays]) => ({
    $unwind: { path, preserveNullAndEmptyArrays },
  })),
)
const last = fc.oneof(
  group,
  group,
  lookup,
  lookupByPipeline,
  field.map(($sortByCount) => ({ $sortByCount })),
  fc
    .tuple(fc.nat(4), fc.integer({ min: 1, max: 6 }))
    .map(([$skip, $limit]) => ({ $facet: { page: [{ $skip }, { $limit }] } })),
)
const begin = fc.tuple(
  filter.map(($match): Stage => ({ $match })),
  // So that the first, the last and the list of each group are what they must be.
  sort.map(($sort): Stage => ({ $sort })),
)
const pipeline = fc
  .tuple(begin, fc.array(single, { maxLength: 2 }), last, fc.array(single, { maxLength: 1 }))
  .map(([first, before, main, after]): Stage[] => [...first, ...before, main, ...after])

const within = fc.constantFrom(...PATHS.filter((path) => path.includes('.'))).map((path) => `$${path}`)

/** In no order: what depends on none. */
const unordered = fc
  .tuple(filter, fc.oneof(field, fc.constant(null), fc.record({ a: within, b: within })), field)
  .map(([$match, _id, $min]): Stage[] => [{ $match }, { $group: { _id, n: { $sum: 1 }, least: { $min } } }])

/** A lookup gives what it found in no particular order; what mingo did not find is `undefined`. */
const joinedInOrder = ({ joined }: Document) =>
  Array.isArray(joined)
    ? { joined: byText((joined as (Document | undefined)[]).filter((one) => one !== undefined)) }
    : {}

/** What mingo refuses must be refused, whatever it says. */
const outcomeOf = (run: () => Document[]): string[] | 'refused' => {
  try {
    return run().map((document) => toStoredText({ ...document, ...joinedInOrder(document) }))
  } catch {
    return 'refused'
  }
}

it(`aggregates what mingo does, ${2 * RUNS * PIPELINES} times`, () => {
  const asked = fc.array(fc.tuple(pipeline, unordered), { minLength: PIPELINES, maxLength: PIPELINES })
  fc.assert(
    fc.property(collection, asked, (fields, pipelines) => {
      const { store, plain } = filled(fields)
      for (const [ordered, unordered] of pipelines) {
        const mingo = (stages: Stage[]) =>
          aggregate(copyOf(plain), stages, { collectionResolver: () => copyOf(plain) }) as Document[]
        const ours = (stages: Stage[]) => documents(store.aggregate('things', stages))
        expect(outcomeOf(() => ours(ordered))).toEqual(outcomeOf(() => mingo(ordered)))
        expect(byText(ours(unordered))).toEqual(byText(mingo(unordered)))
      }
      removeTemporaryStores()
    }),
    settings(RUNS),
  )
})
