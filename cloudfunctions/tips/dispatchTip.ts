import { refused, type Refused, type Result, ok } from '@contract/action'
import { isCaseRole } from '@contract/roles'
import type { tipsActions } from '@contract/tips'
import { covers } from '@kernel/caller'
import { holdsInForce, keepHeld } from '@kernel/deletion/holding'
import { placeName, type PlaceDocument } from '@kernel/placeDocument'
import { findPlace } from '@kernel/places'
import type { Context, UseCase } from '@kernel/serve'
import { goingAt } from '@kernel/tips/going'
import { similarTo } from '@kernel/tips/similar'
import { answering, changeTip } from './changeTip'

/**
 * It is said more exactly where it is, or that it is elsewhere: whoever is responsible there opens it anew. Staff take it no
 * further than their own places. Three database requests, two more where it leaves its place, and one where a hold goes along.
 */
export const dispatchTip: UseCase<typeof tipsActions.dispatch> = async (input, context) => {
  const to = await placeToGo(input.place, context)
  const changed = await changeTip('dispatch', input, context, async (current) => {
    if (!to.ok) return to
    const { at } = to.data
    const going = { ...goingAt(at, context.now), assignee: null, urgency: current.todo?.urgency }
    if (current.place.id === to.data._id) return going
    await keepHeld('cases', current, at, await holdsInForce(context.now))
    const similar = await similarTo({ ...current, at })
    const brief = { ...current.brief, similar: similar.length > 0 ? 1 : 0 }
    return { ...going, changes: { at, place: placeName(to.data), brief } }
  })
  return answering(changed)
}

/** A place where somebody can go: a street is told of as a whole, a district is not, and behind a door lives one household. */
const canBeToldOf = ({ level }: PlaceDocument): boolean => level !== 'district' && level !== 'household'

async function placeToGo(id: string, { caller, now }: Context): Promise<Result<PlaceDocument> | Refused> {
  const place = await findPlace(id, now)
  if (!place) return refused('invalidInput', 'there is no such place', { place: 'placeUnknown' })
  if (!canBeToldOf(place)) return refused('invalidInput', 'not a place to go to', { place: 'placeLevel' })
  const posts = (await caller.posts()).filter(({ role }) => isCaseRole(role))
  return posts.some((post) => covers(post, place.at))
    ? ok(place)
    : refused('invalidInput', 'this place is not yours', { place: 'placeNotYours' })
}
