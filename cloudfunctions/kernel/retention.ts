import { addDays, dayOf, instantAt, type Day } from '@contract/calendar'
import type { CaseKind } from '@contract/cases'
import { retentionDays } from '@contract/keeping'
import { lastDayOf, type Outcome } from '@contract/outcome'

/** What every case says about how long it is kept. */
export interface Kept {
  /** When the law wants it deleted: always a midnight at UTC+8. */
  keepUntil: Date
  /** Its owner has asked for it to go as soon as nothing stands against that. */
  eraseWanted: boolean
  /** The legal hold that a deletion has found to cover it; null while none has. */
  hold: string | null
  /** The deletion that it is part of: from then on it is not there for anybody. */
  deletion: string | null
}

/** The last day of the measure; null where there is none, or only a notice. Kinds with a measure keep it as `outcome`. */
export const measureEndOf = (body: unknown): Day | null => {
  const outcome = (body as { outcome?: Outcome | null } | null)?.outcome
  return outcome && (outcome.days > 0 || outcome.then) ? lastDayOf(outcome) : null
}

/** The midnight until which a household is kept that was last used at that time. */
export const householdKeptUntil = (usedAt: Date): Date =>
  instantAt(addDays(dayOf(usedAt), retentionDays.households + 1), 0)

/** The first day of leaving on which whoever has left is still known: who left before goes like a household of theirs. */
export const firstLeavingKept = (today: Day): Day => addDays(today, -retentionDays.households)

interface Lasting {
  kind: CaseKind
  lastEventAt: Date
  measureEnd: Day | null
  /** Nobody has to act on it, and its owner wants it gone. */
  isUnwanted: boolean
}

/**
 * The midnight after the last day on which a case is kept: its period after the last event or, where that is later, after
 * the last day of its measure. What nobody wants to keep lasts as long as the measure and that day.
 */
export const keepUntil = ({ kind, lastEventAt, measureEnd, isUnwanted }: Lasting): Date => {
  const eventDay = dayOf(lastEventAt)
  const lastDay = measureEnd && measureEnd > eventDay ? measureEnd : eventDay
  return instantAt(addDays(lastDay, (isUnwanted ? 0 : retentionDays[kind]) + 1), 0)
}
