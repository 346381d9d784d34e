import { ok } from '@contract/action'
import type { returneeActions } from '@contract/returnee'
import { assigneeOf } from '@kernel/cases'
import { staffCovering } from '@kernel/superiors'
import type { UseCase } from '@kernel/serve'
import { changedView, changeRegistration } from './changeRegistration'
import { decidersOf, hearingAmong } from './decisionRules'

/**
 * The resident does not agree: somebody above whoever decided hears it, meanwhile the decision stands. Three database
 * requests for the owner, four for staff who write it down for them, one more where the place is not remembered.
 */
export const appealDecision: UseCase<typeof returneeActions.appeal> = async (input, context) => {
  const changed = await changeRegistration('appeal', input, context, async ({ at, owner, history }) => {
    const { role, post } = hearingAmong(await staffCovering(at), decidersOf(history), owner)
    return {
      role,
      assignee: post ? assigneeOf(post) : null,
      // Who hears it is settled now: somebody who comes later does not inherit it by a lower role.
      detail: { role, ...(post && { colleague: post.name }) },
    }
  })
  return changed.ok ? ok(changedView(changed.data, context)) : changed
}
