import type { TimelineEntry, Todo } from '@contract/cases'
import type { Machine } from '@contract/machine'
import type { Case, CaseTodo } from './caseEvents'
import { maskNumbers } from './masking'
import { ownSealer } from './seal'

/** The document that the sealed texts of a case belong to. */
export const caseContext = (id: string): string => `cases/${id}`

export const todoView = ({ role, assignee, dueAt }: CaseTodo): Todo => ({
  role,
  assignee: assignee && { id: assignee.id, name: assignee.name },
  dueAt: dueAt.toISOString(),
})

/** The history as its people read it: staff with long numbers masked, the owner without what staff keep to themselves. */
export const timelineView = (
  machine: Machine,
  { _id, history }: Pick<Case, '_id' | 'history'>,
  reader: 'owner' | 'staff',
): TimelineEntry[] => {
  const sealer = ownSealer()
  const shown = history.filter(({ event }) => reader === 'staff' || !machine.events[event]?.internal)
  return shown.map(({ at, event, from, to, by, words, detail }) => {
    const said = words && sealer.open(words, caseContext(_id))
    return {
      at: at.toISOString(),
      event,
      from,
      to,
      actor: by.actor,
      name: by.name,
      words: said && reader === 'staff' ? maskNumbers(said) : said,
      detail,
    }
  })
}
