import * as v from 'valibot'
import { action } from './action'
import type { CaseKind, Instant, PlaceName, TimelineEntry, Todo } from './cases'
import * as field from './fields'
import {
  lookAlertMachine,
  lookAlertReaders,
  type LookAlertEvent,
  type LookAlertStatus,
} from './lookAlertMachine'
import { limits } from './returneeAnswers'
import { caseRoles, keeperRoles, type StaffRole } from './roles'
import { soughtNumber } from './soughtNumber'

export * from './lookAlertMachine'

export const lookKinds = ['reveal', 'search'] as const

/** Seeing the clear text of one case, or looking for a number; whether or not there was anything to see. */
export type LookKind = (typeof lookKinds)[number]

/** Whose clear text was seen or whose number was found. */
export interface LookedAt {
  id: string
  kind: CaseKind
  /** Masked: 张*三. */
  display: string
}

/** One look, as the officers above read it. */
export interface LookLine {
  id: string
  kind: LookKind
  at: Instant
  /** The post by which they looked. */
  by: { post: string; name: string; role: StaffRole; place: PlaceName }
  /** How many cases it showed: none when what was asked for is not there, or is nothing of theirs. */
  found: number
  /** Those of them that have not been deleted since. */
  cases: LookedAt[]
  words: string
}

/** Where a page ended; the next one begins after it. */
export interface LookCursor {
  at: Instant
  id: string
}

export interface LookPage {
  items: LookLine[]
  /** null on the last page. */
  next: LookCursor | null
  /** Alerts for an administrator to settle, because nobody else stands above the one who looked: the inbox shows the others. */
  alerts: { id: string; name: string; openedAt: Instant }[]
}

export const LOOKS_PAGE = 20

/** A case that a number has led to, as a line of the inbox shows it; nobody may have anything to do about it. */
export interface FoundCase {
  id: string
  kind: CaseKind
  status: string
  openedAt: Instant
  display: string
  place: PlaceName
  todo: Todo | null
  brief: Record<string, string | number>
}

/** An alert with the looks that it is about. */
export interface LookAlertForReview {
  id: string
  status: LookAlertStatus
  version: number
  openedAt: Instant
  /** Who looked. */
  name: string
  role: StaffRole
  place: PlaceName
  todo: Todo | null
  /** Those of the hour before the alert and of the hour after it, the latest first. */
  looks: LookLine[]
  events: LookAlertEvent[]
  timeline: TimelineEntry[]
}

export interface LookAlertChanged {
  id: string
  status: LookAlertStatus
  version: number
}

export const looksActions = {
  /** Who has looked, at a place of mine and below it; whoever stands beside or above me is not for me to watch. */
  list: action<LookPage>()({
    access: { who: 'staff', roles: keeperRoles, at: 'place' },
    input: v.strictObject({
      place: field.placeId,
      /** Only by this post. */
      post: v.optional(field.postId),
      after: v.optional(v.strictObject({ at: field.instant, id: field.submissionId })),
    }),
  }),
  /** Everybody at my places who is known by exactly this number; written down in each of their cases. */
  find: action<FoundCase[]>()({
    access: { who: 'staff', roles: caseRoles },
    input: v.strictObject({
      submission: field.submissionId,
      number: soughtNumber,
      words: field.saidText(limits.words),
    }),
  }),
  alert: action<LookAlertForReview>()({
    access: { who: 'staff', roles: lookAlertReaders, at: 'case' },
    input: v.strictObject({ case: field.caseId }),
  }),
  settle: action<LookAlertChanged>()({
    access: { who: 'machine', machine: lookAlertMachine, event: 'settle' },
    input: v.strictObject({
      case: field.caseId,
      submission: field.submissionId,
      version: field.version,
      words: field.saidText(limits.words),
    }),
  }),
}
