import { ok, refused } from '@contract/action'
import {
  lookAlertMachine,
  type LookAlertEvent,
  type LookAlertStatus,
  type looksActions,
} from '@contract/looks'
import { advanced } from '@kernel/caseEvents'
import { changeCase } from '@kernel/cases'
import type { LookAlertBody } from '@kernel/lookAlerts'
import { ownSealer } from '@kernel/seal'
import type { UseCase } from '@kernel/serve'
import { mayHear } from './alertRules'

/** Whoever stands above the one who looked has heard what it was for, and writes it down. */
export const settleAlert: UseCase<typeof looksActions.settle> = async (input, context) => {
  const { submission, words } = input
  const digest = ownSealer().digest({ ...input, version: null })
  const changed = await changeCase<LookAlertBody, LookAlertStatus, LookAlertEvent>(
    lookAlertMachine,
    'settle',
    { ...input, digest },
    context,
    (current, by, actors) =>
      mayHear(actors, current.body.role)
        ? advanced(lookAlertMachine, current, 'settle', { at: context.now, submission, digest, by, words })
        : refused('notYourOwn', 'this is for somebody who stands above them'),
  )
  if (!changed.ok) return changed
  const { _id, status, version } = changed.data.after
  return ok({ id: _id, status, version })
}
