import { STOCK_MOST } from '@contract/rewards'
import type { LedgerLineDocument, StockDocument } from '@kernel/tips/stocks'
import type { Transaction } from '@kernel/transaction'

type Entry = Omit<LedgerLineDocument, 'community' | 'number' | 'left'>

/**
 * Writes a line into a community's ledger together with what it makes of the stock: three requests of a transaction. Of two
 * at once only one succeeds, because both write the same stock. Writes nothing where the stock would not be enough, or
 * more than anybody has.
 */
export async function book(
  transaction: Transaction,
  community: string,
  entry: Entry,
): Promise<StockDocument | 'notEnough' | 'tooMuch'> {
  const stored = transaction.collection<StockDocument>('rewardStocks').doc(community)
  const { data: before } = await stored.get()
  const left = (before?.pieces ?? 0) + entry.pieces
  if (left < 0) return 'notEnough'
  if (left > STOCK_MOST) return 'tooMuch'
  const after = { pieces: left, version: (before?.version ?? 0) + 1 }
  await stored.set({ data: after })
  const line: LedgerLineDocument = { ...entry, community, number: after.version, left }
  await transaction.collection<LedgerLineDocument>('rewardLedger').add({ data: line })
  return { _id: community, ...after }
}
