import type { LineFault } from '@contract/placeImport'
import { matchesOf, parentIn, type Ground, type Match, type TreePlace } from './matchRules'
import { keyOf } from './placeTextRules'
import { listsOf, namesTaken } from './listRules'
import type { Outline, SheetPlace } from './outlineRules'

/** One thing that an import does. A node that is there keeps its id. */
export type Change =
  | { kind: 'add'; id: string; parent: string; order: number; place: SheetPlace }
  /** A new name, or a number where it had none. */
  | { kind: 'rename'; id: string; place: SheetPlace; from: TreePlace }
  | { kind: 'move'; id: string; parent: string; place: SheetPlace; from: TreePlace }

export type Add = Extract<Change, { kind: 'add' }>
export type Rename = Extract<Change, { kind: 'rename' }>

export interface Plan {
  /** In the order in which they are made: first renames, because what is added takes along the names above it. */
  changes: Change[]
  /** By line. */
  faults: LineFault[]
  /** Places of the sheet that are as they should be. */
  same: number
}

/** Whether a rename gives a new name; else it gives a number only. */
export const isNewName = ({ place, from }: Rename): boolean => keyOf(from.name) !== keyOf(place.name)

/** A name that is only written otherwise stays; a number that the sheet does not say stays. */
export const afterRename = (rename: Rename): { name: string; code: string } => ({
  name: isNewName(rename) ? rename.place.name : rename.from.name,
  code: rename.place.code || rename.from.code,
})

/** What must happen for the tree to be as the sheet has it. Nothing is ever removed. */
export function planOf(outline: Outline, ground: Ground): Plan {
  const { matches, faults } = matchesOf(outline.places, ground)
  const changes = changesOf(matches, ground)
  const changed = new Set(changes.map(({ id }) => id))
  return {
    changes,
    faults: [...outline.faults, ...faults, ...namesTaken(matches, changed, ground)].sort(
      (a, b) => a.line - b.line,
    ),
    same: matches.length - changed.size,
  }
}

function changesOf(matches: readonly Match[], ground: Ground): Change[] {
  const { listOf, nextIn } = listsOf(matches, ground)
  const renames: Change[] = []
  const adds: Change[] = []
  const moves: Change[] = []
  for (const match of matches) {
    const { place, id, parent, found: from } = match
    if (!from) {
      adds.push({ kind: 'add', id, parent, order: nextIn(listOf(match)), place })
      continue
    }
    const rename = { kind: 'rename' as const, id, place, from }
    if (afterRename(rename).code !== from.code || isNewName(rename)) renames.push(rename)
    if (parentIn(from, ground) !== parent) moves.push({ kind: 'move', id, parent, place, from })
  }
  return [...renames, ...adds, ...moves]
}
