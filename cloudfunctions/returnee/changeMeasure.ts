import { ok, refused, type Refused } from '@contract/action'
import {
  changeFault,
  outcomeDetail,
  type Change,
  type Outcome,
  type returneeActions,
  type Terms,
} from '@contract/returnee'
import { reassessedAfterAll } from '@kernel/assessment/reassessCase'
import { assigneeOf, writeAdvance } from '@kernel/cases'
import { findPlace } from '@kernel/places'
import type { RegistrationCase } from '@kernel/registration'
import { staffCovering } from '@kernel/superiors'
import type { UseCase } from '@kernel/serve'
import { tellStaff } from '@kernel/tellOfRegistration'
import { changedView, changeRegistration } from './changeRegistration'
import { confirmerAmong, proposalIn, termsIn } from './decisionRules'
import { outcomeChosen } from './outcomeChosen'

/** The measure that is to replace the one in force, with its days. */
function outcomeInstead(
  change: Change,
  { body }: Pick<RegistrationCase, 'body'>,
  { measure, days }: Terms,
): Outcome | Refused {
  const fault = changeFault(change, body.outcome, { measure, days })
  if (fault) return refused('invalidInput', 'this measure cannot replace that in force', { measure: fault })
  return outcomeChosen(body, { measure, days })
}

/** A looser measure, in force at once: of one's own accord, or because an appeal was right. */
export const loosening =
  (event: 'revise' | 'grant'): UseCase<typeof returneeActions.revise> =>
  async (input, context) => {
    const changed = await changeRegistration(event, input, context, (current) => {
      const outcome = outcomeInstead(event, current, input)
      if ('error' in outcome) return outcome
      return { changes: { body: { ...current.body, outcome } }, detail: outcomeDetail(outcome) }
    })
    return changed.ok ? ok(changedView(changed.data, context)) : changed
  }

/** A stricter measure is proposed, and put before another officer; until then the one in force stays. */
export const tightenMeasure: UseCase<typeof returneeActions.tighten> = async (input, context) => {
  const changed = await changeRegistration('tighten', input, context, async (current) => {
    const outcome = outcomeInstead('tighten', current, input)
    if ('error' in outcome) return outcome
    const officer = confirmerAmong(await staffCovering(current.at), [context.caller.openid, current.owner])
    return { detail: outcomeDetail(outcome), assignee: officer ? assigneeOf(officer) : null }
  })
  return changed.ok ? ok(changedView(changed.data, context)) : changed
}

/** The second officer agrees: what was proposed comes into force. */
export const confirmTightening: UseCase<typeof returneeActions.confirm> = async (input, context) => {
  const changed = await changeRegistration('confirm', input, context, ({ body, history }) => {
    const proposal = proposalIn(history)
    if (!proposal) throw new Error('there is nothing to confirm')
    const outcome = outcomeChosen(body, termsIn(proposal))
    const { actor, name } = proposal.by
    return {
      changes: { body: { ...body, outcome } },
      detail: { ...outcomeDetail(outcome), proposer: name ?? '', proposerRole: actor },
    }
  })
  return changed.ok ? ok(changedView(changed.data, context)) : changed
}

/**
 * Nothing comes of what was proposed, or of an appeal. What the rules have come to expect meanwhile is then for staff to
 * decide.
 */
export const leaving =
  (event: 'dismiss' | 'uphold'): UseCase<typeof returneeActions.dismiss> =>
  async (input, context) => {
    const changed = await changeRegistration(event, input, context)
    if (!changed.ok) return changed
    const left = changed.data
    const advance = reassessedAfterAll(left, context.now)
    // Somebody quicker has acted on it since, and has seen what is expected.
    if (!advance || !(await writeAdvance(left, advance))) return ok(changedView(left, context))
    const after = { ...left, ...advance.set, history: [...left.history, advance.entry] }
    const place = await findPlace(after.place.id, context.now)
    if (place) await tellStaff('reassess', after, place)
    return ok(changedView(after, context))
  }
