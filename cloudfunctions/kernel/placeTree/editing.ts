import { refused, type Refused } from '@contract/action'
import { isKeeperRole, type At } from '@contract/roles'
import { covers, type PostDocument } from '../caller'
import { command, type TransactionCollection } from '../cloud'
import type { PlaceDocument } from '../placeDocument'
import type { Transaction } from '../transaction'

/** A node as somebody saw it who wants to change it. */
export interface OnNode {
  place: string
  version: number
}

/** Whether somebody looks after the tree at a place. */
export type MayKeep = (at: At) => boolean

/** An edit of the tree: who may do it where, and when it happens. */
export interface Editing {
  mayKeep: MayKeep
  now: Date
}

export const keeping =
  (posts: readonly PostDocument[]): MayKeep =>
  (at) =>
    posts.some((post) => isKeeperRole(post.role) && covers(post, at))

type Places = TransactionCollection<PlaceDocument>

export const placesIn = (transaction: Transaction): Places => transaction.collection<PlaceDocument>('places')

/** A node that is there and the caller's to change. An instance may remember it otherwise: this asks the database. */
export async function ownNode(
  places: Places,
  id: string,
  { mayKeep }: Editing,
): Promise<PlaceDocument | null> {
  const { data } = await places.doc(id).get()
  return data && !data.mergedInto && mayKeep(data.at) ? data : null
}

export const noSuchNode = (): Refused => refused('notFound', 'there is no such place of yours')

export const changedMeanwhile = (): Refused =>
  refused('changedMeanwhile', 'somebody has changed this place, or what lies directly below it')

/** Whether another node directly below this one has the name. */
export async function isNameTaken(
  places: Places,
  parent: string | null,
  name: string,
  except?: string,
): Promise<boolean> {
  if (parent === null) return false
  const { data } = await places.where({ parent, name }).limit(2).get()
  return data.some(({ _id }) => _id !== except)
}

/**
 * Notes that something below these nodes has changed. Of two who change what lies below one node at once, each sees what
 * the other did: the database lets only one write the node, and the other's transaction begins again.
 */
export async function touch(
  places: Places,
  ids: Iterable<string | null>,
  more: Record<string, boolean> = {},
): Promise<void> {
  for (const id of new Set(ids)) {
    if (id) await places.doc(id).update({ data: { version: command.inc(1), ...more } })
  }
}

/** Notes that a node now lies below `parent` and is listed under `listedUnder`. */
export async function openAbove(
  places: Places,
  node: Pick<PlaceDocument, 'parent' | 'listedUnder'>,
): Promise<void> {
  if (node.parent === node.listedUnder) {
    return touch(places, [node.parent], { 'more.below': true, 'more.listed': true })
  }
  await touch(places, [node.parent], { 'more.below': true })
  await touch(places, [node.listedUnder], { 'more.listed': true })
}

/** Notes that a node lies there no more. */
export async function closeAbove(places: Places, gone: PlaceDocument): Promise<void> {
  const others = async (condition: Partial<PlaceDocument>) => {
    const { data } = await places.where(condition).limit(2).get()
    return data.some(({ _id }) => _id !== gone._id)
  }
  const below = gone.parent === null || (await others({ parent: gone.parent }))
  const listed = !gone.listedUnder || (await others({ listedUnder: gone.listedUnder }))
  if (gone.parent === gone.listedUnder) {
    return touch(places, [gone.parent], { 'more.below': below, 'more.listed': listed })
  }
  await touch(places, [gone.parent], { 'more.below': below })
  await touch(places, [gone.listedUnder], { 'more.listed': listed })
}

/** The place after the last of those that a list holds already. */
export async function nextOrder(
  places: Places,
  node: Pick<PlaceDocument, 'parent' | 'listedUnder'>,
): Promise<number> {
  const condition = node.listedUnder === null ? { parent: node.parent } : { listedUnder: node.listedUnder }
  const { data } = await places.where(condition).orderBy('order', 'desc').limit(1).get()
  return (data[0]?.order ?? -1) + 1
}
