import * as v from 'valibot'
import { action } from './action'
import type { CaseKind, Instant, PlaceName, TimelineEntry, Todo } from './cases'
import * as field from './fields'
import { limits } from './returneeAnswers'
import { officerRoles } from './roles'
import { textCheckMachine, type TextCheckEvent, type TextCheckStatus } from './textCheckMachine'

export * from './textCheckMachine'

/**
 * Why a person is asked: WeChat wants one to look (`review`), would have refused it had it been asked in time (`risky`), or
 * could not be asked within the two hours in which it knows who wrote it (`tooLate`).
 */
export const textDoubts = ['review', 'risky', 'tooLate'] as const
export type TextDoubt = (typeof textDoubts)[number]

/** What a text stands in, as far as it has a page of its own. */
export interface StandsIn {
  kind: CaseKind | 'household'
  id: string
}

/** A text that an officer decides about, without the text itself. */
export interface TextForReview {
  id: string
  status: TextCheckStatus
  version: number
  openedAt: Instant
  doubt: TextDoubt
  place: PlaceName
  /** Whose record it stands in, masked, or which place. */
  display: string
  standsIn: StandsIn | null
  /** False where staff have published it under their names: they replace it where it stands. */
  canHide: boolean
  todo: Todo | null
  events: TextCheckEvent[]
  timeline: TimelineEntry[]
}

export interface TextRevealed {
  id: string
  version: number
  /** Long numbers masked. */
  texts: string[]
}

export interface TextDecided {
  id: string
  status: TextCheckStatus
  version: number
}

const onCase = { case: field.caseId, submission: field.submissionId, version: field.version }

const byMachine = <Event extends TextCheckEvent>(event: Event) =>
  ({ who: 'machine', machine: textCheckMachine, event }) as const

const reason = field.saidText(limits.words)

export const textsActions = {
  review: action<TextForReview>()({
    access: { who: 'staff', roles: officerRoles, at: 'case' },
    input: v.strictObject({ case: field.caseId }),
  }),
  /** The text itself; a look like any other. */
  reveal: action<TextRevealed>()({
    access: byMachine('reveal'),
    input: v.strictObject({ ...onCase, words: reason }),
  }),
  /** There is nothing wrong with it; what was hidden is shown again. */
  keep: action<TextDecided>()({ access: byMachine('keep'), input: v.strictObject(onCase) }),
  /** Nobody reads it any more. */
  hide: action<TextDecided>()({
    access: byMachine('hide'),
    input: v.strictObject({ ...onCase, words: reason }),
  }),
}
