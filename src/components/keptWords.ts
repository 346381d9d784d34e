import { createContext, useContext, useState } from 'react'
import type { KeepWords } from '@/services/keptWords'

const useOnlyHere: KeepWords = (_sheet, _sending, first = '') => useState(first)

/** How words outlive the sheet that they are written in; without one they do not. */
export const KeptWords = createContext<KeepWords>(useOnlyHere)

export const useKeptWords: KeepWords = (...given) => {
  const useKept = useContext(KeptWords)
  return useKept(...given)
}
