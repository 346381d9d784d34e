import * as v from 'valibot'
import { action } from './action'
import type { Day } from './calendar'
import type { CaseKind, PlaceName } from './cases'
import { fault } from './faults'
import * as field from './fields'
import { readerRoles } from './roles'

/**
 * How many days the counts of a day are kept: as long as a registration after its last event (`retentionDays` in ./keeping).
 * They name nobody; what is finer than a community loses each case when that is deleted.
 */
export const LEDGER_DAYS = 184

/** What happened at a place on a day, of one kind of case. */
export interface LedgerLine {
  kind: CaseKind
  /** Opened on that day. */
  opened: number
  /** Since that day nobody has to act on them. What is taken up again later was not closed. */
  closed: number
  /** Open now or, of an earlier day, at its end; null where that was not counted. */
  open: number | null
}

export interface Ledger {
  on: Day
  place: PlaceName
  /** Kinds of which there is nothing to tell are left out. */
  lines: LedgerLine[]
  /** Each place right below it, also where nothing happened. */
  below: { place: PlaceName; lines: LedgerLine[] }[]
}

export const ledgerAction = action<Ledger>()({
  access: { who: 'staff', roles: readerRoles, at: 'place' },
  input: (today: Day) =>
    v.strictObject({
      place: field.placeId,
      day: v.optional(
        v.pipe(
          field.day,
          v.check((day) => day <= today, fault('dayInFuture')),
        ),
        today,
      ),
    }),
})
