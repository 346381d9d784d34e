import { isAtRest, type Machine, type NextTodo } from '@contract/machine'
import type { Case } from '@kernel/caseEvents'
import { machines } from '@kernel/machines'
import type { Finding } from '../said'
import { documentsOf, type Stored } from '../stored'

/** Each case has gone only where its machine lets it go, and waits for somebody exactly where its machine says so. */
export const findInMachines = (stored: Stored): Finding[] =>
  documentsOf<Case>(stored, 'cases').flatMap((found) => {
    const machine = machines[found.kind]
    return [...strays(found, machine), ...wrongTodo(found, machine)].map((what) => ({
      document: `cases/${found._id}`,
      what,
    }))
  })

function strays({ status, history }: Case, machine: Machine): string[] {
  const wrong = history.flatMap(({ event, from, to, by }, index) => {
    if (index === 0)
      return event === machine.start.event && to === machine.start.to ? [] : [`began with ${event}`]
    const rule = machine.events[event]
    const before = history[index - 1]?.to
    if (!rule) return [`has an event that there is not: ${event}`]
    const follows = from === before && rule.from.includes(from)
    const arrives = targetsOf(machine, rule.to, from ?? '').includes(to)
    const mayDo = rule.by.includes(by.actor)
    return follows && arrives && mayDo
      ? []
      : [`went from ${from} to ${to} by ${event} of ${by.actor}, after ${before}`]
  })
  return history[history.length - 1]?.to === status
    ? wrong
    : [...wrong, `is ${status}, which no event made it`]
}

const targetsOf = (machine: Machine, to: string, from: string): readonly string[] => {
  if (to === 'same') return [from]
  return to === 'back' ? machine.statuses.filter((status) => isAtRest(machine, status)) : [to]
}

/** Whether somebody has to act after all these events. */
const waits = ({ history }: Case, machine: Machine): boolean =>
  history.reduce((before, { event }, index) => {
    const rule: NextTodo | undefined = index === 0 ? machine.start.todo : machine.events[event]?.todo
    return rule === 'keep' ? before : Boolean(rule)
  }, false)

function wrongTodo(found: Case, machine: Machine): string[] {
  const expected = waits(found, machine)
  if (expected === (found.todo !== null))
    return found.todo && !(found.todo.dueAt instanceof Date)
      ? ['waits for somebody, and nobody knows until when']
      : []
  return [
    expected
      ? `is ${found.status}, and waits for nobody`
      : `is ${found.status}, and waits for ${found.todo?.role}`,
  ]
}
