import { duties, type Duty } from '@contract/places'
import { isCaseRole, levels } from '@contract/roles'
import { covers, type PostDocument } from './caller'
import { collection, command } from './cloud'
import type { OnDuty, PlaceDocument } from './placeDocument'
import { forgetPlaces } from './places'
import { livePlaces } from './placeTree/livePlaces'

const NAMED_AT_MOST = 1000

const places = collection<PlaceDocument>('places')

/** Somebody on the staff who has a duty at a node. Only who handles cases is told of them. */
export const onDutyOf = (node: string, { _id, name, phone, role, openid }: PostDocument): OnDuty => ({
  of: node,
  name,
  phone,
  post: _id,
  openid: isCaseRole(role) ? openid : null,
})

/**
 * Takes every duty from one post and gives it to another; to nobody in particular where the other's place does not cover
 * the node, or where there is none: then whoever is named above is responsible. Five database requests for a post without
 * duties, two more for each duty and each node. Doing it twice changes nothing more; ended half-way it is completed by doing it again.
 */
export async function replaceOnDuty(from: PostDocument, to: PostDocument | null): Promise<void> {
  const named = await Promise.all(duties.map(async (duty) => ({ duty, nodes: await namedBy(duty, from) })))
  for (const { duty, nodes } of named) {
    const above = await livePlaces(nodes.flatMap(({ parent }) => parent ?? []))
    for (const node of nodes) {
      // What a post keeps stays as it was named, with a number of its own.
      if (to?._id === from._id && covers(to, node.at)) continue
      const inherited = node.parent === null ? undefined : above.get(node.parent)?.responsible[duty]
      const successor = to && covers(to, node.at) ? onDutyOf(node._id, to) : inherited
      await replaceAt(node, duty, from, successor)
    }
  }
  forgetPlaces()
}

/**
 * The nodes that have named this post for a duty, the lowest first: what one takes over from a node above it, which is to
 * be replaced there too, is replaced with it.
 */
async function namedBy(duty: Duty, post: PostDocument): Promise<PlaceDocument[]> {
  const { list } = await places
    .aggregate()
    .match({ [`responsible.${duty}.post`]: post._id })
    .group({ _id: `$responsible.${duty}.of` })
    .limit(NAMED_AT_MOST)
    .end()
  const nodes = await livePlaces(list.map(({ _id }) => String(_id)))
  // What a node that is no more has named is taken away by its relocation.
  const live = [...nodes].flatMap(([id, node]) => (node._id === id ? node : []))
  const depth = ({ level }: PlaceDocument) => levels.indexOf(level)
  return live.sort((a, b) => depth(b) - depth(a))
}

async function replaceAt(
  { _id }: PlaceDocument,
  duty: Duty,
  from: PostDocument,
  successor: OnDuty | undefined,
): Promise<void> {
  const change = { [`responsible.${duty}`]: successor ? command.set(successor) : command.remove() }
  const held = { [`responsible.${duty}.post`]: from._id, [`responsible.${duty}.of`]: _id }
  // The node first: whoever edits it at this moment must see that it has changed.
  await places.where({ _id, ...held }).update({ data: { ...change, version: command.inc(1) } })
  await places.where(held).update({ data: change })
}
