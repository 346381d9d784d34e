import type { Ending } from '@contract/healthAlerts'
import type { AlertSpokenEvent } from '@/words/staff'

/** What a member of staff is about to do to an episode. */
export type AlertDeed =
  | { event: 'close'; ending: Ending; words: string }
  | { event: 'reassign'; colleague: string; words: string }
  | { event: AlertSpokenEvent; words: string }
