import type { LedgerLineDocument, StockDocument } from '@kernel/tips/stocks'
import type { VoucherDocument } from '@kernel/tips/vouchers'
import type { Finding } from '../said'
import { documentsOf, type Stored } from '../stored'

/** Each stock is what its ledger adds up to, without a line too many or too few, and each reward was taken from it once. */
export function findInRewards(stored: Stored): Finding[] {
  const lines = documentsOf<LedgerLineDocument>(stored, 'rewardLedger')
  const vouchers = documentsOf<VoucherDocument>(stored, 'vouchers')
  const stocks = documentsOf<StockDocument>(stored, 'rewardStocks')
  const communities = new Set([...lines, ...vouchers].map(({ community }) => community))
  for (const { _id } of stocks) communities.add(_id)
  return [...communities].flatMap((community) => {
    const own = lines.filter((line) => line.community === community).sort((a, b) => a.number - b.number)
    const stock = stocks.find(({ _id }) => _id === community)
    const given = vouchers.filter((voucher) => voucher.community === community && voucher.state !== 'claimed')
    return [...inLedger(own), ...inStock(community, stock, own), ...inVouchers(community, given, own)]
  })
}

function inLedger(lines: readonly LedgerLineDocument[]): Finding[] {
  let left = 0
  return lines.flatMap(({ _id, number, pieces, left: noted }, index) => {
    left += pieces
    const isRight = number === index + 1 && noted === left && left >= 0
    const what = `is line ${number} and leaves ${noted}; it should be ${index + 1} and leave ${left}`
    return isRight ? [] : { document: `rewardLedger/${_id}`, what }
  })
}

function inStock(
  community: string,
  stock: StockDocument | undefined,
  lines: readonly LedgerLineDocument[],
): Finding[] {
  const pieces = lines.reduce((sum, line) => sum + line.pieces, 0)
  const isRight = (stock?.pieces ?? 0) === pieces && (stock?.version ?? 0) === lines.length
  const what = `holds ${stock?.pieces} after ${stock?.version} changes; its ledger ${pieces} after ${lines.length}`
  return isRight ? [] : [{ document: `rewardStocks/${community}`, what }]
}

function inVouchers(
  community: string,
  given: readonly VoucherDocument[],
  lines: readonly LedgerLineDocument[],
): Finding[] {
  const taken = lines.filter(({ what }) => what === 'handedOver')
  const owed = given.reduce((sum, { pieces }) => sum + pieces, 0)
  const gone = taken.reduce((sum, { pieces }) => sum - pieces, 0)
  const what = `handed over ${given.length} rewards of ${owed} pieces; its ledger says ${taken.length} of ${gone}`
  return given.length === taken.length && owed === gone
    ? []
    : [{ document: `rewardStocks/${community}`, what }]
}
