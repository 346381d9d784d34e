import { ok, refused } from '@contract/action'
import { outcomeOf, type returneeActions } from '@contract/returnee'
import { isCaseRole } from '@contract/roles'
import { covers, type PostDocument } from '@kernel/caller'
import { assigneeOf } from '@kernel/cases'
import { collection } from '@kernel/cloud'
import type { UseCase } from '@kernel/serve'
import { changedView, changeRegistration } from './changeRegistration'

/** The registration is accepted with a measure, counted from the day of arrival. */
export const acceptRegistration: UseCase<typeof returneeActions.accept> = async (input, context) => {
  const changed = await changeRegistration('accept', input, context, ({ body }) => {
    const outcome = outcomeOf(input.measure, input.days, body.answers.arrivesOn)
    return { changes: { body: { ...body, outcome } }, detail: { ...outcome } }
  })
  return changed.ok ? ok(changedView(changed.data, context)) : changed
}

/** The case goes to a colleague whose place covers it. */
export const reassignRegistration: UseCase<typeof returneeActions.reassign> = async (input, context) => {
  const changed = await changeRegistration('reassign', input, context, async ({ at }) => {
    const { data: post } = await collection<PostDocument>('staff').doc(input.colleague).get()
    if (!post?.active || !isCaseRole(post.role) || !covers(post, at)) {
      return refused('invalidInput', 'no such colleague for this place', { colleague: 'colleagueUnknown' })
    }
    return { assignee: assigneeOf(post), detail: { colleague: post.name, role: post.role } }
  })
  return changed.ok ? ok(changedView(changed.data, context)) : changed
}
