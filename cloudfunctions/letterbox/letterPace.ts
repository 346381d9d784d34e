import { refused, type Refused } from '@contract/action'
import { tipLimits } from '@contract/letterbox'
import { book, dayPeriod, unbook, type Booked, type Booking, type Counted } from '@kernel/pacing'
import type { PlaceDocument } from '@kernel/placeDocument'
import type { Context } from '@kernel/serve'
import { isFlooded } from './flooding'
import type { Writing } from './postLetter'

/** Letters of an account, tips among them: they stand in one document, and tips have a limit of their own. */
const lettersOf = ({ caller }: Context): Counted => ({ what: 'letter', of: caller.openid })

/** Whether this very letter has been counted before: it is under way, or has been taken. */
type LetterBooked = Exclude<Booked, 'tooMany'> | Refused

/** Counts one more letter with which something is added. One database request, see {@link book}. */
export const bookAddition = (input: Writing, context: Context): Promise<LetterBooked> =>
  bookLetter(input, {}, context, 'enough letters for a day')

/**
 * Counts one more tip. A community that is flooded still takes what somebody tells first on a day, so that of the first nothing
 * else is asked. One database request, see {@link book}, and of a later one those of {@link isFlooded}.
 */
export function bookTip(input: Writing, place: PlaceDocument, context: Context): Promise<LetterBooked> {
  const stricter = async () => ((await isFlooded(place, context.now)) ? 1 : tipLimits.tipsADay)
  return bookLetter(
    input,
    { stricter },
    context,
    'enough tips for a day, or of a place that is told of a lot',
  )
}

async function bookLetter(
  act: Writing,
  limits: Pick<Booking, 'stricter'>,
  context: Context,
  why: string,
): Promise<LetterBooked> {
  const booking = { most: tipLimits.lettersADay, act, ...limits }
  const booked = await book(lettersOf(context), booking, dayPeriod(context.now))
  return booked === 'tooMany' ? refused('tooOften', why) : booked
}

/** What was refused counts as a letter, since WeChat may have been asked about it, and not as a tip. */
export const unbookTip = (input: Writing, context: Context): Promise<void> =>
  unbook(lettersOf(context), input, { stricter: 1 }, dayPeriod(context.now))

/** What was refused counts, and counts anew when it comes again. */
export const unbookAddition = (input: Writing, context: Context): Promise<void> =>
  unbook(lettersOf(context), input, {}, dayPeriod(context.now))
