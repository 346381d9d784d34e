import { ok, refused, type CheckedInputOf, type Refused } from '@contract/action'
import type { letterboxActions, NoReward } from '@contract/letterbox'
import type { TipKind } from '@contract/tippingRules'
import { tippingAt } from '@kernel/assessment/tippingAt'
import { collection } from '@kernel/cloud'
import type { PlaceDocument } from '@kernel/placeDocument'
import type { Context, UseCase } from '@kernel/serve'
import { letterId, letters, tipIdOf } from '@kernel/tips/letters'
import { onDutyThere } from '@kernel/tips/onDutyThere'
import { receiptHashes, receiptOf } from '@kernel/tips/receipts'
import type { TipCase } from '@kernel/tips/tip'
import { noSuchPlace, placeToTellOf } from './askQuestions'
import { hashedCommunity, noteTold } from './flooding'
import { bookTip, unbookLetter, unbookTip } from './letterPace'
import { answeredBefore, examineLetter, putLetter } from './postLetter'

type Told = CheckedInputOf<typeof letterboxActions.tell>

/** Where something is told, and as what. */
interface About {
  place: PlaceDocument
  kind: TipKind
  noReward: NoReward | null
}

/**
 * Takes a tip and answers its receipt. The same letter again is answered the same. Two database requests, besides what is
 * asked once a minute (the place, its policy, who is on duty there, and of who has told something that day whether the place
 * is flooded) and those of pictures. What was sent before is looked for only where a letter cannot be taken: one that
 * comes again after the letterbox was emptied lies there once more, until the next emptying finds its tip.
 */
export const tellTip: UseCase<typeof letterboxActions.tell> = async (input, context) => {
  const place = await placeToTellOf(input.place, context.now)
  if (!place) return noSuchPlace()
  const { kinds } = await tippingAt(place.at, context.now)
  const kind = kinds.find(({ id }) => id === input.kind)
  if (!kind) return refused('invalidInput', 'nothing of this kind is told here', { kind: 'tipKind' })
  const noReward = await noRewardFor(input, place, context)

  const refusal = (await bookTip(place, context)) ?? (await post(input, { place, kind, noReward }, context))
  const before = refusal && (await sentBefore(input.letter))
  const answer = before ? answeredBefore(before, input) : (refusal ?? ok(null))
  return answer.ok ? ok({ receipt: receiptOf(input.letter), noReward }) : answer
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
async function post(input: Told, about: About, context: Context): Promise<Refused | null> {
  const said = [input.where, input.words].join('\n').trim()
  const examined = await examineLetter(input, said, context)
  if (!examined.ok) {
    await unbookTip(context)
    return examined
  }
  if (await put(input, about, examined.data)) {
    noteTold(about.place, context.now)
    return null
  }
  await unbookLetter(context)
  return refused('submissionTaken', 'this letter has been sent before')
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

/**
 * What was sent under this letter before, in the letterbox or as the tip that it has become. In this order: a letter that is
 * no longer there has become its tip before.
 */
async function sentBefore(letter: string): Promise<{ digest: string } | null> {
  const id = letterId(letter)
  const { data: waiting } = await letters.doc(id).get()
  if (waiting) return waiting
  const { data: tip } = await collection<TipCase>('cases').doc(tipIdOf(id)).get()
  return tip?.history[0] ?? null
}
