import type { Result } from '@contract/action'
import type { PlaceChanged } from '@contract/places'
import { forgetPlaces } from '@kernel/places'
import { keeping, type Editing } from '@kernel/placeTree/editing'
import { relocateNode } from '@kernel/placeTree/relocating'
import { logBug, type Context } from '@kernel/serve'

/** Whoever edits waits so long for what lies below to follow; the timer does the rest. */
const WAITED_MS = 3_000

/** Edits the tree for the caller, and begins to take along what must follow. */
export async function edit(
  { caller, now }: Context,
  work: (editing: Editing) => Promise<Result<PlaceChanged>>,
): Promise<Result<PlaceChanged>> {
  const edited = await work({ mayKeep: keeping(await caller.posts()), now })
  if (edited.ok) {
    forgetPlaces()
    await follow(edited.data.id)
  }
  return edited
}

/** The edit is stored, and its answer must say so: what a bug leaves undone here the timer does again. */
const follow = (id: string): Promise<void> => relocateNode(id, WAITED_MS).catch(logBug)
