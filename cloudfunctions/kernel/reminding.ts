import { reminderAfter } from '@contract/reminders'
import type { Day } from '@contract/calendar'
import type { Outcome } from '@contract/outcome'

/** Kinds with a measure keep it as `outcome`. */
const outcomeIn = (body: unknown): Outcome | null =>
  (body as { outcome?: Outcome | null } | null)?.outcome ?? null

/**
 * The day on which whoever a case is about is next reminded, as its new body moves it on `day`. Where the measure in force
 * stays the same nothing is said of it: whoever reminds at this moment moves it on.
 */
export const remindedOn = (
  current: { body: unknown },
  body: unknown,
  day: Day,
): { remindOn?: Day | null } => {
  const outcome = outcomeIn(body)
  return outcome === outcomeIn(current.body) ? {} : { remindOn: reminderAfter(outcome, day) }
}
