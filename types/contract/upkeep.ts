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

/** What some of the cases turned out to be. */
export interface Verification {
  verified: number
  altered: number
  first: AlteredCase | null
  /** The last case looked at: ask again for those after it. null when there are no more. */
  next: string | null
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
  /**
   * Looks at the cases after this one, from the first where it is null. How far it has come is kept by whoever asks: from
   * the database somebody who has altered a case would say that it has been looked at.
   */
  verify: action<Verification>()({
    access: administrator,
    input: v.strictObject({ after: v.nullable(v.string()) }),
  }),
  /** Seals some more texts with the current key; begins anew when the last time it had finished. */
  reseal: action<Resealing>()({ access: administrator, input: v.strictObject({}) }),
}
