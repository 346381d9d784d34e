import type { CaseKind, PlaceName } from '@contract/cases'
import type { Day } from '@contract/calendar'
import type { DecidedBy, DeletionNumbers, DeletionReason, LiftStatus } from '@contract/keeping'
import type { At } from '@contract/roles'
import { collection } from '../cloud'

/** One going through of what is due, as stored in `deletionRuns`; ends with a certificate. */
export interface RunDocument {
  _id: string
  /** A run of the timer goes on until nothing is due that was due when it began; a person's has one batch. */
  by: 'timer' | 'person'
  startedAt: Date
  endedAt: Date | null
}

/** How many were opened on one day in one community: what stays of them. */
export interface DeletedRow {
  community: string
  day: Day
  kind: CaseKind | 'household' | 'look'
  status: string
  count: number
}

/** What a batch deletes: written before anything goes, and never changed. */
export interface BatchContent {
  /** SHA-256 of each id, in order: whoever knows the id of a case finds it here. */
  ids: string[]
  numbers: DeletionNumbers
  kinds: Partial<Record<CaseKind, number>>
  rows: DeletedRow[]
}

/**
 * Some documents that go together, as stored in `deletions`. First they are chosen (and marked: from then on they are
 * there for nobody), then counted, then removed. Killed anywhere, it goes on from its state; it counts once.
 */
export interface BatchDocument {
  /** `<run>-<n>` */
  _id: string
  run: string
  n: number
  of: 'cases' | 'households' | 'looks'
  reason: DeletionReason
  state: 'chosen' | 'counted' | 'done'
  /** The ids, until they are gone. */
  candidates: string[]
  content: BatchContent | null
  /** Pictures that the cloud storage would not remove; the function `pictures` tries again. */
  waiting: number
}

/** As stored in `certificates`, by its number. */
export interface CertificateDocument {
  _id: string
  number: number
  run: string
  from: Date
  at: Date
  numbers: DeletionNumbers
  kinds: Partial<Record<CaseKind, number>>
  reasons: Partial<Record<DeletionReason, number>>
  held: number
  waiting: number
  batches: number
  previous: string
  hash: string
}

/** A legal hold, as stored in `holds`. */
export interface HoldDocument {
  _id: string
  place: PlaceName
  at: At
  /** Both empty once the case is gone. */
  case: { id: string; display: string } | null
  words: string
  by: DecidedBy & { account: string }
  /** Where whoever put it there serves: nobody below takes it away. */
  servesAt: At
  heldAt: Date
  until: Day
  /** The midnight after its last day, or when it was released. */
  endsAt: Date
  released: (DecidedBy & { account: string; words: string }) | null
  /** Whether the cases it has kept know that it is over. */
  settled: boolean
}

/** The end of an outbreak, as stored in `lifts`. */
export interface LiftDocument {
  _id: string
  place: PlaceName
  at: At
  status: LiftStatus
  days: number
  words: string
  announced: DecidedBy & { account: string; at: Date }
  confirmed: (DecidedBy & { account: string; at: Date }) | null
  cancelled: (DecidedBy & { account: string; at: Date; words: string }) | null
  endsAt: Date | null
}

export const runs = collection<RunDocument>('deletionRuns')
export const batches = collection<BatchDocument>('deletions')
export const certificates = collection<CertificateDocument>('certificates')
export const holds = collection<HoldDocument>('holds')
export const lifts = collection<LiftDocument>('lifts')
