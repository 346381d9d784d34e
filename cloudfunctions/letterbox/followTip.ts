import { ok } from '@contract/action'
import type { FollowedTip, letterboxActions, TellerEntry, TellerHappening } from '@contract/letterbox'
import type { PlaceName } from '@contract/cases'
import { levels, type At } from '@contract/roles'
import { tippingAt } from '@kernel/assessment/tippingAt'
import { wordsContext } from '@kernel/caseEvents'
import { placeName, residentName } from '@kernel/placeDocument'
import { findPlace } from '@kernel/places'
import { ownSealer } from '@kernel/seal'
import type { Context, UseCase } from '@kernel/serve'
import { codeUnknown, leadingFrom, tryCode, type FoundByReceipt } from '@kernel/tips/finding'
import { handledFor } from '@kernel/tips/joining'
import { openedLetter, type ToldText } from '@kernel/tips/letters'
import { deskCodeOf } from '@kernel/tips/receipts'
import { rewardShown, type Rewardable } from '@kernel/tips/rewardRules'
import { openedIn, type TipCase } from '@kernel/tips/tip'
import { findVoucher, type VoucherDocument } from '@kernel/tips/vouchers'
import { mayAppeal } from './addLetter'
import { openQuestion, tellerView, type Happened } from './tellerView'

/**
 * What has become of a tip, for whoever has its receipt. A right code costs the same seven database requests as a wrong
 * one, besides what `tryCode` may need, and one or two more where place and policy are not remembered, or it was joined to
 * another. Of receipt and voucher no request asks together: a log of requests would join what nothing else does.
 */
export const followTip: UseCase<typeof letterboxActions.follow> = async ({ receipt }, context) => {
  const found = await tryCode(async () => {
    const [led, voucher] = await Promise.all([leadingFrom(receipt), findVoucher(receipt)])
    return led && { led, voucher }
  }, context)
  if (!found.ok) return found
  const { led, voucher } = found.data
  const followed = led.tip
    ? await shownToTeller(led.tip, led, voucher, context)
    : await stillWaiting(led, voucher, context)
  if (!followed) return codeUnknown()
  return ok({ ...followed, deskCode: followed.reward.state === 'claimed' ? deskCodeOf(receipt) : null })
}

type Shown = Omit<FollowedTip, 'deskCode'>

async function shownToTeller(
  tip: TipCase,
  found: FoundByReceipt,
  voucher: VoucherDocument | null,
  context: Context,
): Promise<Shown> {
  const handled = await handledFor(tip)
  const { status, happened } = tellerView(tip, handled && handled._id !== tip._id ? handled : null)
  const question = openQuestion(happened)
  return {
    status,
    kind: tip.body.kindName,
    place: placeShown(tip.at, tip.place),
    timeline: happened.map((one) => entryShown(one, tip)),
    question: question ? wordsOf(question, tip) : null,
    canAppeal: mayAppeal(found),
    underway: found.letters.length,
    reward: await rewardOf(tip, voucher, context),
  }
}

/** null where the tip is gone and only something that was added to it lies in the letterbox. */
async function stillWaiting(
  { letters }: FoundByReceipt,
  voucher: VoucherDocument | null,
  context: Context,
): Promise<Shown | null> {
  const first = letters.find(({ what }) => what === 'tell')
  if (!first) return null
  const told = openedLetter(first) as ToldText
  const place = await findPlace(told.place, context.now)
  if (!place) return null
  const waiting = { status: 'told', at: place.at, place: placeName(place), history: [] } as const
  return {
    status: 'waiting',
    kind: told.kind.name,
    place: placeShown(place.at, waiting.place),
    timeline: [],
    question: null,
    canAppeal: false,
    underway: letters.length,
    reward: await rewardOf({ ...waiting, history: [], body: { rewarded: told.rewarded } }, voucher, context),
  }
}

const rewardOf = async (tip: Rewardable, voucher: VoucherDocument | null, { now }: Context) =>
  rewardShown(tip, voucher, (await tippingAt(tip.at, now)).reward, now)

/** From the compound down; of a wider place its own name. */
const placeShown = (at: At, place: PlaceName): string => {
  const { names } = residentName(at, place)
  const narrow = levels.slice(levels.indexOf('compound')).filter((level) => at[level])
  return names.slice(-Math.max(1, narrow.length)).join(' ')
}

/** Those whose words are for the teller, or the teller's own. */
const spoken: readonly TellerHappening[] = ['tell', 'ask', 'add', 'condemn', 'appeal', 'uphold', 'pardon']

const entryShown = (one: Happened, tip: TipCase): TellerEntry => ({
  at: one.entry.at.toISOString(),
  what: one.what,
  words: spoken.includes(one.what) ? wordsOf(one, tip) : null,
  pictures: Number(one.entry.detail?.pictures ?? 0),
})

/** What was told stands in the tip itself, all else in its history. null where nothing was said. */
const wordsOf = ({ tip: id, what, entry }: Happened, { _id, body }: TipCase): string | null => {
  if (what === 'tell') return openedIn(_id, body.words)
  return entry.words && (ownSealer().open(entry.words, wordsContext(id, entry)) || null)
}
