import { tipLimits } from '@contract/letterbox'
import { collection, command } from '@kernel/cloud'
import type { PlaceDocument } from '@kernel/placeDocument'
import { rememberedForAMinute } from '@kernel/remembering'
import { letters, placeHash } from '@kernel/tips/letters'
import type { TipCase } from '@kernel/tips/tip'
import { roundOf } from './rounds'

const HOUR_MS = 3_600_000

/** By which letters about a community are counted, and those about a wider place as such. */
export const hashedCommunity = ({ _id, at }: PlaceDocument): string => placeHash(at.community ?? _id)

/** From so many on they are counted anew each time: other instances may be adding to them at this moment. */
const MANY = tipLimits.tipsAnHourAtAPlace / 10

// What this instance has found to have been told of each community in the last hour.
const found = rememberedForAMinute<{ told: number }>()

/** One more was told of a place: this instance need not look to know of it. */
export function noteTold(place: PlaceDocument, now: Date): void {
  const known = found.of(hashedCommunity(place), now)
  if (known) known.told += 1
}

/**
 * Whether more was told of a community in the last hour than can be true; of many at once, and of each instance that
 * remembers a quiet place, a few more are taken. Found out from letters and tips: a count, begun when the first of an hour is
 * told, would stand beside whoever has told it. Two database requests; none where this instance knows of less than {@link MANY}
 * from within the last minute.
 */
export async function isFlooded(place: PlaceDocument, now: Date): Promise<boolean> {
  const community = hashedCommunity(place)
  const known = found.of(community, now)
  if (known && known.told < MANY) return false
  const told = await toldOf(place, community, now)
  found.keep(community, { told }, now)
  return told >= tipLimits.tipsAnHourAtAPlace
}

async function toldOf({ _id, at }: PlaceDocument, community: string, now: Date): Promise<number> {
  const there = at.community ? { 'at.community': at.community } : { 'at.street': at.street, 'place.id': _id }
  const since = command.gte(roundOf(new Date(now.getTime() - HOUR_MS)))
  const counted = await Promise.all([
    letters.where({ community }).count(),
    collection<TipCase>('cases')
      .where({ ...there, kind: 'tip', openedAt: since })
      .count(),
  ])
  return counted.reduce((sum, { total }) => sum + total, 0)
}
