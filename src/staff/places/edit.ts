import type { Duty, PlaceNode } from '@contract/places'

/** What is being done to a node. */
export type Edit = { what: 'add' | 'rename' | 'move' | 'merge' | 'remove' } | { what: 'appoint'; duty: Duty }

/** What the form of an edit needs. */
export interface EditFormProps {
  node: PlaceNode
  /** It has arrived, and what is on the screen is being asked for again. */
  onDone: () => void
}
