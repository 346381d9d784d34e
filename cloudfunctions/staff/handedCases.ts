import { handedOn, type Case, type CaseTodo, type Happening } from '@kernel/caseEvents'
import { writeAdvance } from '@kernel/cases'
import { collection, type Query } from '@kernel/cloud'
import { canTakeOver, roleToAct } from '@kernel/machines'

type Assignee = NonNullable<CaseTodo['assignee']>

export const cases = collection<Case & { todo: CaseTodo }>('cases')

export const mostUrgentFirst = (condition: Record<string, unknown>): Query<Case & { todo: CaseTodo }> =>
  cases.where(condition).orderBy('todo.urgency', 'desc').orderBy('todo.dueAt', 'asc')

/** Cases of one slice, and how many of them are written at once: a call may take as long as WeChat waits, 15 s or so. */
const SLICE = 100
const AT_ONCE = 10

/**
 * Gives the most urgent cases that fulfil a condition into other hands; `assignee` null leaves them to the role of their
 * place, and so does one who cannot take them. What somebody has changed meanwhile is left for the next time. Answers how many there were and were given.
 */
export async function handCasesOn(
  condition: Record<string, unknown>,
  assignee: (found: Case) => Assignee | null,
  what: (found: Case) => Happening,
): Promise<{ found: number; given: number }> {
  const { data } = await mostUrgentFirst(condition).limit(SLICE).get()
  let given = 0
  for (let first = 0; first < data.length; first += AT_ONCE) {
    const written = await Promise.all(
      data.slice(first, first + AT_ONCE).map((found) => {
        const wanted = assignee(found)
        const taken = wanted && canTakeOver(found, wanted) ? wanted : null
        return writeAdvance(found, handedOn(found, todoFor(found, taken), what(found)))
      }),
    )
    given += written.filter(Boolean).length
  }
  return { found: data.length, given }
}

/** While the resident has to answer, that stays so; the colleague gets it when the answer is there. */
const todoFor = (found: Case & { todo: CaseTodo }, assignee: Assignee | null): CaseTodo => ({
  role: found.todo.role === 'owner' ? 'owner' : (assignee?.role ?? roleToAct(found)),
  assignee,
  dueAt: found.todo.dueAt,
  urgency: found.todo.urgency,
})

/** Open cases that were handed to a post. What is being deleted cannot be changed any more, and is nobody's work. */
export const handedTo = (post: string) => ({ 'todo.assignee.id': post, deletion: null })
