import { refused } from '@contract/action'
import type { CaseKind } from '@contract/cases'
import { caseRoles } from '@contract/roles'
import type { tipsActions } from '@contract/tips'
import type { Case } from '@kernel/caseEvents'
import { standing } from '@kernel/cases'
import { collection } from '@kernel/cloud'
import type { Context, UseCase } from '@kernel/serve'
import { answering, changeTip } from './changeTip'

const ledTo: readonly CaseKind[] = ['returnee', 'healthAlert']

/** Which registration or episode has come of it: one that they handle, and not their own. Three database requests. */
export const leadTip: UseCase<typeof tipsActions.lead> = async (input, context) =>
  answering(
    await changeTip('lead', input, context, async ({ body }) =>
      (await isHandledBy(context, input.to))
        ? { changes: { body: { ...body, leadsTo: input.to } } }
        : refused('invalidInput', 'there is no such case of theirs', { to: 'caseUnknown' }),
    ),
  )

async function isHandledBy(context: Context, id: string): Promise<boolean> {
  const { data } = await collection<Case>('cases').doc(id).get()
  const found = data && !data.deletion && ledTo.includes(data.kind) ? data : null
  const who = await standing(found, context, [], caseRoles)
  return who !== null && who.by.actor !== 'owner'
}
