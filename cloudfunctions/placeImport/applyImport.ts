import { ok } from '@contract/action'
import type { placeImportActions } from '@contract/placeImport'
import { now as clock } from '@kernel/clock'
import { removeFiles } from '@kernel/files'
import { forgetPlaces } from '@kernel/places'
import { changedMeanwhile, keeping } from '@kernel/placeTree/editing'
import type { UseCase } from '@kernel/serve'
import { digestOf } from './digestOf'
import { makeChanges } from './makeChanges'
import { isRefused, planImport } from './planImport'

/** A call makes changes for so long; the function's own time must also hold the reading of the file and of the tree. */
const MAKING_MS = 15_000

/**
 * Makes the changes that the person has seen, as many as fit into one call. The plan is made anew from the file and the
 * tree as it is: what an earlier call has done, ended half-way or not, is not done again.
 */
export const applyImport: UseCase<typeof placeImportActions.apply> = async (input, { caller, now }) => {
  const planned = await planImport(input, now)
  if (isRefused(planned)) return planned
  const { changes, faults } = planned.plan
  if (faults.length > 0 || digestOf(changes) !== input.digest) return changedMeanwhile()

  const editing = { mayKeep: keeping(await caller.posts()), now }
  const made = await makeChanges(changes, editing, new Date(clock().getTime() + MAKING_MS))
  forgetPlaces()
  if (!made.ok) return made
  const left = changes.slice(made.data)
  if (left.length === 0) await removeFiles([input.file])
  return ok({ done: made.data, left: left.length, digest: digestOf(left) })
}
