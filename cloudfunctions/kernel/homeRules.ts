import type { FieldFault } from '@contract/faults'
import { levels, type Level } from '@contract/roles'

/**
 * What is wrong with the place of somebody's home: not there, wider than a compound, or a door. It is shown in lists and
 * messages; a door is not: it is typed, and sealed.
 */
export const homeFault = (place: { level: Level } | null): FieldFault | undefined => {
  if (!place) return 'placeUnknown'
  if (place.level === 'household') return 'placeIsDoor'
  return levels.indexOf(place.level) < levels.indexOf('compound') ? 'placeTooWide' : undefined
}
