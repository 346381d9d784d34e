import { ok } from '@contract/action'
import type { healthAlertsActions } from '@contract/healthAlerts'
import type { HealthAlertCase } from '@kernel/healthAlerts/healthAlert'
import { openedSecrets } from '@kernel/healthAlerts/healthAlert'
import { intoHandsOf } from '@kernel/reassigning'
import { revealed } from '@kernel/revealing'
import type { UseCase } from '@kernel/serve'
import { changeAlert, changedView } from './changeAlert'

/** It has ended, and what it turned out to be is kept. */
export const closeAlert: UseCase<typeof healthAlertsActions.close> = async (input, context) => {
  const { ending } = input
  const changed = await changeAlert('close', input, context, ({ body }) => ({
    changes: { body: { ...body, ending } },
    detail: { ending },
  }))
  return changed.ok ? ok(changedView(changed.data)) : changed
}

/** The case goes to a colleague whose place covers it, and who is not of the family. */
export const reassignAlert: UseCase<typeof healthAlertsActions.reassign> = async (input, context) => {
  const changed = await changeAlert('reassign', input, context, ({ at, owner }, family) =>
    intoHandsOf(input.colleague, at, [owner, ...family]),
  )
  return changed.ok ? ok(changedView(changed.data)) : changed
}

/** Who it is, their telephone and door, and what they wrote, for a reason that the family will read. */
export const revealAlert: UseCase<typeof healthAlertsActions.reveal> = async (sent, context) => {
  const found = await revealed<HealthAlertCase>(sent, context, (input, look) =>
    changeAlert('reveal', input, context, look),
  )
  if (!found.ok) return found
  const { id, version } = changedView(found.data)
  return ok({ id, version, ...openedSecrets(found.data) })
}
