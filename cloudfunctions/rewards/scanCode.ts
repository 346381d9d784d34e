import { ok } from '@contract/action'
import type { rewardsActions } from '@contract/rewards'
import type { UseCase } from '@kernel/serve'
import { receiptAtDesk } from '@kernel/tips/receipts'
import { stocks } from '@kernel/tips/stocks'
import { deskOf, deskView, findAtDesk } from './desks'

/** What a code is worth at this desk. Nine database requests at most, whether or not there is anything. */
export const scanCode: UseCase<typeof rewardsActions.scan> = async ({ place, code }, context) => {
  const desk = await deskOf(place, context)
  if ('ok' in desk) return desk
  const [found, stock] = await Promise.all([
    findAtDesk(receiptAtDesk(code), desk, context),
    stocks.doc(desk._id).get(),
  ])
  return found.ok ? ok(deskView(found.data.shown, stock.data?.pieces ?? 0)) : found
}
