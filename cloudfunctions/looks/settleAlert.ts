import { ok, refused, type Result } from '@contract/action'
import {
  lookAlertMachine,
  type LookAlertEvent,
  type LookAlertStatus,
  type looksActions,
} from '@contract/looks'
import { advanced } from '@kernel/caseEvents'
import { changeCase, changedBefore, digested, type CaseChange } from '@kernel/cases'
import type { LookAlertBody } from '@kernel/lookAlerts'
import type { DoneBefore, UseCase } from '@kernel/serve'
import { mayHear } from './alertRules'

/** Whoever stands above the one who looked has heard what it was for, and writes it down. */
export const settleAlert: UseCase<typeof looksActions.settle> = async (input, context) => {
  const { submission, words } = input
  const on = digested(input)
  const changed = await changeCase<LookAlertBody, LookAlertStatus, LookAlertEvent>(
    lookAlertMachine,
    'settle',
    on,
    context,
    (current, by, actors) =>
      mayHear(actors, current.body.role)
        ? advanced(lookAlertMachine, current, 'settle', {
            at: context.now,
            submission,
            digest: on.digest,
            by,
            words,
          })
        : refused('notYourOwn', 'this is for somebody who stands above them'),
  )
  return settled(changed)
}

/** WeChat may refuse by now what is written down, and may have taken it then. */
export const settledBefore: DoneBefore<typeof looksActions.settle> = async (input, context) => {
  const on = digested(input)
  const before = await changedBefore<LookAlertBody, LookAlertStatus, LookAlertEvent>(
    lookAlertMachine,
    'settle',
    on,
    context,
  )
  return before && settled(before)
}

function settled(changed: Result<CaseChange<LookAlertBody, LookAlertStatus>>) {
  if (!changed.ok) return changed
  const { _id, status, version } = changed.data.after
  return ok({ id: _id, status, version })
}
