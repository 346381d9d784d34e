import { ok, refused, type Refused, type Result } from '@contract/action'
import { tipLimits } from '@contract/letterbox'
import { callerNetwork, collection, command } from '../cloud'
import { countedOf, countMore, countOne, dayPeriod, hourPart, type Counted } from '../pacing'
import type { Context } from '../serve'
import { letters, type LetterDocument } from './letters'
import { receiptHashes } from './receipts'
import type { TipCase } from './tip'

/** Who has named no more than so many wrong codes in an hour is let through when others have used up what is allowed. */
const WRONG_OF_THE_HONEST = 2

/** Letters of one teller that are looked for: the tip, and what was added. */
const LETTERS_AT_MOST = 1 + tipLimits.lettersOfATip

/** What a receipt leads to. At least one of the two is there. */
export interface FoundByReceipt {
  /** null while its first letter is still in the letterbox. */
  tip: TipCase | null
  /** Those that are still in the letterbox. */
  letters: LetterDocument[]
}

/**
 * What somebody with a receipt has told. Six database requests whether or not there is anything, besides what {@link tryCode}
 * may need.
 */
export const findByReceipt = (code: string, context: Context): Promise<Result<FoundByReceipt>> =>
  tryCode(() => leadingFrom(code), context)

/** What a receipt leads to. To be asked within {@link tryCode}. Two database requests. */
export async function leadingFrom(code: string): Promise<FoundByReceipt | null> {
  const [sent, tip] = await Promise.all([
    letters
      .where({ receipt: command.in(receiptHashes(code)) })
      .limit(LETTERS_AT_MOST)
      .get(),
    tipOf(code),
  ])
  return tip || sent.data.length > 0 ? { tip, letters: sent.data } : null
}

/** The tip of a receipt; null where there is none, or it is being deleted. To be asked within {@link tryCode}. */
export async function tipOf(code: string): Promise<TipCase | null> {
  const { data } = await collection<TipCase>('cases')
    .where({ 'body.receipt': command.in(receiptHashes(code)) })
    .limit(1)
    .get()
  return data.find(({ deletion }) => !deletion) ?? null
}

/**
 * Looks for what a code leads to, and slows down whoever tries codes: by account, by network (or, at a desk, by community)
 * and in all. Counted before it is looked for, and given back when it was right: of many at once none is tried that is
 * not counted. Where network or total are used up, an account that has hardly named a wrong one is still let through.
 * Right and wrong codes cost the same four requests besides those of `find`, and one more for each of the three counts that
 * another instance has begun in this hour and this one not; wrong ones are refused with the same words.
 */
export async function tryCode<T>(
  find: () => Promise<T | null>,
  context: Context,
  from = callerNetwork(),
): Promise<Result<T>> {
  const { caller, now } = context
  const [period, part] = [dayPeriod(now), hourPart(now)]
  const device: Counted = { what: 'receipt', of: caller.openid, part }
  const network: Counted = { what: 'receiptNetwork', of: from, part }
  const total: Counted = { what: 'receiptTotal', of: '', part }

  if (!(await countOne(device, tipLimits.wrongOfADevice, period))) return tooManyCodes(now)
  const [hasNetwork, hasTotal] = await Promise.all([
    countOne(network, tipLimits.wrongOfANetwork, period),
    countOne(total, tipLimits.wrongInAll, period),
  ])
  const booked = [device, ...(hasNetwork ? [network] : []), ...(hasTotal ? [total] : [])]
  if (booked.length < 3) {
    const ofDevice = await countedOf(device, period)
    if (ofDevice.count - 1 > WRONG_OF_THE_HONEST) {
      await countMore(booked, { count: -1 }, period)
      return tooManyCodes(now)
    }
  }
  const found = await find()
  await countMore(booked, { count: found ? -1 : 0 }, period)
  return found ? ok(found) : codeUnknown()
}

/** The same whatever the reason is. */
export const codeUnknown = (): Refused => refused('notFound', 'this code leads to nothing')

const HOUR_SECONDS = 3600

function tooManyCodes(now: Date): Refused {
  const refusal = refused('tooOften', 'too many codes that lead to nothing; wait for the next hour')
  refusal.error.retryAfter = HOUR_SECONDS - (Math.floor(now.getTime() / 1000) % HOUR_SECONDS)
  return refusal
}
