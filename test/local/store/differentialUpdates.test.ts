import fc from 'fast-check'
import { updateMany } from 'mingo'
import type { Modifier } from 'mingo/updater'
import type { Document } from '../../../local/store'
import { StoreError } from '../../../local/store'
import { fromStoredText, toStoredText } from '../../../local/store/storedText'
import { anyScalar, anyValue, collection, filled, filter, PATHS, settings } from './randomDocuments'
import { removeTemporaryStores } from './temporaryStore'

const RUNS = 50
const UPDATES = 28

afterEach(removeTemporaryStores)

const LISTS = fc.constantFrom('free', 'o.free', 'list')

const change = fc.oneof(
  fc
    .dictionary(fc.constantFrom(...PATHS, 'o.k.new', 'list.1'), anyValue, { minKeys: 1, maxKeys: 2 })
    .map(($set) => ({ $set })),
  fc
    .dictionary(fc.constantFrom(...PATHS), fc.constant(''), { minKeys: 1, maxKeys: 2 })
    .map(($unset) => ({ $unset })),
  fc
    .tuple(fc.constantFrom('$inc', '$mul'), fc.constantFrom('k', 'o.k', 'o.p.k'), fc.constantFrom(0, 1, -2.5))
    .map(([name, path, by]) => ({ [name]: { [path]: by } })),
  fc
    .tuple(fc.constantFrom('$min', '$max'), fc.constantFrom('k', 'o.k', 'free'), anyScalar)
    .map(([name, path, bound]) => ({ [name]: { [path]: bound } })),
  fc
    .tuple(fc.constantFrom('$push', '$pull', '$addToSet'), LISTS, anyScalar)
    .map(([name, path, value]) => ({ [name]: { [path]: value } })),
  fc
    .tuple(LISTS, fc.array(anyScalar, { maxLength: 3 }), fc.option(fc.integer({ min: -2, max: 2 })))
    .map(([path, $each, $position]) => ({
      $push: { [path]: { $each, ...($position !== null && { $position }) } },
    })),
  fc
    .tuple(LISTS, fc.array(anyScalar, { maxLength: 3 }))
    .map(([path, values]) => ({ $pullAll: { [path]: values } })),
  fc.tuple(LISTS, fc.constantFrom('$gt', '$ne', '$in'), anyScalar).map(([path, name, value]) => ({
    $pull: { [path]: { [name]: name === '$in' ? [value] : value } },
  })),
  fc.tuple(LISTS, fc.constantFrom(1, -1)).map(([path, end]) => ({ $pop: { [path]: end } })),
  fc
    .tuple(fc.constantFrom('k', 'o.k'), fc.constantFrom('and', 'or', 'xor'), fc.nat(7))
    .map(([path, name, bits]) => ({ $bit: { [path]: { [name]: bits } } })),
  fc
    .tuple(fc.constantFrom('k', 'o.k', 'free'), fc.constantFrom('list', 'o.moved'))
    .map(([from, to]) => ({ $rename: { [from]: to } })),
)

it(`updates what mingo does, and changes nothing where it refuses, ${RUNS * UPDATES} times`, () => {
  const updates = fc.array(fc.tuple(filter, change), { minLength: UPDATES, maxLength: UPDATES })
  fc.assert(
    fc.property(collection, updates, (fields, asked) => {
      const { store, plain } = filled(fields)
      for (const [filter, update] of asked) {
        const before = plain.map(toStoredText)
        try {
          const { updated } = store.update('things', filter, update, { multi: true })
          updateMany(plain, filter, update as Modifier<Document>)
          expect(updated).toBe(
            plain.filter((document, position) => toStoredText(document) !== before[position]).length,
          )
        } catch (error) {
          if (!(error instanceof StoreError)) throw error
        }
        expect(store.find('things', { filter: {} })).toEqual(plain.map(toStoredText))
        plain.splice(0, plain.length, ...plain.map((document) => fromStoredText(toStoredText(document))))
      }
      removeTemporaryStores()
    }),
    settings(RUNS),
  )
})
