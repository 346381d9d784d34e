import * as v from 'valibot'
import { action } from './action'
import {
  caseKinds,
  urgencies,
  type CaseKind,
  type Instant,
  type PlaceName,
  type Todo,
  type Urgency,
} from './cases'
import * as field from './fields'
import { ledgerAction } from './ledger'
import { levels, readerRoles } from './roles'

/** One thing that somebody must do: what cannot wait first, then the longest overdue. */
export interface InboxItem {
  id: string
  kind: CaseKind
  status: string
  version: number
  openedAt: Instant
  /** Masked: 张*三. */
  display: string
  place: PlaceName
  todo: Todo
  urgency: Urgency
  /** What the kind shows in a list: for a returnee where from, when arriving, how many. */
  brief: Record<string, string | number>
}

/** Where a page ended; the next one begins after it, whatever arrived in between. */
export interface InboxCursor {
  urgency: Urgency
  dueAt: Instant
  id: string
}

/**
 * All that is open at my places (below the chosen place), whatever the other filters. Of what fits one page exactly; of more as
 * follows.
 */
export interface InboxCounts {
  /** As it was within the last minute or two. Cases of one's own, which the list leaves out, are among them. */
  open: number
  /** The same. */
  waitingForResident: number
  /** Counted no further than {@link AT_LEAST}. */
  overdue: number
  /** The same. */
  mine: number
}

export interface InboxPage {
  items: InboxItem[]
  /** null on the last page. */
  next: InboxCursor | null
  /** null on pages after the first. */
  counts: InboxCounts | null
}

export const INBOX_PAGE = 20

/** Of so many overdue, or mine, it is only said that there are at least so many: more are not counted. */
export const AT_LEAST = 100

export const inboxActions = {
  ledger: ledgerAction,
  list: action<InboxPage>()({
    access: { who: 'staff', roles: readerRoles },
    input: v.strictObject({
      kind: v.optional(v.picklist(caseKinds)),
      status: v.optional(v.pipe(v.string(), v.regex(/^[a-zA-Z]{1,30}$/, 'notAChoice'))),
      /** A place below mine. */
      place: v.optional(v.strictObject({ level: v.picklist(levels), id: field.placeId })),
      /** Part of a masked name, or a whole name, which is masked before it is looked for. */
      text: field.sought(20),
      /** Only what was handed to me. */
      mine: v.optional(v.boolean(), false),
      after: v.optional(
        v.strictObject({ urgency: v.picklist(urgencies), dueAt: field.instant, id: field.caseId }),
      ),
    }),
  }),
}
