import { householdContext, type HouseholdDocument } from '../households/householdDocument'
import { householdsOf } from '../households/leaving'
import type { PlaceDocument } from '../placeDocument'
import { ownSealer } from '../seal'
import type { Context } from '../serve'
import { isSameDoor } from './likenessRules'
import { onDutyThere } from './onDutyThere'

export type Exclusion = 'onDuty' | 'ownHousehold'

/** What a tip says of where: its node, and in words. */
export interface TipPlace {
  node: Pick<PlaceDocument, '_id' | 'at' | 'responsible'>
  where: string
}

/**
 * Why the caller cannot claim a reward for a tip of this place: on duty there, or of that very household; null for everybody
 * else. Nothing of it is kept. One database request, whoever it is, and another where it is not remembered who is on duty.
 */
export async function exclusionOf(there: TipPlace, context: Context): Promise<Exclusion | null> {
  const [onDuty, own] = await Promise.all([
    onDutyThere(there.node, context.now),
    isOwnHousehold(there, context),
  ])
  if (onDuty.has(context.caller.openid)) return 'onDuty'
  return own ? 'ownHousehold' : null
}

async function isOwnHousehold({ node, where }: TipPlace, { caller }: Context): Promise<boolean> {
  const doorOf = ({ _id, door }: HouseholdDocument) => ownSealer().open(door, householdContext(_id))
  const homes = await householdsOf(caller.openid)
  return homes.some((home) => home.place.id === node._id && isSameDoor(doorOf(home), where))
}
