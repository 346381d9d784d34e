import { addDays, dayOf, instantAt, type Day } from '@contract/calendar'
import type { PlaceName } from '@contract/cases'
import { retentionDays } from '@contract/keeping'
import type { RewardShown, RewardState } from '@contract/letterbox'
import { levels, type At } from '@contract/roles'
import type { TipStatus } from '@contract/tipMachine'
import type { RewardRules } from '@contract/tippingRules'
import type { TipBody, TipCase } from './tip'
import type { VoucherDocument } from './vouchers'

/** What a reward follows from. Of a tip that is still in the letterbox: `told`, with an empty history. */
export type Rewardable = Pick<TipCase, 'status' | 'at' | 'place' | 'history'> & {
  body: Pick<TipBody, 'rewarded'>
}

type Claimed = Pick<VoucherDocument, 'state' | 'item' | 'pieces' | 'desk' | 'until'>

/** Who could still be right; who is not, or was not the first. That somebody is suspected is not told by the reward. */
const stands: Record<TipStatus, 'open' | 'confirmed' | 'none'> = {
  told: 'open',
  escalated: 'open',
  seen: 'open',
  undetermined: 'open',
  suspected: 'open',
  accused: 'open',
  confirmed: 'confirmed',
  known: 'none',
  unfounded: 'none',
  joined: 'none',
  malicious: 'none',
  appealed: 'none',
}

/** As the teller knows it: of what was unfounded before an officer accused, it is known already that it was. */
const standingOf = ({ status, history }: Rewardable) => {
  const [accused] = history.filter(({ event }) => event === 'accuse').slice(-1)
  return stands[status === 'accused' && accused ? (accused.from as TipStatus) : status]
}

/** The last day on which the reward of a confirmed tip can be claimed. */
const claimableUntil = ({ history }: Rewardable, { claimDays }: RewardRules): Day => {
  const [last] = history.filter(({ event }) => event === 'confirm').slice(-1)
  if (!last) throw new Error('confirmed, and nobody has confirmed it')
  return addDays(dayOf(last.at), claimDays)
}

/**
 * How it stands with the reward of a tip. What was handed over stays so whatever becomes of the tip; what was only claimed
 * lasts as long as the tip is confirmed.
 */
export function rewardShown(
  tip: Rewardable,
  voucher: Claimed | null,
  rules: RewardRules,
  now: Date,
): RewardShown {
  const place = deskName(tip)
  const stand = standingOf(tip)
  if (voucher && (voucher.state !== 'claimed' || stand === 'confirmed'))
    return voucherShown(voucher, place, now)
  const { item, pieces, desk } = rules
  const shown = (state: RewardState, until: Day | null = null) => ({
    ...{ state, item, pieces, place, desk, until },
  })
  if (!tip.body.rewarded || pieces === 0 || stand === 'none') return shown('none')
  if (stand === 'open') return shown('open')
  const until = claimableUntil(tip, rules)
  return shown(dayOf(now) <= until ? 'due' : 'expired', until)
}

/** The same of a reward that was claimed, where its tip is not looked at: that may be gone. */
export const voucherShown = (
  { state, item, pieces, desk, until }: Claimed,
  place: string,
  now: Date,
): RewardShown => ({
  state: state === 'claimed' && dayOf(now) > until ? 'expired' : state,
  ...{ item, pieces, place, desk, until },
})

/** Levels of places that hand rewards over: the community's desk, or, for what is told of no community, one further up. */
const deskLevels = ['community', 'street', 'district'] as const

const deskLevelOf = (at: At) => {
  const level = deskLevels.find((one) => at[one])
  if (!level) throw new Error('a place above all desks')
  return level
}

/** The place whose desk hands over what is due for something at a place. */
export const deskAt = (at: At): string => at[deskLevelOf(at)] as string

const deskName = ({ at, place }: { at: At; place: PlaceName }): string =>
  place.names[levels.filter((level) => at[level]).indexOf(deskLevelOf(at))] ?? ''

/** The voucher of a reward that is due. */
export function newVoucher(
  id: string,
  { at }: Pick<Rewardable, 'at'>,
  { item, pieces, desk, claimDays }: RewardRules,
  today: Day,
): VoucherDocument {
  // From the day of the tip's result on it would be the same day for both, and lead from one to the other.
  const until = addDays(today, claimDays)
  return {
    _id: id,
    community: deskAt(at),
    ...{ item, pieces, desk, until },
    state: 'claimed',
    handOver: '',
    keepUntil: instantAt(addDays(until, retentionDays.tip + 1), 0),
  }
}
