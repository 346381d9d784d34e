import { ok, type Refused, type Result } from '@contract/action'
import {
  healthAlertMachine,
  type HealthAlertChanged,
  type HealthAlertEvent,
  type HealthAlertStatus,
} from '@contract/healthAlerts'
import type { Urgency } from '@contract/cases'
import { advanced, type CaseTodo, type Changes, type Happening } from '@kernel/caseEvents'
import { changeCase, changedBefore, digested, type Act } from '@kernel/cases'
import { handlingDue, nextLookDue } from '@kernel/healthAlerts/episodeRules'
import type { HealthAlertBody, HealthAlertCase } from '@kernel/healthAlerts/healthAlert'
import { tellColleague, tellFamily } from '@kernel/healthAlerts/tellOfAlert'
import { readHousehold } from '@kernel/households/changing'
import type { Context } from '@kernel/serve'
import { accountsOf, isFamilyOf, noSuchAlert } from './family'

/** What one event adds to the plain change of status. */
interface Addition {
  changes?: Changes<HealthAlertBody>
  detail?: Happening['detail']
  assignee?: CaseTodo['assignee']
}

/**
 * Staff cause `event` on an episode, and whoever must know of it is told. `add` says what it changes besides the status, from
 * the case as it is and the accounts of the family. Three database requests: nobody handles their own family's.
 */
export async function changeAlert(
  event: HealthAlertEvent,
  input: Act,
  context: Context,
  add: (
    current: HealthAlertCase,
    family: readonly string[],
  ) => Addition | Refused | Promise<Addition | Refused> = () => ({}),
): Promise<Result<HealthAlertCase>> {
  const { now } = context
  const on = digested(input)
  let family: readonly string[] = []
  const changed = await changeCase<HealthAlertBody, HealthAlertStatus, HealthAlertEvent>(
    healthAlertMachine,
    event,
    on,
    context,
    async (current, by) => {
      const household = await readHousehold(current.body.household)
      if (isFamilyOf(household, context)) return noSuchAlert()
      family = accountsOf(current, household)
      const addition = await add(current, family)
      if ('error' in addition) return addition
      const { changes, assignee, detail } = addition
      const { submission, words } = input
      const happening = { at: now, submission, digest: on.digest, by, words, detail }
      return advanced(healthAlertMachine, current, event, happening, {
        ...{ changes, assignee },
        ...nextAfter(event, now),
      })
    },
  )
  if (!changed.ok) return changed
  const { after, repeated } = changed.data
  if (!repeated) await tell(event, after, family, now)
  return ok(after)
}

const nextAfter = (event: HealthAlertEvent, now: Date): { dueAt?: Date; urgency?: Urgency } => {
  if (event === 'see') return { dueAt: handlingDue(now), urgency: 1 }
  return event === 'followUp' ? { dueAt: nextLookDue(now) } : {}
}

async function tell(
  event: HealthAlertEvent,
  after: HealthAlertCase,
  family: readonly string[],
  now: Date,
): Promise<void> {
  const { todo } = after
  if (event === 'close') await tellFamily(family, after, now)
  if (event === 'reassign' && todo?.assignee) await tellColleague(todo.assignee.openid, 'reassign', after)
}

export const changedView = ({ _id, status, version }: HealthAlertCase): HealthAlertChanged => ({
  id: _id,
  status,
  version,
})

/** A use case that changes nothing but what the machine says: somebody has seen it, done something, noted something. */
export const causing =
  (event: 'see' | 'followUp' | 'note') =>
  async (input: Act, context: Context): Promise<Result<HealthAlertChanged>> => {
    const changed = await changeAlert(event, input, context)
    return changed.ok ? ok(changedView(changed.data)) : changed
  }

/** Such an event as it was caused before: WeChat may take words no longer that it took, or could not be asked about, then. */
export const causedBefore =
  (event: HealthAlertEvent) =>
  async (input: Act, context: Context): Promise<Result<HealthAlertChanged> | null> => {
    const before = await changedBefore<HealthAlertBody, HealthAlertStatus, HealthAlertEvent>(
      healthAlertMachine,
      event,
      digested(input),
      context,
    )
    return before?.ok ? ok(changedView(before.data.after)) : before
  }
