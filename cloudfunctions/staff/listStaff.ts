import { ok, refused } from '@contract/action'
import { levels } from '@contract/roles'
import { STAFF_LISTED_AT_MOST, type staffActions } from '@contract/staff'
import type { PostDocument } from '@kernel/caller'
import { collection, command } from '@kernel/cloud'
import type { PlaceDocument } from '@kernel/placeDocument'
import { findPlace } from '@kernel/places'
import type { UseCase } from '@kernel/serve'
import { lineOf, posts } from './posts'

/** Everybody who serves at a place and below it, those who are suspended too. Two requests besides the caller's posts. */
export const listStaff: UseCase<typeof staffActions.list> = async ({ place: id, name }, { now }) => {
  const place = await findPlace(id, now)
  if (!place) return refused('notFound', 'there is no such place')
  const here = { [`at.${place.level}`]: place._id }
  const { data } = await posts
    .where(name ? { ...here, name: partOf(name) } : here)
    .limit(STAFF_LISTED_AT_MOST + 1)
    .get()
  const shown = data.slice(0, STAFF_LISTED_AT_MOST)
  const orders = await ordersOf(shown.map((post) => post.place.id))
  return ok({ posts: shown.sort(byPlace(orders)).map(lineOf), more: data.length > shown.length })
}

const partOf = (text: string): RegExp => new RegExp(text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))

/** The position of places among their neighbours. */
async function ordersOf(ids: string[]): Promise<Map<string, number>> {
  const asked = [...new Set(ids)]
  if (asked.length === 0) return new Map()
  const { data } = await collection<PlaceDocument>('places')
    .where({ _id: command.in(asked) })
    .limit(asked.length)
    .get()
  return new Map(data.map(({ _id, order }) => [_id, order]))
}

const depth = ({ place }: PostDocument): number => levels.indexOf(place.level)

const above = ({ place }: PostDocument): string => place.names.slice(0, -1).join(' ')

/** The widest place first; those below one place as they are ordered there. */
const byPlace =
  (orders: Map<string, number>) =>
  (a: PostDocument, b: PostDocument): number =>
    depth(a) - depth(b) ||
    above(a).localeCompare(above(b), 'zh-CN', { numeric: true }) ||
    (orders.get(a.place.id) ?? 0) - (orders.get(b.place.id) ?? 0) ||
    (a._id < b._id ? -1 : 1)
