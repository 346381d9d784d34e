import { ok, refused } from '@contract/action'
import type { rewardsActions } from '@contract/rewards'
import { command } from '@kernel/cloud'
import { findPlace } from '@kernel/places'
import type { UseCase } from '@kernel/serve'
import { tryCode } from '@kernel/tips/finding'
import { ledgerLineIds } from '@kernel/tips/receipts'
import { voucherShown } from '@kernel/tips/rewardRules'
import { ledger } from '@kernel/tips/stocks'
import { findVoucher, vouchers } from '@kernel/tips/vouchers'

/**
 * Whoever got it says so: the ledger shows it. The tip is not asked for; it may be gone by then. Eight database requests.
 */
export const receiveReward: UseCase<typeof rewardsActions.receive> = async ({ receipt }, context) => {
  const found = await tryCode(() => findVoucher(receipt), context)
  if (!found.ok) return found
  const voucher = found.data
  if (voucher.state === 'claimed')
    return refused('eventNotAllowed', 'the desk has not said that it was handed over')
  if (voucher.state === 'handedOver') {
    // The line first: what ends in between is done again by the next tap.
    await ledger.where({ _id: command.in(ledgerLineIds(receipt)) }).update({ data: { received: true } })
    await vouchers.where({ _id: voucher._id, state: 'handedOver' }).update({ data: { state: 'received' } })
  }
  const place = await findPlace(voucher.community, context.now)
  return ok(voucherShown({ ...voucher, state: 'received' }, place?.name ?? '', context.now))
}
