import type { NoReward } from '@contract/letterbox'
import { isHouseholdRole } from '@contract/roles'
import { covers } from '../caller'
import { householdContext, type HouseholdDocument } from '../households/householdDocument'
import { householdsOf } from '../households/leaving'
import type { PlaceDocument } from '../placeDocument'
import { ownSealer } from '../seal'
import type { Context } from '../serve'
import { isSameDoor } from './likenessRules'

export type Exclusion = Exclude<NoReward, 'declined'>

/** What a tip says of where: its node, and in words. */
export interface TipPlace {
  node: Pick<PlaceDocument, '_id' | 'at' | 'responsible'>
  where: string
}

/**
 * Why the caller gets no reward for a tip of this place: on duty there, or of that very household; null for everybody else.
 * Nothing of it is kept. Two database requests, whoever it is.
 */
export async function exclusionOf(there: TipPlace, context: Context): Promise<Exclusion | null> {
  const [onDuty, own] = await Promise.all([isOnDutyAt(there, context), isOwnHousehold(there, context)])
  if (onDuty) return 'onDuty'
  return own ? 'ownHousehold' : null
}

async function isOnDutyAt({ node }: TipPlace, { caller }: Context): Promise<boolean> {
  const posts = await caller.posts()
  const named = Object.values(node.responsible).some(({ openid }) => openid === caller.openid)
  return named || posts.some((post) => isHouseholdRole(post.role) && covers(post, node.at))
}

async function isOwnHousehold({ node, where }: TipPlace, { caller }: Context): Promise<boolean> {
  const doorOf = ({ _id, door }: HouseholdDocument) => ownSealer().open(door, householdContext(_id))
  const homes = await householdsOf(caller.openid)
  return homes.some((home) => home.place.id === node._id && isSameDoor(doorOf(home), where))
}
