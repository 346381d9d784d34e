import { ok, refused, type Refused } from '@contract/action'
import type { letterboxActions } from '@contract/letterbox'
import { levels } from '@contract/roles'
import { tippingAt } from '@kernel/assessment/tippingAt'
import type { PlaceDocument } from '@kernel/placeDocument'
import { findPlace } from '@kernel/places'
import type { UseCase } from '@kernel/serve'

/** What can be told at a place, and what it is worth there. One database request where neither is remembered, two at most. */
export const askQuestions: UseCase<typeof letterboxActions.questions> = async (input, { now }) => {
  const place = await placeToTellOf(input.place, now)
  return place ? ok(await tippingAt(place.at, now)) : noSuchPlace()
}

/** A node that residents choose among, from a street to a unit; null for grids, which they do not know, and for doors. */
export async function placeToTellOf(id: string, now: Date): Promise<PlaceDocument | null> {
  const place = await findPlace(id, now)
  if (!place || place.level === 'grid' || place.level === 'household') return null
  return levels.indexOf(place.level) >= levels.indexOf('street') ? place : null
}

export const noSuchPlace = (): Refused =>
  refused('invalidInput', 'nothing can be told of this place', { place: 'placeUnknown' })
