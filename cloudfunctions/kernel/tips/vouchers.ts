import type { Day } from '@contract/calendar'
import { collection, command } from '../cloud'
import { voucherHashes } from './receipts'

/**
 * A reward that has been claimed, as stored in `vouchers`. It says neither of which tip nor by whom, and nothing of when the
 * tip had its result: who reads the database finds no way from here to either. Deleted a tip's period after its last day.
 * How it stands to its tip is said by `rewardShown` (./rewardRules).
 */
export interface VoucherDocument {
  /** The first of {@link voucherHashes}. */
  _id: string
  /** At whose desk it is handed over: see `deskAt` (./rewardRules). */
  community: string
  /** As the policy had them when it was claimed. */
  item: string
  pieces: number
  desk: string
  state: 'claimed' | 'handedOver' | 'received'
  /** The last day on which it is handed over, counted from when it was claimed. */
  until: Day
  /** The digest of the act that handed it over (who, and which submission); '' before. */
  handOver: string
  keepUntil: Date
}

export const vouchers = collection<VoucherDocument>('vouchers')

/** The reward that was claimed with a receipt; null where none was. One database request. */
export async function findVoucher(code: string): Promise<VoucherDocument | null> {
  const { data } = await vouchers
    .where({ _id: command.in(voucherHashes(code)) })
    .limit(1)
    .get()
  return data[0] ?? null
}
