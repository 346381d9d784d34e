import { schemaFor, type Action } from '@contract/action'
import type { Day } from '@contract/calendar'
import { fieldsOf, valuesAt } from '@contract/schemaFields'

/** What somebody has written into one field. */
export interface WrittenText {
  /** Such as `people.0.note`. */
  path: string
  text: string
}

const paths = new WeakMap<Action, string[]>()

/** Where an action's input holds what others may read: computed once, for the paths are the same every day. */
function pathsOf(action: Action, today: Day): string[] {
  const known = paths.get(action)
  if (known) return known
  const fields = fieldsOf(schemaFor(action.input, today)).filter(({ written }) => written)
  const found = fields.map(({ path }) => path)
  paths.set(action, found)
  return found
}

/** All that says something and that kernel/serve has to ask WeChat about. */
export function textsWritten(action: Action, input: unknown, today: Day): WrittenText[] {
  if (action.contentCheck) return []
  return pathsOf(action, today)
    .flatMap((path) => valuesAt(input, path))
    .flatMap(({ path, value }) =>
      typeof value === 'string' && value.trim() !== '' ? [{ path, text: value }] : [],
    )
}
