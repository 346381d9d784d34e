import type { tipsActions } from '@contract/tips'
import { confirmationDue } from '@kernel/dueRules'
import type { UseCase } from '@kernel/serve'
import { beforeOfficer } from '@kernel/tips/officers'
import { answering, changeTip } from './changeTip'

/** The first of two officers says that it was malice, and puts it before a second. */
export const accuseTeller: UseCase<typeof tipsActions.accuse> = async (input, context) =>
  answering(
    await changeTip('accuse', input, context, async (current) => ({
      ...(await beforeOfficer('accuse', current, context.caller.openid)),
      dueAt: confirmationDue(context.now),
    })),
  )
