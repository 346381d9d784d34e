import type { CheckedInputOf } from '@contract/action'
import type { letterboxActions } from '@contract/letterbox'
import type { TipKind } from '@contract/tippingRules'
import { collection } from '../cloud'
import { derivedId } from '../derivedId'
import { ownSealer } from '../seal'
import type { Sealed } from '../sealed'

type Told = CheckedInputOf<typeof letterboxActions.tell>

/** A tip as it was told, its kind as the policy had it then. */
export type ToldText = { what: 'tell'; unchecked: boolean; rewarded: boolean; kind: TipKind } & Omit<
  Told,
  'letter' | 'kind' | 'pictures' | 'wantsReward'
>

export interface AddedText {
  what: 'add' | 'appeal'
  words: string
  unchecked: boolean
}

/** What a teller wrote, as it lies sealed in a letter. */
export type LetterText = ToldText | AddedText

/**
 * What a teller has sent, as stored in `letters` until the letterbox is emptied, a few minutes. It says neither when nor
 * from whom, and it is gone afterwards.
 */
export interface LetterDocument {
  /** {@link letterId}. */
  _id: string
  /** The keyed hash of the receipt of the tip. */
  receipt: string
  what: LetterText['what']
  /** The {@link placeHash} of the community that is told of; '' of what is added. */
  community: string
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

/** By which what is told of a place is counted while it lies in the letterbox. */
export const placeHash = (place: string): string => ownSealer().findable('pace', `letter\0${place}`)

/** The tip that a letter of this id becomes. */
export const tipIdOf = (letterDocument: string): string => derivedId({ tip: letterDocument })

/** The document that the text of a letter belongs to. */
export const letterContext = (id: string): string => `letters/${id}`

export const openedLetter = ({ _id, text }: Pick<LetterDocument, '_id' | 'text'>): LetterText =>
  JSON.parse(ownSealer().open(text, letterContext(_id))) as LetterText

/** In whose name the pictures of a letter are kept before it is emptied: no account's. */
export const ownerOfPictures = (letter: string): string => `letter-${letterId(letter)}`
