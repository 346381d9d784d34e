import * as v from 'valibot'
import { action } from './action'
import type { Instant, PlaceName } from './cases'
import { fault } from './faults'
import * as field from './fields'
import type { DecidedBy } from './keeping'
import type { RewardShown, RewardState } from './letterbox'
import { deskCode, receipt } from './receipts'
import { officerRoles } from './roles'

/** What a desk is shown for a code: what to hand over, and nothing of what was told. */
export interface RewardAtDesk {
  state: RewardState
  item: string
  pieces: number
  /** Whether this community has so many. */
  inStock: boolean
}

export const ledgerHappenings = ['restocked', 'handedOver'] as const
export type LedgerHappening = (typeof ledgerHappenings)[number]

/** One line of a community's ledger. */
export interface LedgerLine {
  id: string
  at: Instant
  what: LedgerHappening
  /** Added, or taken where it is negative. */
  pieces: number
  /** What is left after it. */
  left: number
  by: DecidedBy
  /** Why; '' for what was handed over. */
  words: string
  /** Whether whoever got it has said so too; null for what was restocked. */
  received: boolean | null
}

export interface Stock {
  place: PlaceName
  item: string
  pieces: number
  version: number
  lines: LedgerLine[]
  /** To ask for the lines before; null on the last page. */
  before: string | null
}

/** Lines of a ledger on one page. */
export const LEDGER_PAGE = 30

export const STOCK_MOST = 100_000

const desk = { who: 'staff', roles: officerRoles, at: 'place' } as const

export const rewardsActions = {
  /** By the teller: from now on the desk of the community may scan. */
  claim: action<RewardShown>()({ access: { who: 'anyone' }, input: v.strictObject({ receipt }) }),
  /** By the teller: they have it. */
  receive: action<RewardShown>()({ access: { who: 'anyone' }, input: v.strictObject({ receipt }) }),
  scan: action<RewardAtDesk>()({
    access: desk,
    input: v.strictObject({ place: field.placeId, code: deskCode }),
  }),
  /** Takes it from the stock. A code pays once, however many desks scan it at the same moment. */
  handOver: action<RewardAtDesk>()({
    access: desk,
    input: v.strictObject({ place: field.placeId, code: deskCode, submission: field.submissionId }),
  }),
  /** The stock of a community and its ledger, the latest first. */
  stock: action<Stock>()({
    access: desk,
    input: v.strictObject({ place: field.placeId, before: v.optional(v.nullable(field.submissionId), null) }),
  }),
  /** More has arrived, or what was counted is less than what stands there. */
  restock: action<Stock>()({
    access: desk,
    input: v.strictObject({
      place: field.placeId,
      submission: field.submissionId,
      pieces: v.pipe(
        v.number(fault('wrongType')),
        v.integer(fault('wrongType')),
        v.minValue(-STOCK_MOST, fault('outOfRange')),
        v.maxValue(STOCK_MOST, fault('outOfRange')),
        v.check((pieces) => pieces !== 0, fault('required')),
      ),
      words: field.saidText(60),
    }),
  }),
}
