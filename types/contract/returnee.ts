import * as v from 'valibot'
import { action } from './action'
import type { Day } from './calendar'
import type { Change, Terms } from './decisions'
import { fault } from './faults'
import * as field from './fields'
import { limits, measures, purposes, registrationAnswers } from './returneeAnswers'
import { returneeMachine, type ReturneeEvent } from './returneeMachine'
import type {
  Changed,
  OwnRegistration,
  OwnRegistrationLine,
  Registered,
  RegistrationForReview,
  Revealed,
} from './returneeViews'
import { readerRoles } from './roles'

export * from './decisions'
export * from './exposure'
export * from './outcome'
export * from './returneeAnswers'
export * from './returneeMachine'
export * from './returneeViews'

const onCase = { case: field.caseId, submission: field.submissionId, version: field.version }

const byMachine = (event: ReturneeEvent) => ({ who: 'machine', machine: returneeMachine, event }) as const

/** An event that consists of words alone. */
const spoken = (event: ReturneeEvent) =>
  action<Changed>()({
    access: byMachine(event),
    input: v.strictObject({ ...onCase, words: field.saidText(limits.words) }),
  })

const terms = {
  measure: v.picklist(measures),
  days: v.pipe(
    v.number(),
    v.integer(fault('wrongType')),
    v.minValue(0, fault('outOfRange')),
    v.maxValue(limits.measureDays, fault('outOfRange')),
  ),
}

/** A notice has no days, everything else has. */
const fitsDays = ({ measure, days }: Terms): boolean => (measure === 'noticeOnly') === (days === 0)

const acceptInput = v.pipe(
  v.strictObject({ ...onCase, ...terms, words: field.text(limits.words) }),
  v.forward(
    v.check((terms) => fitsDays(terms), fault('outOfRange')),
    ['days'],
  ),
)

/** Another measure or other days than those in force, and why. */
const changing = (event: Change) =>
  action<Changed>()({
    access: byMachine(event),
    input: v.pipe(
      v.strictObject({ ...onCase, ...terms, words: field.saidText(limits.words) }),
      v.forward(
        v.check((terms) => fitsDays(terms), fault('outOfRange')),
        ['days'],
      ),
    ),
  })

export const returneeActions = {
  register: action<Registered>()({
    access: { who: 'anyone' },
    input: (today: Day) =>
      v.strictObject({
        submission: field.submissionId,
        purpose: v.picklist(purposes),
        answers: registrationAnswers(today),
      }),
  }),
  mine: action<OwnRegistrationLine[]>()({ access: { who: 'anyone' }, input: v.strictObject({}) }),
  show: action<OwnRegistration>()({
    access: { who: 'anyone' },
    input: v.strictObject({ case: field.caseId }),
  }),
  amend: action<Changed>()({
    access: byMachine('amend'),
    input: (today: Day) => v.strictObject({ ...onCase, answers: registrationAnswers(today) }),
  }),
  answer: spoken('answer'),
  withdraw: spoken('withdraw'),
  review: action<RegistrationForReview>()({
    access: { who: 'staff', roles: readerRoles, at: 'case' },
    input: v.strictObject({ case: field.caseId }),
  }),
  accept: action<Changed>()({ access: byMachine('accept'), input: acceptInput }),
  /** Decides what the rules expect. */
  adopt: action<Changed>()({
    access: byMachine('adopt'),
    input: v.strictObject({ ...onCase, words: field.text(limits.words) }),
  }),
  keep: spoken('keep'),
  ask: spoken('ask'),
  reject: spoken('reject'),
  /** Makes the measure in force looser, at once. */
  revise: changing('revise'),
  /** Proposes a stricter measure; it comes into force when somebody else has confirmed it. */
  tighten: changing('tighten'),
  confirm: spoken('confirm'),
  dismiss: spoken('dismiss'),
  /** Against the decision in force, by the resident or for them on the telephone. */
  appeal: spoken('appeal'),
  uphold: spoken('uphold'),
  /** The appeal was right: a looser measure, or, after a rejection, one at all. */
  grant: changing('grant'),
  note: spoken('note'),
  reassign: action<Changed>()({
    access: byMachine('reassign'),
    input: v.strictObject({ ...onCase, colleague: field.postId, words: field.text(limits.words) }),
  }),
  reveal: action<Revealed>()({
    access: byMachine('reveal'),
    input: v.strictObject({ ...onCase, words: field.saidText(limits.words) }),
  }),
}
