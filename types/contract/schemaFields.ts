import * as v from 'valibot'

/** What personal information a field holds, as people would call it; the privacy declaration is made of it. */
export const personalKinds = [
  'name',
  'phone',
  'identityDocument',
  'address',
  'travel',
  'health',
  'vehicle',
  'picture',
  'words',
] as const

export type PersonalKind = (typeof personalKinds)[number]

/** What is known of a field besides its shape. */
export interface FieldMeta {
  /** Somebody writes it in words of their own, and others read it: WeChat's content check applies. */
  written?: true
  personal?: PersonalKind
}

/** Says of a field what it holds: `v.pipe(text(60), holds('address'))`. */
export const holds = <Input>(personal: PersonalKind) =>
  v.metadata<Input, { personal: PersonalKind }>({ personal })

/** Says of a text that somebody writes it and others read it. */
export const written = () => v.metadata<string, { written: true }>({ written: true })

export interface SchemaField extends FieldMeta {
  /** Such as `passed.*.from.detail`, where `*` stands for any item of a list. */
  path: string
}

/** The parts of valibot's schemas that have schemas within. */
interface Inner {
  type: string
  entries?: Record<string, v.GenericSchema>
  item?: v.GenericSchema
  wrapped?: v.GenericSchema
  options?: readonly (Inner | string | number)[]
  pipe?: readonly ({ kind: string } & Partial<Inner>)[]
}

const under = (path: string, key: string): string => (path === '' ? key : `${path}.${key}`)

/**
 * Every field of a schema of which something is known ({@link FieldMeta}). What an object says of itself stands beside what
 * its fields say.
 */
export const fieldsOf = (schema: v.GenericSchema): SchemaField[] =>
  everyFieldOf(schema).filter(({ written: isWritten, personal }) => isWritten ?? personal)

/** Every field of a schema, objects and lists themselves among them, and what is known of it. */
export function everyFieldOf(schema: v.GenericSchema): SchemaField[] {
  const found = new Map<string, SchemaField>()
  const visit = (inner: Inner, path: string): void => {
    const meta = v.getMetadata(inner as unknown as v.GenericSchema) as FieldMeta
    found.set(path, { path, ...meta, ...found.get(path) })
    for (const [key, entry] of Object.entries(inner.entries ?? {})) visit(entry, under(path, key))
    if (inner.item) visit(inner.item, under(path, '*'))
    if (inner.wrapped) visit(inner.wrapped, path)
    // The options of a picklist are texts.
    for (const option of inner.options ?? []) if (typeof option === 'object') visit(option, path)
    for (const part of inner.pipe ?? []) if (part.kind === 'schema') visit(part as Inner, path)
  }
  visit(schema, '')
  return [...found.values()]
}

/** What stands at such a path, with the paths that name its items: `passed.0.from.detail`. */
export function valuesAt(value: unknown, path: string): { path: string; value: unknown }[] {
  const step = (at: { path: string; value: unknown }[], key: string) =>
    at.flatMap(({ path: before, value: outer }) => {
      if (typeof outer !== 'object' || outer === null) return []
      if (key !== '*') return [{ path: under(before, key), value: (outer as Record<string, unknown>)[key] }]
      return Array.isArray(outer)
        ? outer.map((item: unknown, index) => ({ path: under(before, String(index)), value: item }))
        : []
    })
  return path.split('.').reduce(step, [{ path: '', value }])
}
