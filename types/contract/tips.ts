import * as v from 'valibot'
import { action } from './action'
import type { Day } from './calendar'
import type { Instant, PlaceName, TimelineEntry, Todo, Urgency } from './cases'
import * as field from './fields'
import type { DayPart } from './letterbox'
import type { Outcome } from './outcome'
import type { PictureAddress } from './pictures'
import type { ReturneeStatus } from './returnee'
import { caseRoles } from './roles'
import { tipMachine, type TipEvent, type TipStatus } from './tipMachine'
import type { TipFollowUp } from './tippingRules'

export * from './tipMachine'

/** Opened by nobody for so long, the officer above is told as well. */
export const TIP_DUE_HOURS = 2

/** Tips of so many hours can be about the same. */
export const SIMILAR_HOURS = 48

const WORDS = 300

/** Another tip of the same place that may be about the same. */
export interface SimilarTip {
  id: string
  version: number
  status: TipStatus
  kindName: string
  toldAt: Instant
  /** Long numbers masked. */
  words: string
  samePlate: boolean
  sameWhere: boolean
  /** How alike the words are, in per cent. */
  likeness: number
}

/** What is known at the place already, masked. */
export interface KnownThere {
  registrations: {
    case: string
    display: string
    status: ReturneeStatus
    from: string
    outcome: Outcome | null
    samePlate: boolean
  }[]
  households: { id: string; display: string; place: PlaceName; people: number; reportedOn: Day | null }[]
  /** Earlier tips of this place, or of this plate anywhere the reader may look, that have a result. */
  tips: {
    id: string
    kindName: string
    status: TipStatus
    toldAt: Instant
    samePlate: boolean
    /** What whoever went there has written, long numbers masked: 车主四月就回来了. */
    result: string
  }[]
}

/** A tip, as those read it who go there. */
export interface TipForReview {
  id: string
  kind: string
  kindName: string
  opens: TipFollowUp
  place: PlaceName
  status: TipStatus
  version: number
  urgency: Urgency
  toldAt: Instant
  todo: Todo | null
  /** Whether it is the reader who acts next: whoever else only looks does not keep those above from being told. */
  waitsForMe: boolean
  seen: { on: Day; part: DayPart | null }
  /** Long numbers masked. */
  words: string
  /** Masked; '' where none was given. */
  plate: string
  /** Whether it says in words where. */
  hasWhere: boolean
  /** The teller's. */
  pictures: PictureAddress[]
  /** Of whoever went there. */
  visitPictures: PictureAddress[]
  /** The content check could not be made, or would have somebody look. */
  unchecked: boolean
  known: KnownThere
  similar: SimilarTip[]
  /** Those that were joined to this one. */
  joined: SimilarTip[]
  /** What this one was joined to. */
  into: string | null
  leadsTo: string | null
  events: TipEvent[]
  timeline: TimelineEntry[]
}

/** What was told, in clear text. */
export interface TipRevealed {
  id: string
  version: number
  words: string
  plate: string
  where: string
  /** What the teller has added, the latest first. */
  additions: string[]
}

export interface TipChanged {
  id: string
  status: TipStatus
  version: number
}

const onCase = { case: field.caseId, submission: field.submissionId, version: field.version }

const byMachine = <Event extends TipEvent>(event: Event) =>
  ({ who: 'machine', machine: tipMachine, event }) as const

const plain = (event: TipEvent) =>
  action<TipChanged>()({ access: byMachine(event), input: v.strictObject(onCase) })

const spoken = (event: TipEvent) =>
  action<TipChanged>()({
    access: byMachine(event),
    input: v.strictObject({ ...onCase, words: field.saidText(WORDS) }),
  })

/** How a visit went. The household that was visited reads of a routine check, as after any. */
const visited = (event: TipEvent) =>
  action<TipChanged>()({
    access: byMachine(event),
    input: v.strictObject({
      ...onCase,
      words: field.saidText(WORDS),
      pictures: v.optional(field.listOf(field.pictureId, 6), []),
      household: v.optional(v.nullable(field.submissionId), null),
    }),
  })

export const tipsActions = {
  review: action<TipForReview>()({
    access: { who: 'staff', roles: caseRoles, at: 'case' },
    input: v.strictObject({ case: field.caseId }),
  }),
  /** That it has been opened; the page sends it by itself. */
  see: plain('see'),
  dispatch: action<TipChanged>()({
    access: byMachine('dispatch'),
    input: v.strictObject({ ...onCase, place: field.placeId, words: field.text(WORDS) }),
  }),
  ask: spoken('ask'),
  confirm: visited('confirm'),
  alreadyKnown: visited('alreadyKnown'),
  refute: visited('refute'),
  leaveOpen: visited('leaveOpen'),
  suspect: visited('suspect'),
  accuse: spoken('accuse'),
  clear: spoken('clear'),
  condemn: spoken('condemn'),
  uphold: spoken('uphold'),
  pardon: spoken('pardon'),
  join: action<TipChanged>()({
    access: byMachine('join'),
    input: v.strictObject({ ...onCase, into: field.caseId }),
  }),
  separate: plain('separate'),
  reopen: spoken('reopen'),
  lead: action<TipChanged>()({
    access: byMachine('lead'),
    input: v.strictObject({ ...onCase, to: field.caseId }),
  }),
  note: spoken('note'),
  reassign: action<TipChanged>()({
    access: byMachine('reassign'),
    input: v.strictObject({ ...onCase, colleague: field.postId, words: field.text(WORDS) }),
  }),
  reveal: action<TipRevealed>()({
    access: byMachine('reveal'),
    input: v.strictObject({ ...onCase, words: field.saidText(WORDS) }),
  }),
}
