import * as v from 'valibot'
import { action } from './action'

/** What was altered about a case without the software. */
export interface AlteredCase {
  case: string
  /** In its history, from 0. */
  entry: number
  /**
   * `entry`: it does not follow from the one before. `missingEntry`: the case is at a later version. `status`, `content`:
   * the case is not as that entry, its last, left it.
   */
  what: 'entry' | 'missingEntry' | 'status' | 'content'
}

/** How far the verification of all cases has come. */
export interface Verification {
  /** False: ask again, it goes on from here. */
  done: boolean
  verified: number
  altered: number
  first: AlteredCase | null
}

/** How far the texts have been sealed anew. */
export interface Resealing {
  /** True when everything has been looked through and no text was found that another key has sealed. */
  done: boolean
  /** The key that seals, by its id. */
  key: string
  looked: number
  /** Documents in which something was sealed, hashed or tied anew. */
  changed: number
  /** Documents with a text that no key of ours opens: altered, or sealed by a key removed too early. */
  unreadable: number
  first: { collection: string; id: string } | null
}

const administrator = { who: 'staff', roles: ['administrator'] } as const

export const upkeepActions = {
  /** Looks at some more cases; begins anew when the last time it had finished. */
  verify: action<Verification>()({ access: administrator, input: v.strictObject({}) }),
  /** Seals some more texts with the current key; begins anew when the last time it had finished. */
  reseal: action<Resealing>()({ access: administrator, input: v.strictObject({}) }),
}
