import * as v from 'valibot'
import { action } from './action'
import type { Day } from './calendar'
import type { CaseKind, Instant, PlaceName } from './cases'
import * as field from './fields'
import { keeperRoles, type StaffRole } from './roles'

/**
 * How long each kind is kept, in days after the day of its last event and, where it has a measure, after the measure's
 * last day; both at UTC+8. The shortest time that the purpose needs (Personal Information Protection Law, PIPL, art. 19):
 * - a registration: six months, in which a resident may take a measure to court (Administrative Litigation Law, art. 46);
 * - an episode of being unwell: as long, because its decisions can be asked about for as long;
 * - a household that nobody reports for any more: as long; its reports, four weeks;
 * - a tip: three months, in which its reward is claimed and what two officers have said of it appealed against;
 * - its pictures, and the family's details to fill the next form with: as long as the registration;
 * - that a text was doubted, and what was decided: as long as a tip, in which a mistake can be undone; the text itself goes from
 *   there with the decision;
 * - who looked at whom: three years, as records of handling sensitive information (PIPL arts. 55, 56);
 * - a legal hold after its end: as long, with nobody named whose case is gone.
 */
export const retentionDays: Record<CaseKind | 'households' | 'looks' | 'holds', number> = {
  returnee: 184,
  healthAlert: 184,
  tip: 92,
  households: 184,
  lookAlert: 1096,
  textCheck: 92,
  looks: 1096,
  holds: 1096,
}

/** Kinds about people and their family, or about what they wrote; the account is theirs. */
export const personalKinds = ['returnee', 'healthAlert', 'textCheck'] as const satisfies CaseKind[]

/** Kinds about residents that nobody is known to have opened: they go at the end of an outbreak, and are nobody's own. */
export const anonymousKinds = ['tip'] as const satisfies CaseKind[]

/** Days between the announcement that an outbreak is over and the deletion: time to take one's data along. */
export const liftDays = { least: 7, most: 90, usual: 14 } as const

/** Levels of places at which an outbreak is declared over. */
export const liftLevels = ['district', 'street', 'community'] as const

/** How long a legal hold lasts before somebody has to decide again. */
export const holdDays = { most: 366, usual: 90 } as const

const WORDS = 300

/** Why something was deleted: its period had passed, the outbreak was over, the person wished it. */
export type DeletionReason = 'period' | 'lift' | 'request'

/** How much was deleted. */
export interface DeletionNumbers {
  cases: number
  /** Entries in the histories of these cases. */
  events: number
  /** Sealed texts in these cases and their histories. */
  sealedTexts: number
  /** Of registrations, and of households. */
  people: number
  /** Households, with their reports and calls; none in certificates from before there were any. */
  households?: number
  pictures: number
  /** Records of who looked, past their own period. */
  looks: number
}

/** What shows that something was deleted; nothing in it is about a person. */
export interface Certificate {
  number: number
  /** When the deletion began and when the certificate was made. */
  from: Instant
  at: Instant
  numbers: DeletionNumbers
  /** Cases by kind, and by why they were deleted. */
  kinds: Partial<Record<CaseKind, number>>
  reasons: Partial<Record<DeletionReason, number>>
  /** Cases and households past their period that a legal hold kept. */
  held: number
  /** Pictures that the cloud storage would not remove yet; it is asked again every day. */
  waiting: number
  /** SHA-256 over all of this, the lists of what was deleted, and the certificate before. */
  hash: string
  previous: string
}

export interface CertificateShown extends Certificate {
  /** Whether the hash still fits what is stored, and the certificate before. */
  whole: boolean
}

export interface CertificatePage {
  certificates: Certificate[]
  /** The number to go on below; null on the last page. */
  next: number | null
}

/** A member of staff as others see who decided. */
export interface DecidedBy {
  name: string
  role: StaffRole
}

/** Keeps what would be deleted, as evidence or for an inquiry. */
export interface Hold {
  id: string
  place: PlaceName
  /** One case, masked; null for everything at the place. */
  case: { id: string; display: string } | null
  words: string
  by: DecidedBy
  at: Instant
  until: Day
  /** Whether the caller may end it before its day: they serve where whoever put it there does, or above. */
  mayRelease: boolean
}

export const liftStatuses = ['announced', 'counting', 'cancelled', 'over'] as const
export type LiftStatus = (typeof liftStatuses)[number]

/** The end of an outbreak at a place: everything about persons from before it goes when the countdown is over. */
export interface Lift {
  id: string
  place: PlaceName
  status: LiftStatus
  days: number
  words: string
  announced: DecidedBy & { at: Instant }
  /** The second person, who set the countdown going. */
  confirmed: (DecidedBy & { at: Instant }) | null
  /** When the countdown is over; null until it is confirmed. */
  endsAt: Instant | null
  /** Whether the caller is somebody else than who announced it. */
  mayConfirm: boolean
}

/** What is kept and what goes, below one place. */
export interface Keeping {
  holds: Hold[]
  lifts: Lift[]
}

const keeper = { who: 'staff', roles: keeperRoles, at: 'place' } as const

/** Those who decide what is kept longer. */
export const holderRoles = [
  'streetOfficer',
  'districtOfficer',
  'administrator',
] as const satisfies StaffRole[]

/** Those who say that an outbreak is over; any keeper of the place confirms it. */
export const lifterRoles = ['administrator'] as const satisfies StaffRole[]

const holders = { who: 'staff', roles: holderRoles, at: 'place' } as const

const words = field.saidText(WORDS)

export const keepingActions = {
  /** Newest first. Nothing in them is about anybody: everybody may see that what was promised is done. */
  certificates: action<CertificatePage>()({
    access: { who: 'anyone' },
    input: v.strictObject({ before: v.optional(v.pipe(v.number(), v.integer('wrongType'))) }),
  }),
  /** One of them, checked again. */
  certificate: action<CertificateShown>()({
    access: { who: 'anyone' },
    input: v.strictObject({ number: v.pipe(v.number(), v.integer('wrongType')) }),
  }),
  list: action<Keeping>()({ access: keeper, input: v.strictObject({ place: field.placeId }) }),
  /** Keeps one case, or everything at a place, until the end of a day; ends by itself then. */
  hold: action<Hold>()({
    access: holders,
    input: v.strictObject({
      submission: field.submissionId,
      place: field.placeId,
      case: v.optional(v.nullable(field.caseId), null),
      until: field.day,
      words,
    }),
  }),
  release: action<null>()({
    access: holders,
    input: v.strictObject({ place: field.placeId, hold: field.submissionId, words }),
  }),
  /** Proposes that the outbreak is over at a place; a second person confirms it. */
  announceLift: action<Lift>()({
    access: { who: 'staff', roles: lifterRoles, at: 'place' },
    input: v.strictObject({
      submission: field.submissionId,
      place: field.placeId,
      days: v.pipe(
        v.number(),
        v.integer('wrongType'),
        v.minValue(liftDays.least, 'outOfRange'),
        v.maxValue(liftDays.most, 'outOfRange'),
      ),
      words,
    }),
  }),
  /** Sets the countdown going. Nobody confirms what they announced themselves. */
  confirmLift: action<Lift>()({
    access: keeper,
    input: v.strictObject({ place: field.placeId, lift: field.submissionId }),
  }),
  /** Until the countdown is over. */
  cancelLift: action<Lift>()({
    access: keeper,
    input: v.strictObject({ place: field.placeId, lift: field.submissionId, words }),
  }),
}
