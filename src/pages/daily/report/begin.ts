import type { Day } from '@contract/calendar'
import type { Instant } from '@contract/cases'
import { dropDraft, readDraft, saveDraft } from '@/services/drafts'
import type { WaitingOf } from '@/services/submissions'
import type { Reporting } from '../reporting'
import { beginningOf, withEverybody, type DailyForm } from './answers'

/** What was typed on a day and not sent: on another day it is no news any more. */
interface DailyDraft extends DailyForm {
  on: Day
}

const draftOf = (household: string) => `report/${household}` as const

export const keepDraft = (household: string, on: Day, { people }: DailyForm): void => {
  saveDraft<DailyDraft>(draftOf(household), { values: { on, people }, step: 0, submission: '' })
}

export const dropDailyDraft = (household: string): void => dropDraft(draftOf(household))

export interface Beginning {
  values: DailyForm
  /** When the draft it goes on with was saved; null for a fresh form. */
  resumedFrom: Instant | null
}

/** Goes on with what was typed today; else with what waits on this phone; else with what was last said. */
export function begin(reporting: Reporting, today: Day, waiting: readonly WaitingOf<'report'>[]): Beginning {
  const fresh = beginningOf(reporting, today)
  const draft = readDraft<DailyDraft>(draftOf(reporting.id))
  if (draft?.values.on === today) {
    return { values: withEverybody(draft.values, fresh), resumedFrom: draft.savedAt }
  }
  const sent = waiting.filter(({ input }) => input.household === reporting.id && input.on === today)
  const latest = sent[sent.length - 1]
  return { values: latest ? withEverybody(latest.input, fresh) : fresh, resumedFrom: null }
}
