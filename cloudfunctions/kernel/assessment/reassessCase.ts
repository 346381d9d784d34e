import { dayOf, type Day } from '@contract/calendar'
import { sinceDecision } from '@contract/decisions'
import type { EditionKind } from '@contract/editions'
import { asksSame, compareFrom, isOver, outcomeDetail, type Outcome } from '@contract/outcome'
import type { Direction } from '@contract/reassessment'
import { returneeMachine, type ReturneeEvent, type ReturneeStatus } from '@contract/returneeMachine'
import { advanced, type Advance } from '../caseEvents'
import { reassessmentDue, reviewDue } from '../dueRules'
import type { RegistrationBody, RegistrationCase } from '../registration'

/** What an edition makes of a registration. */
export interface Difference {
  direction: Direction
  /** What is in force or, before a decision, what was expected. */
  before: Outcome | null
  after: Outcome
}

type Standing = Pick<RegistrationCase, 'status' | 'body'>

/**
 * What changes for somebody when the rules expect `after`; null when nothing does. What staff decided otherwise than was
 * expected stays decided, until something else is expected; days that have all passed are nobody's concern any more.
 */
export function differenceFor(
  { status, body }: Standing,
  after: Outcome | null,
  today: Day,
): Difference | null {
  if (!after || status === 'rejected' || status === 'withdrawn') return null
  const { outcome, expected = null } = body
  if (expected && asksSame(after, expected)) return null
  const before = outcome ?? expected
  if (!before) return { direction: 'first', before, after }
  if (isOver(before, today) && isOver(after, today)) return null
  // Where staff have still to act they must see what is expected today, also when it comes to what is in force.
  if (asksSame(after, before) && (status === 'accepted' || !expected)) return null
  return { direction: compareFrom(today, after, before) > 0 ? 'stricter' : 'looser', before, after }
}

/** The events by which an edition changes what is expected. */
const changes: readonly string[] = ['reexpect', 'reassess'] satisfies ReturneeEvent[]

/** The events after which something else may be expected. */
const expecters: readonly string[] = ['register', 'amend', ...changes]

/**
 * Whether it was this edition that last said what is expected: one that has been there comes again after an amendment.
 * People choose the ids of their own acts, and may choose that of an edition.
 */
const saidLast = (history: RegistrationCase['history'], edition: string): boolean => {
  const last = history.filter(({ event }) => expecters.includes(event)).pop()
  return last?.submission === edition && last.by.actor === 'system'
}

/** Because of which edition a case is looked at again. */
export interface Reason {
  /** Its id, by which the history knows that it has been there. */
  edition: string
  kind: EditionKind
  number: number
}

/**
 * What becomes of a registration when the rules expect something else: where staff have still to act they find the new
 * expectation, where they had decided they must act again. What is in force stays so until they do. null when nothing
 * changes, or when what is expected is what this edition has said.
 */
export function reassessed(
  current: RegistrationCase,
  expected: Outcome | null,
  { edition, kind, number }: Reason,
  now: Date,
): Advance<RegistrationBody, ReturneeStatus> | null {
  const difference = differenceFor(current, expected, dayOf(now))
  if (!difference || saidLast(current.history, edition)) return null
  return expecting(current, difference, { submission: edition, reason: { kind, number } }, now)
}

/** The events after which what was decided stays, whatever an edition has changed since. */
const leaving: readonly string[] = ['dismiss', 'uphold'] satisfies ReturneeEvent[]

/**
 * What an edition changed, and nobody decided, is put before staff when a proposal has been dismissed or an appeal turned
 * down: neither says anything of it. null when the last event is another, or nothing changed since the decision.
 */
export function reassessedAfterAll(
  current: RegistrationCase,
  now: Date,
): Advance<RegistrationBody, ReturneeStatus> | null {
  const { status, body, history } = current
  const last = history[history.length - 1]
  const changed = sinceDecision(history).filter(({ event }) => changes.includes(event))
  const reason = changed[changed.length - 1]?.detail
  if (!last || !leaving.includes(last.event) || !reason) return null
  const difference = differenceFor(
    { status, body: { ...body, expected: null } },
    body.expected ?? null,
    dayOf(now),
  )
  return (
    difference && expecting(current, difference, { submission: `${last.submission}-reassess`, reason }, now)
  )
}

interface Because {
  submission: string
  /** The kind of edition, and its number. */
  reason: Record<string, string | number>
}

function expecting(
  current: RegistrationCase,
  { direction, after }: Difference,
  { submission, reason: { kind = '', number = '' } }: Because,
  now: Date,
): Advance<RegistrationBody, ReturneeStatus> {
  const body = { ...current.body, expected: after }
  const event = current.status === 'accepted' ? 'reassess' : 'reexpect'
  const what = {
    at: now,
    submission,
    digest: '',
    by: { actor: 'system' as const, account: '', name: null },
    detail: { ...outcomeDetail(after), direction, kind, number },
  }
  return advanced(returneeMachine, current, event, what, {
    changes: { body },
    dueAt: dueAfter(current, body, direction, now),
  })
}

/** Staff act sooner where more has to be done, and never later than they were to. */
function dueAfter(
  { status, todo }: RegistrationCase,
  body: RegistrationBody,
  direction: Direction,
  now: Date,
): Date | undefined {
  if (status === 'accepted') return reassessmentDue(body, direction === 'stricter', now)
  if (status !== 'submitted' && status !== 'reassessed') return undefined
  const due =
    status === 'submitted' ? reviewDue(body, now) : reassessmentDue(body, direction === 'stricter', now)
  return todo && todo.dueAt < due ? todo.dueAt : due
}
