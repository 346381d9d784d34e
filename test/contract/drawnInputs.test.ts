import fc from 'fast-check'
import * as v from 'valibot'
import { contract, schemaFor, type Action } from '@contract'
import { inputsOf, type Drawer } from '../functions/support/fuzz/schemaInputs'
import { twisted } from '../functions/support/fuzz/twists'
import { usualDrawer } from '../functions/support/fuzz/usualDrawer'
import { today } from '../functions/support/registrations'

process.env.SHOUWANG_RECEIPT_KEY = Buffer.alloc(32).toString('base64url')

const id = '00000000-0000-4000-8000-000000000001'
const named = { place: ['building'], post: ['post-1'], edition: [id], receipt: ['1234567812345678'] }
const known = {
  case: [id],
  household: [id],
  person: [`${id}-0`],
  picture: [id],
  ...named,
}
const drawer = usualDrawer(known, ['13800001234'], today)

const everyAction = Object.entries(contract).flatMap(([feature, actions]) =>
  Object.entries<Action>(actions).map(([name, { input }]) => [`${feature}.${name}`, input] as const),
)

it.each(everyAction)('draws for %s an input that its schema takes', (_name, input) => {
  const schema = schemaFor(input, today)
  const drawn = fc.sample(inputsOf(schema, drawer), { numRuns: 300, seed: 1 })
  expect(drawn.some((one) => v.is(schema, JSON.parse(JSON.stringify(one))))).toBe(true)
})

const schema = v.strictObject({ name: v.pipe(v.string(), v.maxLength(3)), more: v.optional(v.boolean()) })

const namesIn = (drawer: Partial<Drawer>, of: v.GenericSchema = schema): string[] =>
  fc
    .sample(inputsOf(of, { values: [], named: {}, alone: {}, ...drawer }), { numRuns: 200, seed: 1 })
    .map((sample) => JSON.stringify(sample).match(/"name":"(.*?)"/)?.[1] ?? '')

it('draws of the drawer what a field takes, and mostly what has its name', () => {
  const names = namesIn({ values: ['long text', 'c'], named: { name: ['a', 'other'] } })
  expect(new Set(names)).toEqual(new Set(['a', 'c']))
  expect(names.filter((name) => name === 'a').length).toBeGreaterThan(100)
})

it('draws what is for one field alone for no other of that name', () => {
  const usual = { values: ['c'], alone: { name: ['a'] } }
  expect(new Set(namesIn(usual))).toEqual(new Set(['a', 'c']))
  expect(new Set(namesIn(usual, v.strictObject({ inner: schema })))).toEqual(new Set(['c']))
})

it('says which field the drawer has nothing for', () => {
  expect(() => inputsOf(v.strictObject({ outer: schema }), { values: [1], named: {}, alone: {} })).toThrow(
    'outer.name',
  )
})

describe('a twist', () => {
  const input = { name: 'a', people: [{ name: 'b' }] }

  it.each([
    ['replaces a field', { at: 'name', put: 1 }, { ...input, name: 1 }],
    [
      'replaces a field of the first item',
      { at: 'people.*.name', put: 1 },
      { ...input, people: [{ name: 1 }] },
    ],
    ['takes a field away', { at: 'name', without: true as const }, { people: [{ name: 'b' }] }],
    ['takes the first item away', { at: 'people.*', without: true as const }, { ...input, people: [] }],
    ['adds a field', { at: '+more', put: 1 }, { ...input, more: 1 }],
    ['replaces all of it', { at: '', put: [] }, []],
    ['leaves alone what is not there', { at: 'nobody.name', put: 1 }, input],
  ])('%s', (_what, twist, expected) => {
    expect(twisted(input, twist)).toEqual(expected)
  })

  it('adds a field called __proto__ as one of its own', () => {
    expect(JSON.stringify(twisted({}, { at: '+__proto__', put: 1 }))).toBe('{"__proto__":1}')
  })
})
