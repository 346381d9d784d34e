import { ok, refused, type Refused } from '@contract/action'
import {
  changeFault,
  outcomeOf,
  type Change,
  type Outcome,
  type returneeActions,
  type Terms,
} from '@contract/returnee'
import { assigneeOf } from '@kernel/cases'
import { staffCovering } from '@kernel/superiors'
import type { UseCase } from '@kernel/serve'
import { changedView, changeRegistration } from './changeRegistration'
import { confirmerAmong, proposalIn, termsIn } from './decisionRules'
import type { RegistrationCase } from './registration'

/** The measure that is to replace the one in force, with its days. */
function outcomeInstead(
  change: Change,
  { body }: Pick<RegistrationCase, 'body'>,
  { measure, days }: Terms,
): Outcome | Refused {
  const fault = changeFault(change, body.outcome, { measure, days })
  if (fault) return refused('invalidInput', 'this measure cannot replace that in force', { measure: fault })
  return outcomeOf(measure, days, body.answers.arrivesOn)
}

/** A looser measure, in force at once: of one's own accord, or because an appeal was right. */
export const loosening =
  (event: 'revise' | 'grant'): UseCase<typeof returneeActions.revise> =>
  async (input, context) => {
    const changed = await changeRegistration(event, input, context, (current) => {
      const outcome = outcomeInstead(event, current, input)
      if ('error' in outcome) return outcome
      return { changes: { body: { ...current.body, outcome } }, detail: { ...outcome } }
    })
    return changed.ok ? ok(changedView(changed.data, context)) : changed
  }

/** A stricter measure is proposed, and put before another officer; until then the one in force stays. */
export const tightenMeasure: UseCase<typeof returneeActions.tighten> = async (input, context) => {
  const changed = await changeRegistration('tighten', input, context, async (current) => {
    const outcome = outcomeInstead('tighten', current, input)
    if ('error' in outcome) return outcome
    const officer = confirmerAmong(await staffCovering(current.at), [context.caller.openid, current.owner])
    return { detail: { ...outcome }, assignee: officer ? assigneeOf(officer) : null }
  })
  return changed.ok ? ok(changedView(changed.data, context)) : changed
}

/** The second officer agrees: what was proposed comes into force. */
export const confirmTightening: UseCase<typeof returneeActions.confirm> = async (input, context) => {
  const changed = await changeRegistration('confirm', input, context, ({ body, history }) => {
    const proposal = proposalIn(history)
    if (!proposal) throw new Error('there is nothing to confirm')
    const { measure, days } = termsIn(proposal)
    const outcome = outcomeOf(measure, days, body.answers.arrivesOn)
    const { actor, name } = proposal.by
    return {
      changes: { body: { ...body, outcome } },
      detail: { ...outcome, proposer: name ?? '', proposerRole: actor },
    }
  })
  return changed.ok ? ok(changedView(changed.data, context)) : changed
}
