import type { TimelineEntry, Todo } from '@contract/cases'
import type { Case, CaseTodo } from './caseEvents'
import { maskNumbers } from './masking'
import { ownSealer, type Sealer } from './seal'

/** The document that the sealed texts of a case belong to. */
export const caseContext = (id: string): string => `cases/${id}`

export const todoView = ({ role, assignee, dueAt }: CaseTodo): Todo => ({
  role,
  assignee: assignee && { id: assignee.id, name: assignee.name },
  dueAt: dueAt.toISOString(),
})

/** The history as its people read it; staff read it with long numbers masked. */
export const timelineView = (
  { _id, history }: Pick<Case, '_id' | 'history'>,
  reader: 'owner' | 'staff',
  sealer: Sealer = ownSealer(),
): TimelineEntry[] =>
  history.map(({ at, event, from, to, by, words, detail }) => {
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
