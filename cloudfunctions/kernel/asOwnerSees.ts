import type { TimelineEntry } from '@contract/cases'
import type { Outcome, RegistrationView } from '@contract/returnee'
import { todoView } from './caseViews'
import type { RegistrationCase } from './registration'

/** What staff propose among themselves frightens, and may come to nothing: until it is confirmed all is as it was. */
const asBefore = <Status extends string | null>(status: Status): Status | 'accepted' =>
  status === 'tightening' ? 'accepted' : status

/** How a registration stands, as the one whose it is may know it: in every answer to them, whatever they asked. */
export const standingAsOwnerSees = ({
  status,
  todo,
}: Pick<RegistrationCase, 'status' | 'todo'>): Pick<RegistrationView, 'status' | 'todo'> => ({
  status: asBefore(status),
  todo: todo && status !== 'tightening' ? todoView(todo) : null,
})

/** Of an entry that they may read: what happens while something is only proposed happens in the status before. */
export const entryAsOwnerSees = (entry: TimelineEntry): TimelineEntry => ({
  ...entry,
  from: asBefore(entry.from),
  to: asBefore(entry.to),
})

/** What staff are told of a rule, and where somebody may have been without saying so, stays among staff. */
export const outcomeAsOwnerSees = (outcome: Outcome | null): Outcome | null => {
  if (!outcome?.basis) return outcome
  const { basis } = outcome
  return { ...outcome, basis: { ...basis, rule: { ...basis.rule, staff: '' }, possible: [] } }
}
