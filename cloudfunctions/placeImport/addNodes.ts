import { ok, type Result } from '@contract/action'
import { collection, command, isDuplicate } from '@kernel/cloud'
import type { PlaceDocument } from '@kernel/placeDocument'
import { changedMeanwhile } from '@kernel/placeTree/editing'
import { livePlaces } from '@kernel/placeTree/livePlaces'
import { inherited } from '@kernel/placeTree/treeRules'
import type { Add } from './planRules'

const places = collection<PlaceDocument>('places')

/** All that a call adds, as far as it has come. */
export interface Adding {
  /** The nodes above those that are added, by their id. */
  above: Map<string, PlaceDocument>
  ids: ReadonlySet<string>
  /** The nodes that thereby have something below them, and those that have something listed. */
  parents: ReadonlySet<string>
  lists: ReadonlySet<string>
}

export function beginAdding(adds: readonly Add[]): Adding {
  const grids = adds.filter(({ place }) => place.level === 'grid')
  const others = adds.filter(({ place }) => place.level !== 'grid')
  const aboveGrid = new Map(grids.map(({ id, parent }) => [id, parent]))
  return {
    above: new Map(),
    ids: new Set(adds.map(({ id }) => id)),
    parents: new Set(adds.map(({ parent }) => parent)),
    lists: new Set(others.map(({ parent }) => aboveGrid.get(parent) ?? parent)),
  }
}

/**
 * Adds nodes in one request; those above them are there, or come before them. Ended half-way, the rest is planned and
 * added by another call: what is above is opened first, so that nothing ever lies below a node that says it has nothing.
 */
export async function addNodes(adds: readonly Add[], adding: Adding): Promise<Result<null>> {
  const missing = adds
    .map(({ parent }) => parent)
    .filter((id) => !adding.above.has(id) && !adding.ids.has(id))
  for (const [id, place] of await livePlaces(missing)) adding.above.set(id, place)

  const documents: PlaceDocument[] = []
  for (const add of adds) {
    const parent = adding.above.get(add.parent)
    // What was merged away is found as what has taken its place.
    if (parent?._id !== add.parent) return changedMeanwhile()
    const document = documentOf(add, parent, adding)
    adding.above.set(add.id, document)
    documents.push(document)
  }
  if (!(await openAbove(documents, adding.ids))) return changedMeanwhile()
  try {
    await places.add({ data: documents })
    return ok(null)
  } catch (cause) {
    // The same call, sent twice at once.
    if (isDuplicate(cause)) return changedMeanwhile()
    throw cause
  }
}

function documentOf(
  { id, order, place: { level, name, code } }: Add,
  parent: PlaceDocument,
  { parents, lists }: Adding,
): PlaceDocument {
  return {
    _id: id,
    level,
    name,
    code,
    order,
    version: 1,
    more: { below: parents.has(id), listed: lists.has(id) },
    ...inherited({ _id: id, level, name, responsible: {}, at: {}, names: [] }, parent),
  }
}

/** Notes above new nodes that they are there; false when one of those above is no more. */
async function openAbove(documents: readonly PlaceDocument[], added: ReadonlySet<string>): Promise<boolean> {
  const above = (of: (document: PlaceDocument) => string | null) => [
    ...new Set(documents.flatMap((document) => of(document) ?? []).filter((id) => !added.has(id))),
  ]
  const lists = above(({ listedUnder }) => listedUnder)
  if (lists.length > 0) {
    await places
      .where({ _id: command.in(lists), 'more.listed': false })
      .update({ data: { 'more.listed': true } })
  }
  const parents = above(({ parent }) => parent)
  if (parents.length === 0) return true
  const { stats } = await places
    .where({ _id: command.in(parents) })
    .update({ data: { 'more.below': true, version: command.inc(1) } })
  return stats.updated === parents.length
}
