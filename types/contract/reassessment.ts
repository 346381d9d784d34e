import * as v from 'valibot'
import { action } from './action'
import type { Instant } from './cases'
import { onEdition, type EditionKind } from './editions'
import * as field from './fields'
import type { Outcome } from './outcome'
import type { ReturneeStatus } from './returneeMachine'
import { policyRoles } from './roles'

/** What an edition makes of a registration, against what is in force or, before a decision, expected. */
export const directions = ['stricter', 'looser', 'first'] as const
/** `looser`: nothing more is asked than before; `first`: nothing was expected before. */
export type Direction = (typeof directions)[number]

export interface CommunityNumbers {
  community: { id: string; name: string }
  numbers: Record<Direction, number>
}

export const runStatuses = ['waiting', 'running', 'done'] as const

/**
 * Looking at everybody whose stay matches what an edition changes: beforehand, to see whom it would change (`forecast`),
 * and when it has come into force (`reassessment`).
 */
export interface Run {
  edition: string
  kind: EditionKind
  purpose: 'forecast' | 'reassessment'
  status: (typeof runStatuses)[number]
  /** Registrations looked at so far, and those among them for which something changes. */
  seen: number
  changed: number
  /** Of all that it has to look at, by a count when it began. */
  total: number
  communities: CommunityNumbers[]
  beganAt: Instant | null
  endedAt: Instant | null
}

/** A registration that an edition changes; everything about the person is masked. */
export interface Affected {
  case: string
  display: string
  place: string[]
  from: string
  status: ReturneeStatus
  direction: Direction
  before: Outcome | null
  after: Outcome
}

export interface AffectedPage {
  affected: Affected[]
  /** To go on with; null on the last page. */
  next: string | null
}

const officer = { who: 'staff', roles: policyRoles, at: 'place' } as const

export const reassessmentActions = {
  /** How far the runs of an edition are; goes on with a forecast for some seconds, so that nobody waits for the timer. */
  runs: action<Run[]>()({ access: officer, input: v.strictObject(onEdition) }),
  /** Whom it changes, in one community. */
  affected: action<AffectedPage>()({
    access: officer,
    input: v.strictObject({
      ...onEdition,
      community: field.placeId,
      after: v.optional(v.nullable(field.caseId), null),
    }),
  }),
}
