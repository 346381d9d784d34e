import type { LedgerHappening } from '@contract/rewards'
import { collection } from '../cloud'
import type { Decider } from '../deciders'

/** What a community has to hand over, as stored in `rewardStocks` under the community's id. It is the sum of its ledger. */
export interface StockDocument {
  _id: string
  pieces: number
  /** Rises by one with each line. */
  version: number
}

/**
 * One line of a community's ledger, as stored in `rewardLedger`. Lines stay: no resident stands in them, and no line leads to
 * a voucher or a tip.
 */
export interface LedgerLineDocument {
  /** Of what was restocked, the submission; of what was handed over, see `ledgerLineIds`. */
  _id: string
  community: string
  /** The version of the stock after it: the order of the lines. */
  number: number
  at: Date
  what: LedgerHappening
  /** Negative where they were taken away. */
  pieces: number
  /** What was left after it. */
  left: number
  by: Decider
  words: string
  /** Of what was restocked, to tell the same act from another of the same id; '' for what was handed over. */
  digest: string
  /** Whether whoever got it has said so; null for what was restocked. */
  received: boolean | null
}

export const stocks = collection<StockDocument>('rewardStocks')
export const ledger = collection<LedgerLineDocument>('rewardLedger')
