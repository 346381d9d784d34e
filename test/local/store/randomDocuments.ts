import fc from 'fast-check'
import type { Document, Filter, IndexDeclaration, Store } from '../../../local/store'
import { toStoredText } from '../../../local/store/storedText'
import { documents, index, temporaryStore } from './temporaryStore'

/**
 * Collections of mixed types, lists, nulls, dates and nested fields, and what can be asked of them, for the tests that
 * compare the store with plain mingo. The seed is fixed; a failure prints the smallest case that fast-check can find.
 *
 * Left out on purpose, because there the store follows MongoDB and mingo does not: texts beyond the basic plane
 * (SQLite and MongoDB order them by UTF-8, mingo by UTF-16); updates of values of the wrong type (refused, see
 * updating.test.ts); `$addToSet` on lists that repeat an element, `$push` with `$sort` or `$slice` on a missing list.
 */
export const settings = (numRuns: number) => ({
  seed: 20200123,
  numRuns,
  // So long may the search for the smallest case take.
  interruptAfterTimeLimit: 120_000,
  markInterruptAsFailure: true,
})

const scalars = {
  number: fc.constantFrom<unknown>(-1, 0, 1, 2, 2.5, 1e20),
  string: fc.constantFrom<unknown>('', 'a', 'b', 'ab', '1', '{"a":1}', '张*三', 'quote " and \\'),
  boolean: fc.constantFrom<unknown>(true, false),
  date: fc.constantFrom<unknown>(new Date(0), new Date(1), new Date(2), new Date(1.6e12)),
}
export const anyScalar = fc.oneof(...Object.values(scalars))
export const anyValue = fc.oneof(
  { weight: 4, arbitrary: anyScalar },
  { weight: 1, arbitrary: fc.constantFrom<unknown>(null, {}, { a: 1 }, { b: 'a' }) },
  {
    weight: 1,
    arbitrary: fc.array(fc.oneof(anyScalar, fc.constant(null), fc.constant({ b: 1 })), { maxLength: 3 }),
  },
)

export const PATHS = ['k', 'o.k', 'o.p.k', 'free', 'o.free', 'o']
const INDEXES: IndexDeclaration[] = [
  index('k', { k: 1 }),
  index('pair', { 'o.k': 1, k: -1, _id: 1 }),
  index('deep', { 'o.p.k': -1, 'o.k': 1 }),
]

/** In a collection a field mostly holds one type, which is what makes a plan exact; sometimes it holds anything. */
const fieldOf = (holder: fc.Arbitrary<unknown>) => fc.option(holder, { nil: undefined, freq: 4 })
const holder = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...Object.values(scalars)) },
  { weight: 1, arbitrary: fc.constant(anyValue) },
)
export const collection = fc.tuple(holder, holder, holder, holder).chain(([k, ok, opk, free]) => {
  const nullable = (value: fc.Arbitrary<unknown>) => fieldOf(fc.option(value, { freq: 5 }))
  const inner = fc.record({ k: nullable(opk) }, { requiredKeys: [] })
  const o = fc.record({ k: nullable(ok), p: inner, free: nullable(anyValue) }, { requiredKeys: [] })
  const odd = fc.constantFrom<unknown>(null, 'a', [{ k: 1 }, { k: 2 }], [])
  const outer = fc.oneof({ weight: 12, arbitrary: o }, { weight: 1, arbitrary: odd })
  const fields = fc.record({ k: nullable(k), o: outer, free: nullable(free) }, { requiredKeys: [] })
  return fc.array(fields, { minLength: 1, maxLength: 25 })
})

const operand = fc.oneof({ weight: 3, arbitrary: anyScalar }, { weight: 1, arbitrary: anyValue })
const condition = fc.oneof(
  { weight: 3, arbitrary: operand },
  fc
    .tuple(fc.constantFrom('$eq', '$ne', '$gt', '$gte', '$lt', '$lte'), operand)
    .map(([name, value]) => ({ [name]: value })),
  fc
    .tuple(fc.constantFrom('$gt', '$gte'), anyScalar, anyScalar)
    .map(([name, low, high]) => ({ [name]: low, $lt: high })),
  fc
    .tuple(fc.constantFrom('$in', '$nin'), fc.array(fc.oneof(operand, fc.constant(null)), { maxLength: 4 }))
    .map(([name, values]) => ({ [name]: values })),
  fc.boolean().map(($exists) => ({ $exists })),
  fc.constantFrom<unknown>(/a/, /^张/, { $regex: 'B', $options: 'i' }, { $not: { $gt: 1 } }, { $size: 1 }),
)
const ids = fc.constantFrom<unknown>('id03', 'id11', 7)
const idCondition = fc.oneof(
  ids,
  fc.tuple(fc.constantFrom('$gt', '$lte'), ids).map(([name, value]) => ({ [name]: value })),
)
const field = fc.oneof(
  { weight: 8, arbitrary: fc.dictionary(fc.constantFrom(...PATHS), condition, { minKeys: 1, maxKeys: 2 }) },
  { weight: 1, arbitrary: fc.record({ _id: idCondition }) },
)
export const { filter } = fc.letrec<{ filter: Filter }>((tie) => ({
  filter: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    field,
    fc.tuple(field, tie('filter')).map(([left, right]) => ({ ...left, ...right })),
    fc
      .tuple(fc.constantFrom('$and', '$or', '$nor'), fc.array(tie('filter'), { minLength: 1, maxLength: 3 }))
      .map(([name, parts]) => ({ [name]: parts })),
  ),
}))

/** Ends with the id, so that there is one right order. */
const direction = fc.constantFrom<1 | -1>(1, -1)
export const sort = fc
  .tuple(fc.dictionary(fc.constantFrom('k', 'o.k', 'o.p.k', 'free'), direction, { maxKeys: 2 }), direction)
  .map(([keys, last]) => ({ ...keys, _id: last }))

const withIds = (fields: Document[]): Document[] =>
  fields.map((document, position) => ({
    _id: position % 9 === 7 ? position : `id${String(position).padStart(2, '0')}`,
    ...document,
  }))

export const filled = (fields: Document[]): { store: Store; plain: Document[] } => {
  const store = temporaryStore({ things: { indexes: INDEXES } })
  const texts = withIds(fields).map(toStoredText)
  store.insert('things', documents(texts))
  return { store, plain: documents(texts) }
}

export const byText = (found: Document[]) => found.map(toStoredText).sort()

export const copyOf = (plain: Document[]): Document[] => documents(plain.map(toStoredText))
