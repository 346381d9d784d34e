import { ok, refused, type CheckedInputOf, type Refused, type Result } from '@contract/action'
import type { letterboxActions, NoReward, TipTold } from '@contract/letterbox'
import type { TipKind } from '@contract/tippingRules'
import { tippingAt } from '@kernel/assessment/tippingAt'
import { collection } from '@kernel/cloud'
import type { PlaceDocument } from '@kernel/placeDocument'
import type { Context, UseCase } from '@kernel/serve'
import { letterId, letters, openedLetter, tipIdOf } from '@kernel/tips/letters'
import { onDutyThere } from '@kernel/tips/onDutyThere'
import { receiptGiven, receiptHashes, receiptOf } from '@kernel/tips/receipts'
import type { TipCase } from '@kernel/tips/tip'
import { noSuchPlace, placeToTellOf } from './askQuestions'
import { hashedCommunity, noteTold } from './flooding'
import { bookTip, unbookTip } from './letterPace'
import { answeredBefore, examineLetter, putLetter } from './postLetter'

type Told = CheckedInputOf<typeof letterboxActions.tell>

/** Where something is told, and as what. */
interface About {
  place: PlaceDocument
  kind: TipKind
  noReward: NoReward | null
}

/**
 * Takes a tip and answers its receipt. The same letter again is answered the same, see {@link toldBefore}. Two database requests,
 * besides what is asked once a minute (the place, its policy, who is on duty there, and of who has told something that day
 * whether the place is flooded) and those of pictures. What was sent before is looked for only where a letter cannot be taken,
 * or has been counted that day: one that comes again when the letterbox was emptied, and the day is over, lies there once more,
 * until the next emptying finds its tip.
 */
export const tellTip: UseCase<typeof letterboxActions.tell> = async (input, context) => {
  const place = await placeToTellOf(input.place, context.now)
  if (!place) return noSuchPlace()
  const { kinds } = await tippingAt(place.at, context.now)
  const kind = kinds.find(({ id }) => id === input.kind)
  if (!kind) return refused('invalidInput', 'nothing of this kind is told here', { kind: 'tipKind' })
  const noReward = await noRewardFor(input, place, context)

  const booked = await bookTip(input, place, context)
  if (typeof booked === 'object') return booked
  const before = booked === 'again' ? await toldBefore(input) : null
  if (before?.ok) return before
  const refusal = await post(input, { place, kind, noReward }, booked, context)
  return refusal ?? ok({ receipt: receiptOf(input.letter), noReward })
}

/** The answer to a letter that lies in the letterbox, or has become a tip. One or two database requests. */
export async function toldBefore(input: Told): Promise<Result<TipTold> | null> {
  const before = await sentBefore(input.letter)
  if (!before) return null
  const same = answeredBefore(before, input)
  if (!same.ok) return same
  const whyNone = input.wantsReward ? 'onDuty' : 'declined'
  return ok({
    receipt: receiptGiven(input.letter, before.receipt),
    noReward: before.rewarded ? null : whyNone,
  })
}

/** What is kept of it is one bit. */
async function noRewardFor(
  { wantsReward }: Told,
  place: PlaceDocument,
  { caller, now }: Context,
): Promise<NoReward | null> {
  if ((await onDutyThere(place, now)).has(caller.openid)) return 'onDuty'
  return wantsReward ? null : 'declined'
}

/** Puts what has been counted into the letterbox; why it cannot be taken, else null. */
async function post(
  input: Told,
  about: About,
  booked: 'first' | 'another' | 'again',
  context: Context,
): Promise<Refused | null> {
  const said = [input.where, input.words].join('\n').trim()
  const examined = await examineLetter(input, said, context)
  if (!examined.ok) {
    if (booked !== 'again') await unbookTip(input, context)
    return examined
  }
  const isPut = await put(input, about, examined.data)
  if (isPut) noteTold(about.place, context.now)
  return isPut ? null : refused('submissionTaken', 'this letter has been sent before')
}

function put(
  input: Told,
  { place, kind, noReward }: About,
  { unchecked }: { unchecked: boolean },
): Promise<boolean> {
  const { letter: _letter, pictures: _pictures, wantsReward: _wantsReward, ...told } = input
  const [receipt] = receiptHashes(receiptOf(input.letter))
  const text = { ...told, what: 'tell', unchecked, kind, rewarded: noReward === null } as const
  return putLetter(input, { receipt, community: hashedCommunity(place) }, text)
}

interface SentBefore {
  /** Its hash. */
  receipt: string
  digest: string
  rewarded: boolean
}

/**
 * What was sent under this letter before, in the letterbox or as the tip that it has become. In this order: a letter that is
 * no longer there has become its tip before.
 */
async function sentBefore(letter: string): Promise<SentBefore | null> {
  const id = letterId(letter)
  const { data: waiting } = await letters.doc(id).get()
  if (waiting) {
    const { receipt, digest } = waiting
    const text = openedLetter(waiting)
    return { receipt, digest, rewarded: text.what === 'tell' && text.rewarded }
  }
  const { data: tip } = await collection<TipCase>('cases').doc(tipIdOf(id)).get()
  const [told] = tip?.history ?? []
  return tip && told ? { receipt: tip.body.receipt, digest: told.digest, rewarded: tip.body.rewarded } : null
}
