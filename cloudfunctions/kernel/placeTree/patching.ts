import { collection, command } from '../cloud'
import type { Relocation } from './relocation'
import type { Patch } from './treeRules'

/** So many documents are looked at together. */
export const A_PAGE = 100

/** Whatever lies at or below the node of a relocation. */
export const below = ({ _id, level }: Pick<Relocation, '_id' | 'level'>) => ({ [`at.${level}`]: _id })

const asUpdate = (patch: Patch): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(patch).map(([path, value]) => {
      if (value === undefined) return [path, command.remove()]
      // An object would be merged into the stored one.
      return [path, value !== null && typeof value === 'object' ? command.set(value) : value]
    }),
  )

/**
 * Writes patches, one request for all documents that need the same. `still` must hold when it is written: what has gone
 * elsewhere meanwhile is somebody else's. Answers how many needed one.
 */
export async function applyPatches(
  name: 'places' | 'people' | 'households' | 'cases' | 'staff',
  patches: { _id: string; patch: Patch }[],
  still: Record<string, unknown>,
): Promise<number> {
  const needed = patches.filter(({ patch }) => Object.keys(patch).length > 0)
  const groups = new Map<string, { patch: Patch; ids: string[] }>()
  for (const { _id, patch } of needed) {
    const key = JSON.stringify(Object.entries(patch).map(([path, value]) => [path, value ?? null]))
    const group = groups.get(key) ?? { patch, ids: [] }
    groups.set(key, group)
    group.ids.push(_id)
  }
  for (const { patch, ids } of groups.values()) {
    await collection(name)
      .where({ ...still, _id: command.in(ids) })
      .update({ data: asUpdate(patch) })
  }
  return needed.length
}
