import { ok, refused, type Refused } from '@contract/action'
import type { FieldFault } from '@contract/faults'
import type { rewardsActions } from '@contract/rewards'
import type { RewardRules } from '@contract/tippingRules'
import { tippingAt } from '@kernel/assessment/tippingAt'
import type { Case } from '@kernel/caseEvents'
import { collection, isDuplicate } from '@kernel/cloud'
import { countMore, countOne, monthPeriod, type Counted } from '@kernel/pacing'
import { findPlace } from '@kernel/places'
import type { Context, UseCase } from '@kernel/serve'
import { exclusionOf, type Exclusion } from '@kernel/tips/exclusions'
import { findByReceipt } from '@kernel/tips/finding'
import { voucherHashes } from '@kernel/tips/receipts'
import { newVoucher, rewardShown } from '@kernel/tips/rewardRules'
import { openedIn, type TipCase } from '@kernel/tips/tip'
import { findVoucher, vouchers, type VoucherDocument } from '@kernel/tips/vouchers'

/**
 * From now on the desk may hand it over. Who holds the phone is asked about now and kept nowhere; claimed once, it is
 * answered the same to whoever claims again. Eight database requests for what is claimed already, at most seven more for
 * what is not.
 */
export const claimReward: UseCase<typeof rewardsActions.claim> = async ({ receipt }, context) => {
  const found = await findByReceipt(receipt, context)
  if (!found.ok) return found
  const { tip } = found.data
  if (!tip) return notNow()
  const rules = (await tippingAt(tip.at, context.now)).reward
  const shown = (voucher: VoucherDocument | null) => rewardShown(tip, voucher, rules, context.now)
  const before = await findVoucher(receipt)
  if (before) return ok(shown(before))
  if (shown(null).state !== 'due') return notNow()

  const exclusion = await exclusionFrom(tip, context)
  if (exclusion) return forbidden(exclusions[exclusion])
  const fresh = newVoucher(voucherHashes(receipt)[0], tip, rules, context.today)
  // Whoever was quicker may have been the same act, sent twice at the same moment.
  const voucher = (await countAndStore(fresh, rules, context)) ? fresh : await findVoucher(receipt)
  return voucher ? ok(shown(voucher)) : forbidden('rewardsThisMonth')
}

/** False, and nothing counted, where there have been too many this month or it was claimed at the same moment. */
async function countAndStore(
  voucher: VoucherDocument,
  { aMonth }: RewardRules,
  { caller, now }: Context,
): Promise<boolean> {
  const counted: Counted = { what: 'reward', of: caller.openid }
  if (!(await countOne(counted, aMonth, monthPeriod(now)))) return false
  let isStored = false
  try {
    isStored = await storeVoucher(voucher)
  } finally {
    if (!isStored) await countMore([counted], { count: -1 }, monthPeriod(now))
  }
  return isStored
}

const notNow = (): Refused => refused('eventNotAllowed', 'there is no reward to claim now')

const exclusions: Record<Exclusion, FieldFault> = {
  onDuty: 'rewardOnDuty',
  ownHousehold: 'rewardOwnHousehold',
}

const forbidden = (fault: FieldFault): Refused =>
  refused('invalidInput', 'this reward is not for whoever claims it', { receipt: fault })

/** The case that has come of a tip is the family's own, too. */
async function exclusionFrom(tip: TipCase, context: Context): Promise<Exclusion | null> {
  const { _id, place, body } = tip
  const node = await findPlace(place.id, context.now)
  const where = openedIn(_id, body.where)
  const there = { node: { _id: place.id, at: tip.at, responsible: node?.responsible ?? {} }, where }
  const exclusion = await exclusionOf(there, context)
  if (exclusion || body.leadsTo === null) return exclusion
  const { data } = await collection<Case>('cases').doc(body.leadsTo).get()
  return data?.owner === context.caller.openid ? 'ownHousehold' : null
}

/** False where it was claimed at the same moment: of many one stores it. */
async function storeVoucher(voucher: VoucherDocument): Promise<boolean> {
  try {
    await vouchers.add({ data: voucher })
    return true
  } catch (cause) {
    if (isDuplicate(cause)) return false
    throw cause
  }
}
