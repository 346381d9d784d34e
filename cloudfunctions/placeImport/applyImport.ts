import { ok, type CheckedInputOf, type Result } from '@contract/action'
import type { ImportProgress, placeImportActions } from '@contract/placeImport'
import { now as clock } from '@kernel/clock'
import { removeFiles } from '@kernel/files'
import { forgetPlaces } from '@kernel/places'
import { changedMeanwhile, keeping } from '@kernel/placeTree/editing'
import type { Context, UseCase } from '@kernel/serve'
import { digestOf } from './digestOf'
import { keepAnswer } from './lastAnswer'
import { makeChanges } from './makeChanges'
import { isRefused, planImport } from './planImport'
import type { Change } from './planRules'

/** A call makes changes for so long; the function's own time must also hold the reading of the file and of the tree. */
const MAKING_MS = 15_000

type Applying = CheckedInputOf<typeof placeImportActions.apply>

/**
 * Makes the changes that the person has seen, as many as fit into one call. The plan is made anew from the file and the
 * tree as it is: what an earlier call has done, ended half-way or not, is not done again.
 */
export const applyImport: UseCase<typeof placeImportActions.apply> = async (input, context) => {
  const applied = await apply(input, context)
  if (!applied.ok) return applied
  await keepAnswer(input, applied.data)
  if (applied.data.left === 0) await removeFiles([input.file])
  return applied
}

async function apply(input: Applying, { caller, now }: Context): Promise<Result<ImportProgress>> {
  const planned = await planImport(input, now)
  if (isRefused(planned)) return planned
  const { changes, faults } = planned.plan
  if (faults.length > 0) return changedMeanwhile()
  // Also when somebody else has done it: there is nothing that the person could not have seen.
  if (changes.length === 0) return ok(progress(0, changes))
  if (digestOf(changes) !== input.digest) return changedMeanwhile()

  const editing = { mayKeep: keeping(await caller.posts()), now }
  const made = await makeChanges(changes, editing, new Date(clock().getTime() + MAKING_MS))
  forgetPlaces()
  if (!made.ok) return (await madeByTwin(changes, input, now)) ?? made
  return ok(progress(made.data, changes.slice(made.data)))
}

const progress = (done: number, left: readonly Change[]): ImportProgress => ({
  done,
  left: left.length,
  digest: digestOf(left),
})

/**
 * Sent twice at the same moment, whoever was quicker has made some of these changes, and perhaps all: the rest is still what the
 * person has seen. Null where something else is to be changed by now.
 */
async function madeByTwin(
  seen: readonly Change[],
  input: Applying,
  now: Date,
): Promise<Result<ImportProgress> | null> {
  const planned = await planImport(input, now)
  if (isRefused(planned) || planned.plan.faults.length > 0) return null
  const { changes } = planned.plan
  const isSeen = digestOf(seen.slice(seen.length - changes.length)) === digestOf(changes)
  return isSeen ? ok(progress(0, changes)) : null
}
