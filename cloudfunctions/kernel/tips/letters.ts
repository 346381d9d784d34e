import type { CheckedInputOf } from '@contract/action'
import type { letterboxActions } from '@contract/letterbox'
import { collection } from '../cloud'
import { derivedId } from '../derivedId'
import type { Sealed } from '../sealed'

type Told = CheckedInputOf<typeof letterboxActions.tell>

/** What a teller wrote, as it lies sealed in a letter. */
export type LetterText =
  | ({ what: 'tell'; unchecked: boolean; rewarded: boolean } & Omit<
      Told,
      'letter' | 'pictures' | 'wantsReward'
    >)
  | { what: 'add' | 'appeal'; words: string; unchecked: boolean }

/**
 * What a teller has sent, as stored in `letters` until the letterbox is emptied, a few minutes. It says neither when nor
 * from whom, and it is gone afterwards.
 */
export interface LetterDocument {
  /** {@link letterId}. */
  _id: string
  /** The keyed hash of the receipt of the tip. */
  receipt: string
  /** Of what was sent, see `Sealer.digest`. */
  digest: string
  /** A {@link LetterText} as JSON. */
  text: Sealed
  /** The ids of its pictures. */
  pictures: string[]
}

export const letters = collection<LetterDocument>('letters')

/** Follows from what only the phone knows, and leads back to it for nobody. */
export const letterId = (letter: string): string => derivedId({ letter })

/** The tip that a letter becomes. */
export const tipId = (letter: string): string => derivedId({ tip: letter })

/** The document that the text of a letter belongs to. */
export const letterContext = (id: string): string => `letters/${id}`

/** In whose name the pictures of a letter are kept before it is emptied: no account's. */
export const ownerOfPictures = (letter: string): string => `letter-${letterId(letter)}`
