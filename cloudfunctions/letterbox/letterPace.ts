import { refused, type Refused } from '@contract/action'
import { tipLimits } from '@contract/letterbox'
import { book, countedOf, countMore, dayPeriod, type Counted } from '@kernel/pacing'
import type { PlaceDocument } from '@kernel/placeDocument'
import type { Context } from '@kernel/serve'
import { isFlooded } from './flooding'

/** Letters of an account, tips among them: they stand in one document, and tips have a limit of their own. */
const lettersOf = ({ caller }: Context): Counted => ({ what: 'letter', of: caller.openid })

/** Counts one more letter with which something is added. One database request, see {@link book}. */
export async function bookAddition(context: Context): Promise<Refused | null> {
  const booked = await book(lettersOf(context), { count: tipLimits.lettersADay }, dayPeriod(context.now))
  return booked === 'tooMany' ? refused('tooOften', 'enough letters for a day') : null
}

/**
 * Counts one more tip. A community that is flooded still takes what somebody tells first on a day, so that of the first nothing
 * else is asked. One database request, see {@link book}, and of a later one those of {@link isFlooded}.
 */
export async function bookTip(place: PlaceDocument, context: Context): Promise<Refused | null> {
  const most = { count: tipLimits.lettersADay, stricter: tipLimits.tipsADay }
  const booked = await book(lettersOf(context), most, dayPeriod(context.now))
  if (booked === 'tooMany') return refused('tooOften', 'enough tips for a day')
  if (booked === 'first' || !(await isFlooded(place, context.now))) return null
  const { stricter } = await countedOf(lettersOf(context), dayPeriod(context.now))
  if (stricter === 1) return null
  await unbookTip(context)
  return refused('tooOften', 'this place is told of more than can be true')
}

/** What was refused counts as a letter, since WeChat may have been asked about it, and not as a tip. */
export const unbookTip = (context: Context): Promise<void> => giveBack({ stricter: -1 }, context)

/** What lies in the letterbox already counts once. */
export const unbookLetter = (context: Context): Promise<void> =>
  giveBack({ count: -1, stricter: -1 }, context)

const giveBack = (counts: Parameters<typeof countMore>[1], context: Context): Promise<void> =>
  countMore([lettersOf(context)], counts, dayPeriod(context.now))
