import fc from 'fast-check'
import * as v from 'valibot'

/** Values of every sort, and those that a field usually has. */
export interface Drawer {
  values: readonly unknown[]
  /** By the name of the field, wherever it stands. */
  named: Readonly<Record<string, readonly unknown[]>>
  /** By its whole path: for this field alone. */
  alone: Readonly<Record<string, readonly unknown[]>>
}

/** The parts of valibot's schemas that are read here. */
interface Shape {
  type: string
  entries?: Record<string, v.GenericSchema>
  item?: v.GenericSchema
  wrapped?: v.GenericSchema
  options?: readonly unknown[]
  literal?: unknown
  requirement?: unknown
  pipe?: readonly Shape[]
}

/** Longer lists say nothing that these do not; the longest allowed is among what is twisted. */
const ITEMS = 3

const shapeOf = (schema: v.GenericSchema): Shape => schema

/** The type beneath what may be left out or be null. */
const innermost = (schema: v.GenericSchema): string => {
  const { wrapped, type } = shapeOf(schema)
  return wrapped ? innermost(wrapped) : type
}

/**
 * Inputs that a schema takes, but for what it asks of several fields together. Where a schema takes only some texts or
 * numbers, they come from the drawer: those that the schema itself accepts.
 *
 * @throws when the drawer has nothing that a field takes, with the path of the field
 */
export function inputsOf(schema: v.GenericSchema, drawer: Drawer, path = ''): fc.Arbitrary<unknown> {
  const shape = shapeOf(schema)
  const within = (inner: v.GenericSchema, key: string) =>
    inputsOf(inner, drawer, path ? `${path}.${key}` : key)
  if (['string', 'number'].includes(innermost(schema))) return scalarsOf(schema, drawer, path)
  switch (shape.type) {
    case 'strict_object':
      return fc.record(
        Object.fromEntries(
          Object.entries(shape.entries ?? {}).map(([key, entry]) => [key, within(entry, key)]),
        ),
        { noNullPrototype: true },
      )
    case 'optional':
      return fc.option(inputsOf(shape.wrapped as v.GenericSchema, drawer, path), { nil: undefined })
    case 'nullable':
      return fc.option(inputsOf(shape.wrapped as v.GenericSchema, drawer, path))
    case 'picklist':
      return fc.constantFrom(...(shape.options ?? []))
    case 'literal':
      return fc.constant(shape.literal)
    case 'boolean':
      return fc.boolean()
    case 'variant':
      return fc.oneof(...(shape.options as v.GenericSchema[]).map((option) => inputsOf(option, drawer, path)))
    case 'custom':
      return listsOf(shape, within)
    default:
      throw new Error(`nobody has said how to draw a ${shape.type} for ${path}`)
  }
}

/** A list as `listOf` of the contract declares it: an array of unknown items, counted, and then looked at. */
function listsOf(
  shape: Shape,
  within: (inner: v.GenericSchema, key: string) => fc.Arbitrary<unknown>,
): fc.Arbitrary<unknown> {
  const part = (type: string) => partsOf(shape).find((one) => one.type === type)
  const most = part('max_length')?.requirement as number
  const item = part('array')?.item as v.GenericSchema
  return fc.array(within(item, '0'), {
    minLength: part('non_empty') ? 1 : 0,
    maxLength: Math.min(most, ITEMS),
  })
}

/** What a schema is made of; one that was added to has the one before as its first part. */
const partsOf = ({ pipe = [] }: Shape): Shape[] =>
  pipe.flatMap((part) => (part.pipe ? partsOf(part) : [part]))

function scalarsOf(
  schema: v.GenericSchema,
  { values, named, alone }: Drawer,
  path: string,
): fc.Arbitrary<unknown> {
  const taken = (some: readonly unknown[]) => some.filter((value) => v.is(schema, value))
  const usual = taken(alone[path] ?? named[path.split('.').at(-1) ?? ''] ?? [])
  const others = taken([...values, null, undefined])
  if (usual.length + others.length === 0) throw new Error(`the drawer has nothing for ${path}`)
  if (usual.length === 0) return fc.constantFrom(...others)
  return others.length === 0
    ? fc.constantFrom(...usual)
    : fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...usual) }, fc.constantFrom(...others))
}
