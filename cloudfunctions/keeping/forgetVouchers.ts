import { command } from '@kernel/cloud'
import { vouchers } from '@kernel/tips/vouchers'

/** Rewards whose tip is long gone. Nothing in them is about anybody: no certificate counts them. */
export async function forgetVouchers(now: Date): Promise<void> {
  await vouchers.where({ keepUntil: command.lte(now) }).remove()
}
