import { refused, type Refused, type Result } from '@contract/action'
import type { RewardShown } from '@contract/letterbox'
import type { RewardAtDesk } from '@contract/rewards'
import type { RewardRules } from '@contract/tippingRules'
import { tippingAt } from '@kernel/assessment/tippingAt'
import { placeOf } from '@kernel/deciders'
import type { PlaceDocument } from '@kernel/placeDocument'
import { findPlace } from '@kernel/places'
import type { Context } from '@kernel/serve'
import { tipOf, tryCode } from '@kernel/tips/finding'
import { deskAt, rewardShown, voucherShown } from '@kernel/tips/rewardRules'
import { findVoucher, type VoucherDocument } from '@kernel/tips/vouchers'

/** A reward, as the desk that hands it over has it before it. */
export interface AtDesk {
  shown: RewardShown
  /** null while it has not been claimed. */
  voucher: VoucherDocument | null
}

/** The place whose desk somebody stands at; what lies below a community has none of its own. */
export async function deskOf(place: string, context: Context): Promise<PlaceDocument | Refused> {
  const found = await placeOf(place, context)
  return deskAt(found.at) === found._id
    ? found
    : refused('invalidInput', 'only a community has a desk', { place: 'placeTooNarrow' })
}

/**
 * What a receipt is worth at this desk. A tip that is not confirmed, or another desk's, is answered like no receipt at all:
 * nobody learns at a desk what was told, or that something was. Trying codes is slowed by who tries, at which desk, and in all.
 */
export async function findAtDesk(
  receipt: string,
  desk: PlaceDocument,
  context: Context,
): Promise<Result<AtDesk>> {
  // Asked for before anything is found: it would tell right codes from wrong ones afterwards.
  const { reward } = await tippingAt(desk.at, context.now)
  return tryCode(() => lookFor(receipt, desk, reward, context.now), context, desk._id)
}

async function lookFor(
  receipt: string,
  desk: PlaceDocument,
  rules: RewardRules,
  now: Date,
): Promise<AtDesk | null> {
  const [voucher, tip] = await Promise.all([findVoucher(receipt), tipOf(receipt)])
  const community = voucher?.community ?? (tip && deskAt(tip.at))
  if (!community || !(await isOf(desk, community, now))) return null
  const shown = tip ? rewardShown(tip, voucher, rules, now) : voucher && voucherShown(voucher, desk.name, now)
  return shown && isForDesks(shown) ? { shown, voucher } : null
}

const isForDesks = ({ state }: RewardShown): boolean => state !== 'none' && state !== 'open'

/** A community that was merged into another hands its rewards over there. */
const isOf = async (desk: PlaceDocument, community: string, now: Date): Promise<boolean> =>
  community === desk._id || (await findPlace(community, now))?._id === desk._id

/** What a desk is told: what to hand over, and nothing of what was told. */
export const deskView = ({ state, item, pieces }: RewardShown, stock: number): RewardAtDesk => ({
  ...{ state, item, pieces },
  inStock: stock >= pieces,
})
