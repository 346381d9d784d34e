import { ok, refused, type Refused, type Result } from '@contract/action'
import { todoMessages } from '@contract/messages'
import {
  returneeMachine,
  type Changed,
  type returneeActions,
  type ReturneeEvent,
  type ReturneeStatus,
} from '@contract/returnee'
import type { StaffRole } from '@contract/roles'
import { advanced, type Changes, type Happening } from '@kernel/caseEvents'
import { changeCase, changedBefore, digested, type Act } from '@kernel/cases'
import { answerDue, confirmationDue, hearingDue, reviewDue } from '@kernel/dueRules'
import { findPlace } from '@kernel/places'
import type { RegistrationBody, RegistrationCase } from '@kernel/registration'
import type { Context, UseCase } from '@kernel/serve'
import { tellResident, tellStaff } from '@kernel/tellOfRegistration'
import { standingAsOwnerSees } from '@kernel/asOwnerSees'
import { barTo } from './decisionRules'

/** What one event adds to the plain change of status. */
export interface Addition {
  changes?: Changes<RegistrationBody>
  detail?: Happening['detail']
  before?: unknown
  assignee?: NonNullable<RegistrationCase['todo']>['assignee']
  /** Who acts next, where that depends on the case. */
  role?: StaffRole
}

/**
 * Causes `event` on a registration and tells whoever must now act. `add` says what the event changes besides the
 * status, from the case as it is.
 */
export async function changeRegistration(
  event: ReturneeEvent,
  input: Act,
  context: Context,
  add: (current: RegistrationCase) => Addition | Refused | Promise<Addition | Refused> = () => ({}),
): Promise<Result<RegistrationCase>> {
  const { caller, now, today } = context
  const on = digested(input)
  const changed = await changeCase<RegistrationBody, ReturneeStatus, ReturneeEvent>(
    returneeMachine,
    event,
    on,
    context,
    async (current, by, actors) => {
      const barred = barTo(event, current.history, { account: caller.openid, actors }, today)
      if (barred) return refused(barred, `${event} is for somebody else to do, or for another time`)
      const addition = await add(current)
      if ('error' in addition) return addition
      const { changes, assignee, role, ...told } = addition
      const { submission, words } = input
      const happening = { at: now, submission, digest: on.digest, by, words, ...told }
      const dueAt = dueAfter(event, current, changes?.body ?? current.body, now)
      return advanced(returneeMachine, current, event, happening, { changes, assignee, role, dueAt })
    },
  )
  if (!changed.ok) return changed
  const { after, repeated } = changed.data
  if (!repeated) await tell(event, after, now)
  return ok(after)
}

/** Such an event as it was caused before. */
export const registrationChangedBefore =
  (event: ReturneeEvent) =>
  async (input: Act, context: Context): Promise<Result<Changed> | null> => {
    const before = await changedBefore<RegistrationBody, ReturneeStatus, ReturneeEvent>(
      returneeMachine,
      event,
      digested(input),
      context,
    )
    return before?.ok ? ok(changedView(before.data.after, context)) : before
  }

const dueAfter = (
  event: ReturneeEvent,
  { todo: current }: RegistrationCase,
  body: RegistrationBody,
  now: Date,
): Date | undefined => {
  const { todo } = returneeMachine.events[event]
  if (event === 'tighten') return confirmationDue(now)
  if (event === 'appeal') return hearingDue(now)
  if (todo === 'owner') return answerDue(now)
  if (todo !== 'gridWorker') return undefined
  const due = reviewDue(body, now)
  // Whoever amends while staff are to act does not put off the review.
  return current && current.role !== 'owner' && current.dueAt < due ? current.dueAt : due
}

async function tell(event: ReturneeEvent, after: RegistrationCase, now: Date): Promise<void> {
  const place = todoMessages[event] ? await findPlace(after.place.id, now) : null
  if (place) return tellStaff(event, after, place)
  // Nobody is told of what they did themselves.
  if (after.history.at(-1)?.by.actor !== 'owner') return tellResident(event, after, now)
}

/** The answer to whoever changed it: arriving once more it tells how the case stands now, its owner no more than before. */
export const changedView = (after: RegistrationCase, { caller }: Context): Changed => ({
  id: after._id,
  status: after.owner === caller.openid ? standingAsOwnerSees(after).status : after.status,
  version: after.version,
})

/** A use case that consists of saying something: a question, an answer, a reason, a note. */
export const saying =
  (event: ReturneeEvent): UseCase<typeof returneeActions.ask> =>
  async (input, context) => {
    const changed = await changeRegistration(event, input, context)
    return changed.ok ? ok(changedView(changed.data, context)) : changed
  }
