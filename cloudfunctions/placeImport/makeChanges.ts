import { ok, type Result } from '@contract/action'
import { now as clock } from '@kernel/clock'
import { collection } from '@kernel/cloud'
import type { PlaceDocument } from '@kernel/placeDocument'
import { changedMeanwhile, type Editing } from '@kernel/placeTree/editing'
import { moveNode } from '@kernel/placeTree/moveNode'
import { renameNode } from '@kernel/placeTree/renameNode'
import { addNodes, beginAdding } from './addNodes'
import { afterRename, type Add, type Change } from './planRules'

const ADDED_AT_ONCE = 200

/** Makes changes in their order until time is up, at least one step; answers how many. */
export async function makeChanges(
  changes: readonly Change[],
  editing: Editing,
  until: Date,
): Promise<Result<number>> {
  const isAdd = (change: Change): change is Add => change.kind === 'add'
  const adding = beginAdding(changes.filter(isAdd))
  let done = 0
  for (const step of stepsOf(changes)) {
    const adds = step.filter(isAdd)
    const [change] = step
    const made = change && !isAdd(change) ? await changeNode(change, editing) : await addNodes(adds, adding)
    if (!made.ok) return made
    done += step.length
    if (clock() >= until) break
  }
  return ok(done)
}

/** Nodes are added together, everything else is done one by one. */
function stepsOf(changes: readonly Change[]): Change[][] {
  const steps: Change[][] = []
  for (const change of changes) {
    const last = steps[steps.length - 1]
    const joins = change.kind === 'add' && last?.[0]?.kind === 'add' && last.length < ADDED_AT_ONCE
    if (joins) last.push(change)
    else steps.push([change])
  }
  return steps
}

/** Renames or moves a node that is still as the plan has seen it. */
async function changeNode(change: Exclude<Change, Add>, editing: Editing): Promise<Result<unknown>> {
  const { id: place, from } = change
  const { data: node } = await collection<PlaceDocument>('places').doc(place).get()
  const isAsSeen =
    change.kind === 'move'
      ? node?.parent === from.parent
      : node?.name === from.name && node.code === from.code
  if (!node || !isAsSeen) return changedMeanwhile()
  // Its version may have risen by what this import has changed below it.
  const on = { place, version: node.version }
  const made =
    change.kind === 'move'
      ? await moveNode({ ...on, to: change.parent }, editing)
      : await renameNode({ ...on, ...afterRename(change) }, editing)
  // The plan was made of what is allowed: where it is no more, the tree is another.
  return made.ok ? made : changedMeanwhile()
}
