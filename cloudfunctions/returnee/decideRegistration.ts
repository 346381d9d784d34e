import { ok, refused } from '@contract/action'
import { outcomeOf, type returneeActions } from '@contract/returnee'
import { isCaseRole } from '@contract/roles'
import { covers, type PostDocument } from '@kernel/caller'
import { collection } from '@kernel/cloud'
import { addressesInCase } from '@kernel/pictures/addresses'
import { ownSealer } from '@kernel/seal'
import type { UseCase } from '@kernel/serve'
import { changedView, changeRegistration } from './changeRegistration'
import { openAnswers } from './registration'

/** The registration is accepted with a measure, counted from the day of arrival. */
export const acceptRegistration: UseCase<typeof returneeActions.accept> = async (input, context) => {
  const changed = await changeRegistration('accept', input, context, ({ body }) => {
    const outcome = outcomeOf(input.measure, input.days, body.answers.arrivesOn)
    return { changes: { body: { ...body, outcome } }, detail: { ...outcome } }
  })
  return changed.ok ? ok(changedView(changed.data)) : changed
}

/** The case goes to a colleague whose place covers it. */
export const reassignRegistration: UseCase<typeof returneeActions.reassign> = async (input, context) => {
  const changed = await changeRegistration('reassign', input, context, async ({ at }) => {
    const { data: post } = await collection<PostDocument>('staff').doc(input.colleague).get()
    if (!post?.active || !isCaseRole(post.role) || !covers(post, at)) {
      return refused('invalidInput', 'no such colleague for this place', { colleague: 'colleagueUnknown' })
    }
    const { _id: id, openid, name, role } = post
    return { assignee: { id, openid, name, role }, detail: { colleague: name, role } }
  })
  return changed.ok ? ok(changedView(changed.data)) : changed
}

/** The clear text and the pictures, for a reason that the person concerned will read. */
export const revealRegistration: UseCase<typeof returneeActions.reveal> = async (input, context) => {
  const changed = await changeRegistration('reveal', input, context)
  if (!changed.ok) return changed
  const { _id, body, history } = changed.data
  // Sent again later it would show what has been written since, without leaving a trace.
  if (history.at(-1)?.submission !== input.submission) return refused('changedMeanwhile', 'look once more')
  const answers = openAnswers(body.answers, _id, ownSealer())
  const pictures = await addressesInCase(answers.test.pictures, _id, context.now)
  return ok({ ...changedView(changed.data), answers, pictures })
}
