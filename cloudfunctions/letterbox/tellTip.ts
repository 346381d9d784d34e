import { ok, refused, type Refused } from '@contract/action'
import { tipLimits, type letterboxActions } from '@contract/letterbox'
import { tippingAt } from '@kernel/assessment/tippingAt'
import { collection } from '@kernel/cloud'
import { countedOf, countMore, countOne, dayPeriod } from '@kernel/pacing'
import type { PlaceDocument } from '@kernel/placeDocument'
import type { Context, UseCase } from '@kernel/serve'
import { exclusionOf } from '@kernel/tips/exclusions'
import { letterId, letters, tipIdOf } from '@kernel/tips/letters'
import { receiptHashes, receiptOf } from '@kernel/tips/receipts'
import type { TipCase } from '@kernel/tips/tip'
import { noSuchPlace, placeToTellOf } from './askQuestions'
import { hashedCommunity, isFlooded } from './flooding'
import { admitLetter, answeredBefore, putLetter } from './postLetter'

/**
 * Takes a tip and answers its receipt. The same letter again is answered the same, also when the letterbox has been emptied
 * meanwhile. Nine database requests, one or two more for pictures.
 */
export const tellTip: UseCase<typeof letterboxActions.tell> = async (input, context) => {
  const place = await placeToTellOf(input.place, context.now)
  if (!place) return noSuchPlace()
  const { kinds } = await tippingAt(place.at, context.now)
  const kind = kinds.find(({ id }) => id === input.kind)
  if (!kind) return refused('invalidInput', 'nothing of this kind is told here', { kind: 'tipKind' })

  const before = await sentBefore(input.letter)
  const posted = before
    ? answeredBefore(before, input)
    : await admitLetter(input, [input.where, input.words].join('\n').trim(), context)
  if (!posted.ok) return posted
  const exclusion = await exclusionOf({ node: place, where: input.where }, context)
  const noReward = exclusion ?? (input.wantsReward ? null : 'declined')
  const receipt = receiptOf(input.letter)
  if (!posted.data) return ok({ receipt, noReward })

  const refusal = await oneMoreTip(place, context)
  if (refusal) return refusal
  const { letter: _letter, pictures: _pictures, wantsReward: _wantsReward, ...told } = input
  const text = { ...told, ...posted.data, what: 'tell', kind, rewarded: noReward === null } as const
  const put = await putLetter(
    input,
    { receipt: receiptHashes(receipt)[0], community: hashedCommunity(place) },
    text,
  )
  return put.ok ? ok({ receipt, noReward }) : put
}

/** What was sent under this letter before, in the letterbox or as the tip that it has become. */
async function sentBefore(letter: string): Promise<{ digest: string } | null> {
  const id = letterId(letter)
  const [{ data: waiting }, { data: tip }] = await Promise.all([
    letters.doc(id).get(),
    collection<TipCase>('cases').doc(tipIdOf(id)).get(),
  ])
  return waiting ?? tip?.history[0] ?? null
}

/**
 * Counts one more tip of this account. A community that is flooded still takes what somebody tells first on a day. What is
 * refused is not counted.
 */
async function oneMoreTip(place: PlaceDocument, { caller, now }: Context): Promise<Refused | null> {
  const period = dayPeriod(now)
  const own = { what: 'tip', of: caller.openid }
  if (!(await countOne(own, tipLimits.tipsADay, period))) return refused('tooOften', 'enough tips for a day')
  if (!(await isFlooded(place, now))) return null
  const [ofAccount] = await countedOf([own], period)
  if (ofAccount === 1) return null
  await countMore([own], -1, period)
  return refused('tooOften', 'this place is told of more than can be true')
}
