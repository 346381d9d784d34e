import { useEffect, useRef, useState } from 'react'
import { newSubmission } from '@/services/submission'

/** What there is to see of a case. */
interface Seen {
  id: string
  version: number
  events: readonly string[]
}

/** Sends `see` of the kind of case, see `useSend`. */
type Send = (
  input: { case: string; submission: string; version: number },
  then: { onSuccess: (changed: { version: number }) => void },
) => void

/**
 * Says that somebody who can act has opened the case, once for each time it was raised. A colleague who was quicker is no
 * fault. Answers with the versions that came of it.
 */
export function useSeeing(view: Seen | undefined, send: Send): readonly number[] {
  const tried = useRef(0)
  const [own, setOwn] = useState<number[]>([])
  useEffect(() => {
    if (!view?.events.includes('see') || tried.current === view.version) return
    tried.current = view.version
    send(
      { case: view.id, submission: newSubmission(), version: view.version },
      { onSuccess: ({ version }) => setOwn((before) => [...before, version]) },
    )
  }, [view, send])
  return own
}
