import type { LineFault } from '@contract/placeImport'
import { isListed } from '@kernel/placeTree/treeRules'
import { faultOf, groupBy, parentIn, type Ground, type Match, type TreePlace } from './matchRules'
import { keyOf } from './placeTextRules'

const unlistedIn = (parent: string): string => `not listed, in ${parent}`

/** The list that a node stands in: residents find a compound below its community, whatever its grid. */
const listNow = ({ level, parent, listedUnder }: TreePlace): string =>
  isListed(level) ? (listedUnder ?? '') : unlistedIn(parent ?? '')

/** The lists of an import: in which one a place will stand, and at which position a new one. */
export function listsOf(matches: readonly Match[], ground: Ground) {
  const { root, tree } = ground
  const aboveGrid = new Map<string, string | null>([
    ...(root.level === 'grid' ? [[root._id, root.parent] as const] : []),
    ...tree.filter(({ level }) => level === 'grid').map(({ _id, parent }) => [_id, parent] as const),
    ...matches.filter(({ place }) => place.level === 'grid').map(({ id, parent }) => [id, parent] as const),
  ])
  const next = new Map<string, number>()
  for (const node of tree) {
    const list = listNow(node)
    next.set(list, Math.max(next.get(list) ?? 0, node.order + 1))
  }
  return {
    listOf: ({ place, parent, found }: Match): string => {
      if (found && parentIn(found, ground) === parent) return listNow(found)
      return isListed(place.level) ? (aboveGrid.get(parent) ?? parent) : unlistedIn(parent)
    },
    nextIn: (list: string): number => {
      const order = next.get(list) ?? 0
      next.set(list, order + 1)
      return order
    },
  }
}

/**
 * The changes that would give two nodes of one list the same name. Nodes do not exchange their names either: each is
 * renamed alone, to a name that nothing beside it has now.
 */
export function namesTaken(
  matches: readonly Match[],
  changed: ReadonlySet<string>,
  ground: Ground,
): LineFault[] {
  const { listOf } = listsOf(matches, ground)
  const now = ground.tree.map((node) => ({ id: node._id, key: `${listNow(node)} ${keyOf(node.name)}` }))
  const afterwards = matches.map((match) => ({
    id: match.id,
    key: `${listOf(match)} ${keyOf(match.place.name)}`,
  }))
  const matched = new Set(matches.map(({ id }) => id))
  const holders = groupBy([...now.filter(({ id }) => !matched.has(id)), ...afterwards], ({ key }) => key)
  const holdersNow = groupBy(now, ({ key }) => key)

  return matches.flatMap(({ place, id, found }, index) => {
    const key = afterwards[index]?.key ?? ''
    const others = [...(holders.get(key) ?? []), ...(found ? (holdersNow.get(key) ?? []) : [])]
    const isTaken = changed.has(id) && others.some((other) => other.id !== id)
    return isTaken ? [faultOf(place, 'nameTaken')] : []
  })
}
