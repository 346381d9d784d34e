import type { Direction } from '@contract/reassessment'
import { levels } from '@contract/roles'
import type { RunDocument } from '@kernel/assessment/runDocuments'
import type { RegistrationCase } from '@kernel/registration'

/** A registration for which something changes. */
export interface Changed {
  found: RegistrationCase
  direction: Direction
  /** By when staff must act, where they had nothing more to do. */
  dueAt: Date | null
}

/** What changes on a page, and how many of it there was time to look at. */
export interface Looked {
  changed: Changed[]
  seen: number
}

type Counted = Pick<RunDocument, 'changed' | 'numbers' | 'todos'>

/** A run's numbers with those of a page. */
export const counted = ({ changed, numbers, todos }: Counted, page: readonly Changed[]): Counted =>
  page.reduce<Counted>(
    (sum, { found, direction, dueAt }) => ({
      changed: sum.changed + 1,
      numbers: withOneMore(sum.numbers, communityOf(found), direction),
      todos: dueAt ? withTodo(sum.todos, found, dueAt) : sum.todos,
    }),
    { changed, numbers, todos },
  )

const none: Record<Direction, number> = { stricter: 0, looser: 0, first: 0 }

const withOneMore = (
  all: RunDocument['numbers'],
  { id, name }: { id: string; name: string },
  direction: Direction,
): RunDocument['numbers'] => {
  const numbers = all[id]?.numbers ?? none
  return { ...all, [id]: { name, numbers: { ...numbers, [direction]: numbers[direction] + 1 } } }
}

/** Names of a place stand in the order of the levels that it has. */
const communityOf = ({ at, place }: RegistrationCase): { id: string; name: string } => {
  const index = levels.filter((level) => at[level] !== undefined).indexOf('community')
  return { id: at.community ?? '', name: place.names[index] ?? '' }
}

const withTodo = (
  todos: RunDocument['todos'],
  { at }: RegistrationCase,
  dueAt: Date,
): RunDocument['todos'] => {
  const grid = at.grid ?? at.community ?? ''
  const before = todos[grid]
  const earliest = before && before.dueAt < dueAt ? before.dueAt : dueAt
  return { ...todos, [grid]: { cases: (before?.cases ?? 0) + 1, dueAt: earliest } }
}
