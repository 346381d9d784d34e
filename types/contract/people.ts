import * as v from 'valibot'
import { action } from './action'
import type { IdentityDocument, Instant, PlaceName } from './cases'
import { fault } from './faults'
import * as field from './fields'
import type { Household } from './householdViews'
import type { Place } from './places'
import type { OwnRegistrationLine } from './returneeViews'
import { caseRoles, type StaffRole } from './roles'
import { holds } from './schemaFields'

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

/** All that home shows, each part as the question of its own would answer it. */
export interface Home {
  me: Me
  registrations: OwnRegistrationLine[]
  households: Household[]
  /** Where the first of the family lives, as `places.show` would; null where nobody is known, or the place is no more. */
  place: Place | null
}

export interface Colleague {
  id: string
  name: string
  role: StaffRole
  place: PlaceName
}

/** As a field of the contract takes it: eleven digits, or `+` and the country's own for a number from abroad. */
export interface OwnPhone {
  phone: string
}

const topLevels = ['district', 'street'] as const

/** How often a day an account may have its number filled in: WeChat's answers are limited, and paid for. */
export const OWN_PHONES_A_DAY = 5

export const peopleActions = {
  me: action<Me>()({ access: { who: 'anyone' }, input: v.strictObject({}) }),
  home: action<Home>()({ access: { who: 'anyone' }, input: v.strictObject({}) }),
  /** Whom a case at this place can be handed to: everybody whose place covers it. */
  colleagues: action<Colleague[]>()({
    access: { who: 'staff', roles: caseRoles, at: 'place' },
    input: v.strictObject({ place: field.placeId }),
  }),
  /**
   * The caller's own number, which they let WeChat give: by the code of its button, which works once, for five minutes. It
   * is kept nowhere. Refused with `codeUnknown` when the code leads to nothing, with `tooOften` beyond {@link OWN_PHONES_A_DAY}.
   */
  ownPhone: action<OwnPhone>()({
    access: { who: 'anyone' },
    input: v.strictObject({ code: v.pipe(field.sought(256), v.nonEmpty(fault('required')), holds('phone')) }),
  }),
  /** The first administrator, by the code that the one who set the software up was given. Works once. */
  setUp: action<Post>()({
    access: { who: 'anyone' },
    input: v.strictObject({
      code: v.pipe(v.string(), v.trim(), v.nonEmpty(fault('required')), v.maxLength(64, fault('tooLong'))),
      name: field.name,
      phone: field.phone,
      /** The top of the tree, made if there is none yet. */
      top: v.strictObject({ level: v.picklist(topLevels), name: field.saidText(40) }),
    }),
  }),
}
