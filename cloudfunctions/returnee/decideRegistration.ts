import { ok, refused } from '@contract/action'
import { outcomeDetail, type returneeActions } from '@contract/returnee'
import { intoHandsOf } from '@kernel/reassigning'
import type { UseCase } from '@kernel/serve'
import { changedView, changeRegistration } from './changeRegistration'
import { isExpected, outcomeChosen } from './outcomeChosen'

/** The registration is accepted with a measure: that which the rules expect or, for a reason, another. */
export const acceptRegistration: UseCase<typeof returneeActions.accept> = async (input, context) => {
  const changed = await changeRegistration('accept', input, context, ({ body }) => {
    if (body.expected && !isExpected(body, input) && input.words === '') {
      return refused('invalidInput', 'another measure than expected needs a reason', { words: 'required' })
    }
    const outcome = outcomeChosen(body, input)
    return { changes: { body: { ...body, outcome } }, detail: outcomeDetail(outcome) }
  })
  return changed.ok ? ok(changedView(changed.data, context)) : changed
}

/** What the rules expect is decided: before a decision, or in place of the one in force. */
export const adoptExpected: UseCase<typeof returneeActions.adopt> = async (input, context) => {
  const changed = await changeRegistration('adopt', input, context, ({ body }) => {
    const { expected } = body
    if (!expected) return refused('eventNotAllowed', 'nothing is expected that could be adopted')
    return { changes: { body: { ...body, outcome: expected } }, detail: outcomeDetail(expected) }
  })
  return changed.ok ? ok(changedView(changed.data, context)) : changed
}

/** What is in force stays decided, although the rules expect something else. */
export const keepMeasure: UseCase<typeof returneeActions.keep> = async (input, context) => {
  const changed = await changeRegistration('keep', input, context, ({ body: { outcome } }) => {
    if (!outcome) throw new Error('nothing is in force that could be kept')
    return { detail: outcomeDetail(outcome) }
  })
  return changed.ok ? ok(changedView(changed.data, context)) : changed
}

/** The case goes to a colleague whose place covers it. */
export const reassignRegistration: UseCase<typeof returneeActions.reassign> = async (input, context) => {
  const changed = await changeRegistration('reassign', input, context, ({ at, owner }) =>
    intoHandsOf(input.colleague, at, [owner]),
  )
  return changed.ok ? ok(changedView(changed.data, context)) : changed
}
