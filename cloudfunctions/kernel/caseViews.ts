import type { TimelineEntry, Todo } from '@contract/cases'
import type { Machine } from '@contract/machine'
import { wordsContext, type Case, type CaseTodo } from './caseEvents'
import { maskNumbers } from './masking'
import { ownSealer } from './seal'

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
  return shown.map((entry) => {
    const { at, event, from, to, by, words, detail } = entry
    const said = words && sealer.open(words, wordsContext(_id, entry))
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
