import type { Level } from '@contract/roles'
import { covers, type PostDocument } from '../caller'
import { collection, command } from '../cloud'
import { placeName, type PlaceDocument } from '../placeDocument'
import { livePlaces } from './livePlaces'
import { postsById } from './postsById'
import { A_PAGE, applyPatches, below } from './patching'
import type { Relocation } from './relocation'
import type { Page } from './relocationRules'
import {
  inherited,
  inheritedPatch,
  ownResponsible,
  whereaboutsPatch,
  type Inherited,
  type Patch,
  type Serves,
} from './treeRules'

const POSTS_AT_MOST = 1000

const places = collection<PlaceDocument>('places')

/** Gives the nodes of one level what they have from those above them, which have it already; and their staff with them. */
export async function agreePlaces(relocation: Relocation, level: Level): Promise<Page> {
  const isNodeItself = level === relocation.level
  const page = await (isNodeItself ? nodeItself(relocation) : pageOf(relocation, level))
  const agreed = await withInherited(page)
  await openLists(agreed)
  const changed = await applyPatches(
    'places',
    agreed.map(({ place, wanted }) => ({ _id: place._id, patch: inheritedPatch(place, wanted) })),
    isNodeItself ? {} : below(relocation),
  )
  const posts = await agreePosts(isNodeItself ? [relocation._id] : page.map(({ _id }) => _id))
  const last = page[page.length - 1]
  return { last: last && page.length === A_PAGE ? last._id : null, changed: changed + posts }
}

const nodeItself = async ({ _id }: Relocation): Promise<PlaceDocument[]> => {
  const { data } = await places.doc(_id).get()
  return data && !data.mergedInto ? [data] : []
}

const pageOf = async (relocation: Relocation, level: Level): Promise<PlaceDocument[]> => {
  const { data } = await places
    .where({ ...below(relocation), level, _id: command.gt(relocation.after) })
    .orderBy('_id', 'asc')
    .limit(A_PAGE)
    .get()
  return data
}

interface Agreed {
  place: PlaceDocument
  wanted: Inherited
}

async function withInherited(page: PlaceDocument[]): Promise<Agreed[]> {
  const above = await livePlaces(page.flatMap(({ parent }) => parent ?? []))
  const serves = await servingOf(page)
  return page.flatMap((place) => {
    const parent = place.parent === null ? null : above.get(place.parent)
    return parent === undefined ? [] : { place, wanted: inherited(place, parent, serves) }
  })
}

/** Of the staff whom these nodes have named: a node may have gone to where they do not serve. */
async function servingOf(page: PlaceDocument[]): Promise<Serves> {
  const named = page.flatMap((place) =>
    Object.values(ownResponsible(place)).flatMap(({ post }) => post ?? []),
  )
  const posts = await postsById(named)
  return (id, at) => {
    const post = posts.get(id)
    return post !== undefined && post.active && covers(post, at)
  }
}

/** Residents must not find a list closed that has something in it: it is opened before anything goes there. */
async function openLists(agreed: Agreed[]): Promise<void> {
  const lists = agreed.flatMap(({ place, wanted }) =>
    wanted.listedUnder && wanted.listedUnder !== place.listedUnder ? wanted.listedUnder : [],
  )
  if (lists.length === 0) return
  await places
    .where({ _id: command.in([...new Set(lists)]), 'more.listed': false })
    .update({ data: { 'more.listed': true } })
}

/** A post goes where its place has gone. Not to a place of another level, where its role is not held. */
async function agreePosts(ids: string[]): Promise<number> {
  if (ids.length === 0) return 0
  const { data } = await collection<PostDocument>('staff')
    .where({ 'place.id': command.in(ids) })
    .limit(POSTS_AT_MOST)
    .get()
  const now = await livePlaces(data.map((post) => post.place.id))
  const patches = data.flatMap((post): { _id: string; patch: Patch }[] => {
    const place = now.get(post.place.id)
    if (place?.level !== post.place.level) return []
    return [{ _id: post._id, patch: whereaboutsPatch('place', post, placeName(place), place.at) }]
  })
  return applyPatches('staff', patches, { 'place.id': command.in(ids) })
}
