import type { RewardRules } from '@contract/tippingRules'
import type { TipTold } from '@contract/letterbox'

/** The receipt of what has just been told, and what the page of it says besides. */
export interface FreshReceipt extends TipTold {
  kind: string
  reward: RewardRules
}

// In memory alone: an address would stand in the browser's history and in WeChat's statistics of pages.
let fresh: FreshReceipt | null = null
let toFollow: string | null = null

/** Left for the page of the receipt, which is opened next. */
export const handOver = (receipt: FreshReceipt): void => {
  fresh = receipt
}

/** null when nothing was left, as after the page has been loaded anew. */
export const takeFresh = (): FreshReceipt | null => {
  const taken = fresh
  fresh = null
  return taken
}

/** Left for the page that shows how it stands with a tip, which is opened next. */
export const handToFollow = (receipt: string): void => {
  toFollow = receipt
}

export const takeToFollow = (): string | null => {
  const taken = toFollow
  toFollow = null
  return taken
}
