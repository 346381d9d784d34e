import { reminderAfter } from '@contract/reminders'
import type { Day } from '@contract/calendar'
import type { Outcome } from '@contract/outcome'

/** The next day after `day` on which whoever a case is about is reminded. Kinds with a measure keep it as `outcome`. */
export const remindedOn = (body: unknown, day: Day): Day | null =>
  reminderAfter((body as { outcome?: Outcome | null } | null)?.outcome ?? null, day)
