import { addDays, dayOf, type Day } from '@contract/calendar'
import type { Obstacle } from '@contract/myData'

/** What the law asks of a case before it may go because its owner wishes it. */
interface Standing {
  /** Somebody must still act on it. */
  isOpen: boolean
  /** The last day of its measure; null without one. */
  measureEnd: Day | null
  /** The last day of the legal hold over it; null without one. */
  heldUntil: Day | null
}

/**
 * What stands against deleting a case now, and until which day as far as that is known. A hold counts most, because it
 * also outlasts the others. The data of a measure is needed while the measure lasts (PIPL art. 13 (3) and (4), art. 47).
 */
export const obstacleTo = (
  { isOpen, measureEnd, heldUntil }: Standing,
  today: Day,
): { obstacle: Obstacle | null; until: Day | null } => {
  if (heldUntil) return { obstacle: 'hold', until: heldUntil }
  // First the measure: what staff propose among themselves makes a case open, and is not told by this.
  if (measureEnd && measureEnd >= today) return { obstacle: 'measure', until: measureEnd }
  if (isOpen) return { obstacle: 'open', until: null }
  return { obstacle: null, until: null }
}

/** The last day on which something is kept that goes at this midnight. */
export const lastDayBefore = (midnight: Date): Day => addDays(dayOf(midnight), -1)
