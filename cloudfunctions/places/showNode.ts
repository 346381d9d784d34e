import { ok, refused } from '@contract/action'
import type { PlaceNode, placesActions } from '@contract/places'
import { levels } from '@contract/roles'
import { collection, command, weChatCode } from '@kernel/cloud'
import {
  placeName,
  publicContact,
  publicResponsible,
  residentName,
  type PlaceDocument,
} from '@kernel/placeDocument'
import { findPlace } from '@kernel/places'
import { keeping } from '@kernel/placeTree/editing'
import { relocations } from '@kernel/placeTree/relocation'
import { levelsBelow } from '@kernel/placeTree/treeRules'
import type { UseCase } from '@kernel/serve'
import { linesBelow } from './browsePlaces'

/** What a scanned code opens; it reads the place from the scene. */
const OPENED = 'pages/home/index'

const noSuchPlace = () => refused('notFound', 'there is no such place of yours')

/** A node as it is now, not as an instance remembers it: the version in it is what an edit must name. */
export const showNode: UseCase<typeof placesActions.node> = async ({ place: id }, { caller }) => {
  const { data: place } = await collection<PlaceDocument>('places').doc(id).get()
  if (!place || place.mergedInto || !keeping(await caller.posts())(place.at)) return noSuchPlace()
  const path = levels.flatMap((level) => place.at[level] ?? [])
  const [children, moving] = await Promise.all([linesBelow(id), isMoving(path)])
  return ok<PlaceNode>({
    ...placeName(place),
    contact: publicContact(place),
    responsible: publicResponsible(place),
    path,
    name: place.name,
    code: place.code,
    parent: place.parent,
    version: place.version,
    children,
    mayAdd: levelsBelow(place.level),
    moving,
  })
}

/** Whether this node, one above it, or one merged into them has been edited so lately that something may yet have to follow. */
async function isMoving(path: string[]): Promise<boolean> {
  const { data } = await relocations
    .where({ into: command.in(path), reach: 'everything' })
    .limit(1)
    .get()
  return data.length > 0
}

/** The code for a gate or door, with the names that residents read there. */
export const showCode: UseCase<typeof placesActions.code> = async ({ place: id }, { now }) => {
  const place = await findPlace(id, now)
  if (!place) return noSuchPlace()
  const { type, bytes } = await weChatCode(place._id, OPENED)
  return ok({
    place: residentName(place.at, placeName(place)),
    contact: publicContact(place),
    type,
    image: bytes.toString('base64'),
  })
}
