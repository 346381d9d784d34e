import * as v from 'valibot'
import { action } from './action'
import type { Contact, PlaceName } from './cases'
import { duties, type Duty } from './duties'
import { fault } from './faults'
import * as field from './fields'
import { keeperRoles, levels, readerRoles, type Level, type StaffRole } from './roles'

export { duties, type Duty }

/** One node in a list of places. */
export interface PlaceLine {
  id: string
  level: Level
  name: string
  /** Whether anything lies below it in the same list. */
  more: boolean
}

/** Somebody responsible, as everybody may know them. */
export interface Responsible extends Contact {
  /** The node that named them: this one, or one above it. */
  of: string
}

export interface Place extends PlaceName {
  /** Whom to call about it first: the grid worker, else the secretary, else the leader. */
  contact: Contact | null
  /** Everybody responsible, in the order of {@link duties}; the nearest above where it has named nobody itself. */
  responsible: Responsible[]
  /** The ids from the top down to itself, as a picker walks them. */
  path: string[]
}

/** A node as those see it who look after the tree: grids included, so that `names` has one for each id of `path`. */
export interface PlaceNode extends Place {
  name: string
  /** Its number in the office's own lists; '' when it has none. */
  code: string
  parent: string | null
  /** Rises by one with each change; an edit names the version it saw. */
  version: number
  /** Nodes directly below it. */
  children: PlaceLine[]
  /** Levels at which a node can be added below it. */
  mayAdd: Level[]
  /** Set while what lies below it, or its cases, are still being taken along by a move or merge. */
  moving: boolean
}

/** The answer to every edit. */
export interface PlaceChanged {
  id: string
  version: number
}

/** The code at a gate or door: scanning it opens the mini-program with the place filled in. */
export interface PlaceCode {
  place: PlaceName
  /** Whom to call who cannot scan it. */
  contact: Contact | null
  /** Of the picture: `image/png`, `image/jpeg`. */
  type: string
  /** The picture, base64. */
  image: string
}

/** A member of staff whose place covers a node, and who can therefore have a duty there. */
export interface Candidate {
  /** Their post. */
  id: string
  name: string
  phone: string
  role: StaffRole
  place: PlaceName
}

const under = v.optional(field.placeId)

const keeper = { who: 'staff', roles: keeperRoles, at: 'place' } as const

/** On one line, wherever it is shown: with single spaces. */
export const nodeName = v.pipe(
  field.saidText(40),
  v.transform((name) => name.replace(/\s+/g, ' ')),
)

/** A number in the office's own lists. */
export const placeCode = v.pipe(field.sought(30), v.regex(/^[A-Za-z0-9_-]*$/, fault('placeCode')))

const onNode = { place: field.placeId, version: field.version }

export const placesActions = {
  /** The tree as residents know it, without grids: below nothing the top, below a community its compounds. */
  list: action<PlaceLine[]>()({ access: { who: 'anyone' }, input: v.strictObject({ under }) }),
  show: action<Place>()({ access: { who: 'anyone' }, input: v.strictObject({ place: field.placeId }) }),
  /** The tree as staff know it, grids included, below a place of their own. */
  below: action<PlaceLine[]>()({
    access: { who: 'staff', roles: [...readerRoles, 'administrator'], at: 'place' },
    input: v.strictObject({ place: field.placeId }),
  }),
  node: action<PlaceNode>()({ access: keeper, input: v.strictObject({ place: field.placeId }) }),
  /** A new node below `place`. The submission makes its id: sent twice it is added once. */
  add: action<PlaceChanged>()({
    access: keeper,
    input: v.strictObject({
      submission: field.submissionId,
      place: field.placeId,
      level: v.picklist(levels),
      name: nodeName,
      code: placeCode,
    }),
  }),
  rename: action<PlaceChanged>()({
    access: keeper,
    input: v.strictObject({ ...onNode, name: nodeName, code: placeCode }),
  }),
  /** Below another node, with all that lies below it and all its cases. */
  move: action<PlaceChanged>()({ access: keeper, input: v.strictObject({ ...onNode, to: field.placeId }) }),
  /** Into another node of its level: what lies below it and its cases go there; this node is no more. */
  merge: action<PlaceChanged>()({
    access: keeper,
    input: v.strictObject({ ...onNode, into: field.placeId }),
  }),
  /** A node with nothing below it, no cases and no staff. */
  remove: action<PlaceChanged>()({ access: keeper, input: v.strictObject(onNode) }),
  /** Names who has a duty at this node, a member of staff or anybody; `person: null` leaves it to whoever is above. */
  appoint: action<PlaceChanged>()({
    access: keeper,
    input: v.strictObject({
      ...onNode,
      duty: v.picklist(duties),
      person: v.nullable(
        v.strictObject({
          name: field.name,
          phone: field.phone,
          /** Their post, where they are on the staff: messages about cases go to the grid worker's. */
          post: v.optional(v.nullable(field.postId), null),
        }),
      ),
    }),
  }),
  /** The staff who can be named for a duty at a place, the nearest first. */
  candidates: action<Candidate[]>()({ access: keeper, input: v.strictObject({ place: field.placeId }) }),
  code: action<PlaceCode>()({ access: keeper, input: v.strictObject({ place: field.placeId }) }),
}
