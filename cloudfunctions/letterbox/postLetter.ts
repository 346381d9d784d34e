import { ok, refused, type Result } from '@contract/action'
import { tipLimits } from '@contract/letterbox'
import { checkText, isDuplicate } from '@kernel/cloud'
import { countOne, dayPeriod } from '@kernel/pacing'
import { claimPictures } from '@kernel/pictures/claiming'
import { ownSealer, saysSame } from '@kernel/seal'
import type { Context } from '@kernel/serve'
import {
  letterContext,
  letterId,
  letters,
  ownerOfPictures,
  type LetterDocument,
  type LetterText,
} from '@kernel/tips/letters'
import { roundOf } from './rounds'

/** What a phone sends of a tip, the first time or later. */
export interface Writing {
  letter: string
  words: string
  pictures?: string[]
}

/** Tells whether a letter that arrives again says the same. */
export const digestOf = (input: Writing): string => ownSealer().digest(input)

/** The answer to a letter that has come before; a refusal when it said something else. */
export const answeredBefore = (before: { digest: string }, input: Writing): Result<null> =>
  saysSame(before.digest, digestOf(input))
    ? ok(null)
    : refused('submissionTaken', 'this letter said something else before')

/**
 * Whether a letter can be taken: it is not one too many of this account, WeChat does not find it offensive, and its pictures
 * are there. One database request, one or two more for pictures.
 *
 * @param said - all that somebody could write in it
 */
export async function admitLetter(
  { letter, pictures = [] }: Writing,
  said: string,
  { caller, now }: Context,
): Promise<Result<{ unchecked: boolean }>> {
  const counted = { what: 'letter', of: caller.openid }
  if (!(await countOne(counted, tipLimits.lettersADay, dayPeriod(now))))
    return refused('tooOften', 'enough letters for a day')
  const verdict = await verdictOn(said, caller.openid)
  if (verdict === 'risky') return refused('invalidInput', 'WeChat takes no such text', { words: 'offends' })
  const owner = ownerOfPictures(letter)
  const claim = { case: letterId(letter), account: owner, owner }
  return (await claimPictures(pictures, claim, roundOf(now)))
    ? ok({ unchecked: verdict !== 'pass' })
    : refused('invalidInput', 'a picture is not there', { pictures: 'pictureUnknown' })
}

/** For so long somebody waits for WeChat; then what they say is taken, and a person reads it. */
const PATIENCE_MS = 3_000

/** `unknown` where WeChat is away, or says that it does not know the account of late (61010). */
async function verdictOn(said: string, openid: string): Promise<'pass' | 'review' | 'risky' | 'unknown'> {
  if (said === '') return 'pass'
  const late = new Promise<'unknown'>((resolve) => {
    setTimeout(() => resolve('unknown'), PATIENCE_MS).unref()
  })
  return Promise.race([late, checkText(openid, said).catch(unanswered)])
}

function unanswered(cause: unknown): 'unknown' {
  const { errCode } = (cause ?? {}) as { errCode?: number }
  console.log(JSON.stringify({ check: 'text', outcome: 'unknown', errCode }))
  return 'unknown'
}

/**
 * Puts a letter into the letterbox; nothing of the account goes into it. Of the same letter, sent twice at once, one is
 * stored. One database request.
 *
 * @param of - the keyed hash of the receipt, and that of the community of a tip
 */
export async function putLetter(
  input: Writing,
  of: Pick<LetterDocument, 'receipt' | 'community'>,
  text: LetterText,
): Promise<Result<null>> {
  const _id = letterId(input.letter)
  const letter = {
    ...{ _id, ...of, what: text.what, digest: digestOf(input), pictures: input.pictures ?? [] },
    text: ownSealer().seal(JSON.stringify(text), letterContext(_id)),
  }
  try {
    await letters.add({ data: letter })
    return ok(null)
  } catch (cause) {
    if (!isDuplicate(cause)) throw cause
  }
  const { data: before } = await letters.doc(_id).get()
  return before ? answeredBefore(before, input) : ok(null)
}
