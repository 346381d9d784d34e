import { ok } from '@contract/action'
import type { keepingActions } from '@contract/keeping'
import type { At } from '@contract/roles'
import { command } from '@kernel/cloud'
import { covers } from '@kernel/covering'
import { lifts } from '@kernel/deletion/deletionDocuments'
import { holdsInForce } from '@kernel/deletion/holding'
import { placeName, type PlaceDocument } from '@kernel/placeDocument'
import type { UseCase } from '@kernel/serve'
import { holdView } from './holdCases'
import { placeOf } from '@kernel/deciders'
import { liftView } from './liftOutbreak'

const LIFTS_AT_MOST = 200

/** At the place, below it, or above it and so for it too. */
const concerns = (place: PlaceDocument) => (one: { at: At; place: { id: string } }) =>
  covers({ place: placeName(place) }, one.at) || Object.values(place.at).includes(one.place.id)

/** The holds in force and the outbreaks that are coming to their end, as far as they concern a place. */
export const listKeeping: UseCase<typeof keepingActions.list> = async (input, context) => {
  const place = await placeOf(input.place, context)
  const [inForce, posts, { data: ending }] = await Promise.all([
    holdsInForce(context.now),
    context.caller.posts(),
    lifts
      .where({ status: command.in(['announced', 'counting']) })
      .limit(LIFTS_AT_MOST)
      .get(),
  ])
  return ok({
    holds: inForce.filter(concerns(place)).map((hold) => holdView(hold, posts)),
    lifts: ending.filter(concerns(place)).map((lift) => liftView(lift, context)),
  })
}
