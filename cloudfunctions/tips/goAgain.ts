import type { tipsActions } from '@contract/tips'
import type { UseCase } from '@kernel/serve'
import { goingAt, urgencyOf } from '@kernel/tips/going'
import { answering, changeTip } from './changeTip'

/** Somebody has opened it, and has as long again to go there. */
export const seeTip: UseCase<typeof tipsActions.see> = async (input, context) =>
  answering(
    await changeTip('see', input, context, ({ at, todo }) => ({
      ...goingAt(at, context.now),
      urgency: todo?.urgency,
    })),
  )

/** A result was wrong: somebody looks again, whoever that was the first time. */
export const reopenTip: UseCase<typeof tipsActions.reopen> = async (input, context) =>
  answering(
    await changeTip('reopen', input, context, async (current) => ({
      ...goingAt(current.at, context.now),
      urgency: await urgencyOf(current, context.now),
    })),
  )
