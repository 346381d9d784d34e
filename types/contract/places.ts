import * as v from 'valibot'
import { action } from './action'
import type { Contact, PlaceName } from './cases'
import * as field from './fields'
import { caseRoles, type Level } from './roles'

/** One node in a list of places. */
export interface PlaceLine {
  id: string
  level: Level
  name: string
  /** Whether anything lies below it in the same list. */
  more: boolean
}

export interface Place extends PlaceName {
  /** Who looks after it; the nearest above it when it has nobody of its own. */
  contact: Contact | null
  /** The ids from the top down to itself, as a picker walks them. */
  path: string[]
}

const under = v.optional(field.placeId)

export const placesActions = {
  /** The tree as residents know it, without grids: below nothing the top, below a community its compounds. */
  list: action<PlaceLine[]>()({ access: { who: 'anyone' }, input: v.strictObject({ under }) }),
  show: action<Place>()({ access: { who: 'anyone' }, input: v.strictObject({ place: field.placeId }) }),
  /** The tree as staff know it, grids included, below a place of their own. */
  below: action<PlaceLine[]>()({
    access: { who: 'staff', roles: caseRoles },
    input: v.strictObject({ place: field.placeId }),
  }),
}
