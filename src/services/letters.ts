import { dropDraft, readDraft, saveDraft } from './drafts'

/** What somebody adds to a tip, or says against what was made of it, before it has arrived. */
export interface Letter {
  /** The secret under which it is sent, the same for every attempt. */
  letter: string
  words: string
  pictures: string[]
}

export type LetterKind = 'add' | 'appeal'

const kinds: readonly LetterKind[] = ['add', 'appeal']

const nameOf = (receipt: string, kind: LetterKind) => `tip/letter/${receipt}/${kind}` as const

/** As long as the app runs. */
const inHand = new Map<string, Letter>()

export const readLetter = (receipt: string, kind: LetterKind): Letter | undefined => {
  const name = nameOf(receipt, kind)
  return inHand.get(name) ?? readDraft<Letter>(name)?.values
}

/** @param isTipKept whether the teller has the receipt on this phone: elsewhere nothing may say that there is a tip */
export const keepLetter = (receipt: string, kind: LetterKind, letter: Letter, isTipKept: boolean): void => {
  const name = nameOf(receipt, kind)
  inHand.set(name, letter)
  if (isTipKept) saveDraft(name, { values: letter, step: 0, submission: letter.letter })
}

export const dropLetter = (receipt: string, kind: LetterKind): void => {
  inHand.delete(nameOf(receipt, kind))
  dropDraft(nameOf(receipt, kind))
}

/** What was not sent about a tip goes with its receipt. */
export const dropLetters = (receipt: string): void => kinds.forEach((kind) => dropLetter(receipt, kind))

/** Whatever was written and not sent, about tips that the phone does not know. */
export const dropLettersInHand = (): void => inHand.clear()
