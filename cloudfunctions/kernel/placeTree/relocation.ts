import type { Level } from '@contract/roles'
import { collection } from '../cloud'
import type { Transaction } from '../transaction'
import { firstStep, type Step } from './relocationRules'

/**
 * What an edit of the tree leaves to be done: whatever lies below the node, its cases, people and staff, must agree with
 * the tree again. There is one for a node; a further edit begins it anew. It is done when a sweep finds nothing any more
 * that an instance, remembering places as they were, may have added.
 */
export interface Relocation {
  /** The node. */
  _id: string
  level: Level
  /** The node that it all comes to lie in: itself, or the one into which it was merged. */
  into: string
  /** A change of who is responsible concerns places only. */
  reach: 'places' | 'everything'
  /** When the node was last edited. */
  since: Date
  /** When this sweep began. */
  beganAt: Date
  /** Where it is: everything of this step up to this id has been seen. */
  step: Step
  after: string
  /** What it has found to change so far. */
  changed: number
  /** Those who have waited longest come first. */
  turnAt: Date
}

export const relocations = collection<Relocation>('relocations')

/** Together with the edit itself. */
export async function startRelocation(
  transaction: Transaction,
  node: { _id: string; level: Level },
  reach: Relocation['reach'],
  now: Date,
  into = node._id,
): Promise<void> {
  const all = transaction.collection<Relocation>('relocations')
  const { data: before } = await all.doc(node._id).get()
  await all.doc(node._id).set({
    data: {
      level: node.level,
      into,
      reach: before?.reach === 'everything' ? 'everything' : reach,
      since: now,
      beganAt: now,
      step: firstStep(node.level),
      after: '',
      changed: 0,
      turnAt: now,
    },
  })
}
