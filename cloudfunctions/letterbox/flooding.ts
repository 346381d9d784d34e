import { tipLimits } from '@contract/letterbox'
import { collection, command } from '@kernel/cloud'
import type { PlaceDocument } from '@kernel/placeDocument'
import { letters, placeHash } from '@kernel/tips/letters'
import type { TipCase } from '@kernel/tips/tip'
import { roundOf } from './rounds'

const HOUR_MS = 3_600_000

/** By which letters about a community are counted, and those about a wider place as such. */
export const hashedCommunity = ({ _id, at }: PlaceDocument): string => placeHash(at.community ?? _id)

/**
 * Whether more was told of a community in the last hour than can be true; of many at once a few more are taken. Found out
 * from letters and tips: a count, begun when the first of an hour is told, would stand beside whoever has told it. Two
 * database requests.
 */
export async function isFlooded(place: PlaceDocument, now: Date): Promise<boolean> {
  const { _id, at } = place
  const there = at.community ? { 'at.community': at.community } : { 'at.street': at.street, 'place.id': _id }
  const since = command.gte(roundOf(new Date(now.getTime() - HOUR_MS)))
  const counted = await Promise.all([
    letters.where({ community: hashedCommunity(place) }).count(),
    collection<TipCase>('cases')
      .where({ ...there, kind: 'tip', openedAt: since })
      .count(),
  ])
  return counted.reduce((sum, { total }) => sum + total, 0) >= tipLimits.tipsAnHourAtAPlace
}
