import { ok, refused, type Refused, type Result } from '@contract/action'
import type { RewardState } from '@contract/letterbox'
import type { rewardsActions } from '@contract/rewards'
import { officerRoles } from '@contract/roles'
import { deciderAt, type Decider } from '@kernel/deciders'
import { findPlace } from '@kernel/places'
import { ownSealer, saysSame } from '@kernel/seal'
import type { DoneBefore, UseCase } from '@kernel/serve'
import { ledgerLineIds, receiptAtDesk } from '@kernel/tips/receipts'
import { voucherShown } from '@kernel/tips/rewardRules'
import { stocks, type StockDocument } from '@kernel/tips/stocks'
import { findVoucher, type VoucherDocument } from '@kernel/tips/vouchers'
import { inTransaction, type Transaction } from '@kernel/transaction'
import { book } from './book'
import { deskOf, deskView, findAtDesk } from './desks'

/**
 * Takes a reward from the stock: voucher, stock and ledger change together or not at all, so that a code pays once
 * however many desks hand it over at the same moment. The same submission again is answered as before.
 */
export const handOverReward: UseCase<typeof rewardsActions.handOver> = async (input, context) => {
  const { place, submission } = input
  const receipt = receiptAtDesk(input.code)
  const desk = await deskOf(place, context)
  if ('ok' in desk) return desk
  const by = await deciderAt(desk.at, officerRoles, context)
  if (!by) throw new Error('a desk at which nobody stands')
  const found = await findAtDesk(receipt, desk, context)
  if (!found.ok) return found
  const { voucher, shown } = found.data
  if (!voucher) return notNow()

  const line = { _id: ledgerLineIds(receipt)[0], at: context.now, by }
  const act: Act = {
    desk: desk._id,
    isPayable: shown.state !== 'expired',
    digest: digestOf(submission, by),
    line,
  }
  const done = await inTransaction((transaction) => handOver(transaction, voucher._id, act))
  if (!done.ok) return done
  const { state, stock } = done.data
  return ok(deskView({ ...shown, state }, stock))
}

/**
 * The answer to whoever has handed it over by this very act. Nobody who tries codes learns from it whether one is right: only
 * who has handed it over is answered, and two database requests are made whatever is there.
 */
export const handedOverByThis: DoneBefore<typeof rewardsActions.handOver> = async (input, context) => {
  const desk = await findPlace(input.place, context.now)
  const by = desk && (await deciderAt(desk.at, officerRoles, context))
  if (!desk || !by) return null
  const [voucher, stock] = await Promise.all([
    findVoucher(receiptAtDesk(input.code)),
    stocks.doc(desk._id).get(),
  ])
  if (!voucher || !saysSame(voucher.handOver, digestOf(input.submission, by))) return null
  return ok(deskView(voucherShown(voucher, desk.name, context.now), stock.data?.pieces ?? 0))
}

const digestOf = (submission: string, by: Decider): string =>
  ownSealer().digest({ handOver: submission, by: by.account })

const notNow = (): Refused => refused('eventNotAllowed', 'nobody has claimed this, or its last day is over')

interface Act {
  desk: string
  isPayable: boolean
  digest: string
  line: { _id: string; at: Date; by: Decider }
}

interface HandedOver {
  state: RewardState
  /** Pieces that the community has left. */
  stock: number
}

async function handOver(transaction: Transaction, id: string, act: Act): Promise<Result<HandedOver>> {
  const stored = transaction.collection<VoucherDocument>('vouchers').doc(id)
  const { data: voucher } = await stored.get()
  if (!voucher) return notNow()
  if (voucher.state !== 'claimed') return handedOverBefore(transaction, voucher, act)
  if (!act.isPayable) return notNow()
  const entry = { ...act.line, what: 'handedOver', pieces: -voucher.pieces } as const
  const stock = await book(transaction, act.desk, { ...entry, words: '', digest: '', received: false })
  if (typeof stock === 'string')
    return refused('invalidInput', 'there are not so many', { code: 'notEnoughStock' })
  await stored.update({ data: { state: 'handedOver', handOver: act.digest } })
  return ok({ state: 'handedOver', stock: stock.pieces })
}

/** By this very act, or by another desk. */
async function handedOverBefore(
  transaction: Transaction,
  { state, handOver: digest }: VoucherDocument,
  act: Act,
): Promise<Result<HandedOver>> {
  if (!saysSame(digest, act.digest))
    return refused('invalidInput', 'this reward has been handed over', { code: 'rewardGiven' })
  const { data: stock } = await transaction.collection<StockDocument>('rewardStocks').doc(act.desk).get()
  return ok({ state, stock: stock?.pieces ?? 0 })
}
