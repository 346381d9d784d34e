import { command } from './cloud'

/** The data of an update in which an object replaces the stored one: left alone it would be merged into it, field by field. */
export const replacing = (fields: object): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(fields).map(([name, value]: [string, unknown]) => [
      name,
      value !== null && typeof value === 'object' ? command.set(value) : value,
    ]),
  )
