import { createHash } from 'node:crypto'
import type { Change } from './planRules'

/** What a change is, whatever else has been changed before: a node may be renamed in one call and moved in the next. */
function essence(change: Change): string[] {
  const { kind, id, place } = change
  if (change.kind === 'add') return [kind, id, change.parent, place.name, place.code]
  if (change.kind === 'move') return [kind, id, change.parent, change.from.parent ?? '']
  return [kind, id, place.name, place.code, change.from.name, change.from.code]
}

/** Stands for these changes and their order. */
export const digestOf = (changes: readonly Change[]): string =>
  createHash('sha256')
    .update(JSON.stringify(changes.map(essence)))
    .digest('base64url')
