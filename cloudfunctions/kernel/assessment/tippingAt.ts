import type { At } from '@contract/roles'
import type { TippingRules } from '@contract/tippingRules'
import { usualTipping } from '@contract/usualTipping'
import { rulingAt } from './inForce'

/** What neighbours can tell of at a place, and what it is worth, by the policy in force. */
export const tippingAt = async (at: At, now: Date): Promise<TippingRules> =>
  (await rulingAt(at, now)).policy?.tipping ?? usualTipping
