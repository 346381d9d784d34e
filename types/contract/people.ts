import * as v from 'valibot'
import { action } from './action'
import type { IdentityDocument, Instant, PlaceName } from './cases'
import * as field from './fields'
import { caseRoles, type StaffRole } from './roles'

/** A role at a place, held by the caller. */
export interface Post {
  id: string
  role: StaffRole
  place: PlaceName
}

/** Somebody the caller has registered before, as typed. */
export interface FamilyMember {
  id: string
  name: string
  phone: string
  document: IdentityDocument | null
  household: { place: PlaceName; door: string }
}

/** A member of staff, as the one who acted on another's post. */
export interface Keeper {
  name: string
  role: StaffRole
}

/** A post that its holder has lately lost, until it is resumed. */
export interface SuspendedPost extends Post {
  at: Instant
  /** Whom to ask about it. */
  by: Keeper
}

export interface Me {
  /** Name as staff; null for a resident. */
  name: string | null
  posts: Post[]
  suspended: SuspendedPost[]
  family: FamilyMember[]
}

export interface Colleague {
  id: string
  name: string
  role: StaffRole
  place: PlaceName
}

const topLevels = ['district', 'street'] as const

export const peopleActions = {
  me: action<Me>()({ access: { who: 'anyone' }, input: v.strictObject({}) }),
  /** Whom a case at this place can be handed to: everybody whose place covers it. */
  colleagues: action<Colleague[]>()({
    access: { who: 'staff', roles: caseRoles, at: 'place' },
    input: v.strictObject({ place: field.placeId }),
  }),
  /** The first administrator, by the code that the one who set the software up was given. Works once. */
  setUp: action<Post>()({
    access: { who: 'anyone' },
    input: v.strictObject({
      code: field.saidText(64),
      name: field.name,
      phone: field.phone,
      /** The top of the tree, made if there is none yet. */
      top: v.strictObject({ level: v.picklist(topLevels), name: field.saidText(40) }),
    }),
  }),
}
