import type { LineFault, LineFaultName } from '@contract/placeImport'
import { levels, type Level } from '@contract/roles'
import type { PlaceDocument } from '@kernel/placeDocument'
import { codeKey, type SheetPlace } from './outlineRules'
import { keyOf } from './placeTextRules'

/** A node of the tree, as far as an import must know it. */
export type TreePlace = Pick<
  PlaceDocument,
  '_id' | 'level' | 'name' | 'names' | 'code' | 'parent' | 'listedUnder' | 'order' | 'at'
>

/** What an import stands on. */
export interface Ground {
  root: TreePlace
  /** Everything below the root at the levels of the sheet. */
  tree: readonly TreePlace[]
  sheetLevels: readonly Level[]
  /** The id of a new node, always the same for the same text. */
  idFrom: (text: string) => string
}

/** What a place of the sheet is in the tree: a node that is there, or a new one. */
export interface Match {
  place: SheetPlace
  id: string
  /** The node that the sheet has it below. */
  parent: string
  found: TreePlace | null
}

/**
 * The node of the sheet's levels that lies above: where the sheet leaves out the grids, a compound of a grid is a
 * compound of the community.
 */
export const parentIn = (node: TreePlace, { root, sheetLevels }: Ground): string => {
  const above = sheetLevels.filter((level) => levels.indexOf(level) < levels.indexOf(node.level))
  const known = above.flatMap((level) => node.at[level] ?? [])
  return known[known.length - 1] ?? root._id
}

export function groupBy<T>(all: readonly T[], keyOfOne: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const one of all) {
    const key = keyOfOne(one)
    const group = groups.get(key)
    if (group) group.push(one)
    else groups.set(key, [one])
  }
  return groups
}

const nameKey = (parent: string, { level, name }: { level: Level; name: string }): string =>
  `${parent} ${level} ${keyOf(name)}`

const hasCode = ({ code }: { code: string }): boolean => code !== ''

/** Finds each place of the sheet in the tree: by its number, else by its name below the same node. */
export function matchesOf(
  places: readonly SheetPlace[],
  ground: Ground,
): { matches: Match[]; faults: LineFault[] } {
  const byCode = groupBy(ground.tree.filter(hasCode), codeKey)
  const byName = groupBy(ground.tree, (node) => nameKey(parentIn(node, ground), node))
  const codes = new Set(places.filter(hasCode).map(codeKey))
  const matches = new Map<SheetPlace, Match>()
  const faults: LineFault[] = []

  for (const place of places) {
    const parent = (place.parent && matches.get(place.parent)?.id) ?? ground.root._id
    const key = nameKey(parent, place)
    const numbered = hasCode(place) ? (byCode.get(codeKey(place)) ?? []) : []
    // A node whose number another line has is that line's, whatever its name is.
    const named = (byName.get(key) ?? []).filter((node) => !hasCode(node) || !codes.has(codeKey(node)))
    const [found = null, second] = numbered.length > 0 ? numbered : named
    matches.set(place, { place, parent, found, id: found?._id ?? ground.idFrom(key) })

    if (second) faults.push(faultOf(place, numbered.length > 0 ? 'codeAmbiguous' : 'nameAmbiguous'))
    else if (found && hasCode(found) && hasCode(place) && found.code !== place.code)
      faults.push(faultOf(place, 'otherCode'))
  }
  return { matches: [...matches.values()], faults }
}

const ofCode: readonly LineFaultName[] = ['codeAmbiguous', 'otherCode']

/** What is wrong with a place, told at the line that gives its number, or that names it first. */
export const faultOf = (
  { line, level, name, code, codeLine }: SheetPlace,
  fault: LineFaultName,
): LineFault =>
  ofCode.includes(fault)
    ? { line: codeLine, column: 'code', fault, text: code, other: null }
    : { line, column: level, fault, text: name, other: null }
