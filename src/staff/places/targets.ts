import type { PlaceName } from '@contract/cases'
import type { PlaceLine, PlaceNode } from '@contract/places'
import { levels, type Level } from '@contract/roles'

/** A node goes below a wider one, or into another of its own level. */
export type Purpose = 'move' | 'merge'

type Going = Pick<PlaceNode, 'id' | 'level' | 'parent'>

/** A place on the way to where a node may go. */
export interface TargetLine {
  id: string
  name: string
  level: Level
  /** Whether tapping it leads on; else it is chosen. */
  more: boolean
}

const depth = (level: Level): number => levels.indexOf(level)

/** The lines of one step on the way, without those at which a node cannot arrive. */
export const targetLines = (purpose: Purpose, node: Going, lines: readonly PlaceLine[]): TargetLine[] =>
  lines.flatMap(({ id, name, level, more }): TargetLine[] => {
    if (id === node.id) return []
    const isWider = depth(level) < depth(node.level)
    if (purpose === 'merge' && level === node.level) return [{ id, name, level, more: false }]
    if (!isWider || (purpose === 'merge' && !more)) return []
    // Below a neighbour of the level just above, nothing is left to which it could be moved.
    const leadsOn = more && (purpose === 'merge' || depth(level) < depth(node.level) - 1)
    if (id === node.parent && !leadsOn) return []
    return [{ id, name, level, more: leadsOn }]
  })

/** Whether a node can go anywhere below one's own places: the widest of them lies in what is another's. */
export const mayGo = (
  purpose: Purpose,
  { id, level }: Pick<Going, 'id' | 'level'>,
  own: readonly Pick<PlaceName, 'id' | 'level'>[],
): boolean =>
  own.some(
    (place) =>
      place.id !== id &&
      (depth(place.level) < depth(level) || (purpose === 'merge' && place.level === level)),
  )

/** Whether a node can be moved to below this place: not to where it is already. */
export const canMoveTo = (node: Going, place: Pick<TargetLine, 'id' | 'level'>): boolean =>
  depth(place.level) < depth(node.level) && place.id !== node.parent
