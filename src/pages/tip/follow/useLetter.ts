import { useState } from 'react'
import { dropLetter, keepLetter, readLetter, type LetterKind } from '@/services/letters'
import { useMyTips } from '@/services/myTips'
import { useSecret } from '@/services/secret'

/** What is being written about a tip, and the secret under which it will be sent; null for a moment. */
export function useLetter(receipt: string, kind: LetterKind) {
  const [begun, setBegun] = useState(() => readLetter(receipt, kind))
  const { secret, renew } = useSecret()
  const isTipKept = useMyTips().some((one) => one.receipt === receipt)
  const letter = begun?.letter ?? secret
  return {
    letter,
    words: begun?.words ?? '',
    pictures: begun?.pictures ?? [],
    keep: (words: string, pictures: string[]) => {
      if (letter) keepLetter(receipt, kind, { letter, words, pictures }, isTipKept)
    },
    /** It has arrived: what is written next is another letter. */
    arrived: () => {
      dropLetter(receipt, kind)
      setBegun(undefined)
      renew()
    },
  }
}
