import { useRef } from 'react'
import { callErrorOf, useSend } from '@/services/queries'
import { newSubmission } from '@/services/submission'

interface Search {
  number: string
  words: string
}

/** A search by number. The same one is sent under the same id however often it takes, so that it is one look. */
export function useSearch() {
  const find = useSend('looks', 'find')
  const last = useRef<(Search & { submission: string }) | null>(null)
  return {
    search: ({ number, words }: Search, onArrived: () => void) => {
      const before = last.current
      const isSame = before?.number === number && before.words === words
      const sent = isSame ? before : { number, words, submission: newSubmission() }
      last.current = sent
      const arrived = () => {
        last.current = null
        onArrived()
      }
      find.mutate(sent, { onSuccess: arrived })
    },
    found: find.data,
    busy: find.isPending,
    error: find.error && callErrorOf(find.error),
    forget: find.reset,
  }
}
