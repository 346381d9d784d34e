import { duties, type Duty } from '@contract/places'
import { covers, type PostDocument } from './caller'
import { collection, command } from './cloud'
import type { OnDuty, PlaceDocument } from './placeDocument'
import { forgetPlaces } from './places'

const places = collection<PlaceDocument>('places')

/**
 * Takes every duty from one post and gives it to another; to nobody in particular where the other's place does not cover
 * the node, or where there is none: then whoever is named above is responsible. Five database requests for a post without
 * duties. Doing it twice changes nothing more; ended half-way it is completed by doing it again.
 */
export async function replaceOnDuty(from: PostDocument, to: PostDocument | null): Promise<void> {
  const named = await Promise.all(duties.map(async (duty) => ({ duty, nodes: await namedBy(duty, from) })))
  for (const { duty, nodes } of named) {
    for (const node of nodes) await replaceAt(node, duty, from, to)
  }
  forgetPlaces()
}

/** The nodes that have named this post for a duty. */
async function namedBy(duty: Duty, post: PostDocument): Promise<string[]> {
  const { list } = await places
    .aggregate()
    .match({ [`responsible.${duty}.post`]: post._id })
    .group({ _id: `$responsible.${duty}.of` })
    .end()
  return list.map(({ _id }) => String(_id))
}

async function replaceAt(id: string, duty: Duty, from: PostDocument, to: PostDocument | null): Promise<void> {
  const { data: node } = await places.doc(id).get()
  const successor = node && (await successorAt(node, duty, to))
  const change = { [`responsible.${duty}`]: successor ? command.set(successor) : command.remove() }
  const held = { [`responsible.${duty}.post`]: from._id, [`responsible.${duty}.of`]: id }
  // The node first: whoever edits it at this moment must see that it has changed.
  await places.where({ _id: id, ...held }).update({ data: { ...change, version: command.inc(1) } })
  await places.where(held).update({ data: change })
}

async function successorAt(
  node: PlaceDocument,
  duty: Duty,
  to: PostDocument | null,
): Promise<OnDuty | undefined> {
  if (to && covers(to, node.at)) {
    return { of: node._id, name: to.name, phone: to.phone, post: to._id, openid: to.openid }
  }
  if (node.parent === null) return undefined
  const { data: above } = await places.doc(node.parent).get()
  return above?.responsible[duty]
}
