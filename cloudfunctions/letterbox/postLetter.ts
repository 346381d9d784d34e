import { ok, refused, type Result } from '@contract/action'
import { verdictOn } from '@kernel/checking/verdictOn'
import { isDuplicate } from '@kernel/cloud'
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
 * Whether what a letter says can be taken: WeChat does not find it offensive, and its pictures are there. What WeChat cannot
 * be asked about is taken, and a person reads it. No database request, one or two for pictures.
 *
 * @param said - all that somebody could write in it
 */
export async function examineLetter(
  { letter, pictures = [] }: Writing,
  said: string,
  { caller, now }: Context,
): Promise<Result<{ unchecked: boolean }>> {
  const verdict = said === '' ? 'pass' : await verdictOn(said, caller.openid)
  if (verdict === 'risky') return refused('invalidInput', 'WeChat takes no such text', { words: 'offends' })
  const owner = ownerOfPictures(letter)
  const claim = { case: letterId(letter), account: owner, owner }
  return (await claimPictures(pictures, claim, roundOf(now)))
    ? ok({ unchecked: verdict !== 'pass' })
    : refused('invalidInput', 'a picture is not there', { pictures: 'pictureUnknown' })
}

/**
 * Puts a letter into the letterbox; nothing of the account goes into it. False where it lies there already: of the same
 * letter, sent twice at once, one is stored. One database request.
 *
 * @param of - the keyed hash of the receipt, and that of the community of a tip
 */
export async function putLetter(
  input: Writing,
  of: Pick<LetterDocument, 'receipt' | 'community'>,
  text: LetterText,
): Promise<boolean> {
  const _id = letterId(input.letter)
  const letter = {
    ...{ _id, ...of, what: text.what, digest: digestOf(input), pictures: input.pictures ?? [] },
    text: ownSealer().seal(JSON.stringify(text), letterContext(_id)),
  }
  try {
    await letters.add({ data: letter })
    return true
  } catch (cause) {
    if (!isDuplicate(cause)) throw cause
    return false
  }
}
