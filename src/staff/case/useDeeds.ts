import { useRef, useState } from 'react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { answerOf, type Answer } from '@/services/api'
import { callErrorOf, isOvertaken } from '@/services/queries'
import { newSubmission } from '@/services/submission'
import { askToNotify } from '@/services/subscriptions'
import { attemptAt, type Attempt } from './attempt'

/** What is about to be done to a case of any kind, with the words that go with it. */
export interface AnyDeed {
  event: string
  words: string
}

/** What every deed answers with. */
interface AnyChange {
  version: number
}

/** Sends a deed on the case as it was seen. */
export type SendDeed<Deed, Changed> = (
  attempt: Attempt<Deed>,
  seen: { case: string; version: number },
) => Promise<Answer<Changed>>

interface Outcomes<Deed, Changed> {
  onArrived: (deed: Deed, changed: Changed) => void
  /** The case has been asked for again by then. */
  onOvertaken: (deed: Deed) => void
}

/** Somebody else was quicker: what was to be done must be thought over, not sent again. */
const wasOvertaken = (error: unknown): boolean => isOvertaken(callErrorOf(error))

/** Does things to the case as it was seen. */
export function useDeeds<Deed extends AnyDeed, Changed extends AnyChange>(
  seen: { case: string; version: number },
  send: SendDeed<Deed, Changed>,
  { onArrived, onOvertaken }: Outcomes<Deed, Changed>,
) {
  const client = useQueryClient()
  const attempt = useRef<Attempt<Deed> | null>(null)
  const [done, setDone] = useState<{ event: Deed['event']; version: number }[]>([])
  const sending = useMutation({
    mutationFn: (deed: Deed): Promise<Changed> => {
      attempt.current = attemptAt(deed, attempt.current, newSubmission)
      return answerOf(send(attempt.current, seen))
    },
    onSuccess: async (changed, deed) => {
      attempt.current = null
      setDone((before) => [...before, { event: deed.event, version: changed.version }])
      await client.invalidateQueries()
      onArrived(deed, changed)
    },
    onError: async (error, deed) => {
      if (!wasOvertaken(error)) return
      // It has not been done: once thought over it is another attempt.
      attempt.current = null
      await client.invalidateQueries()
      onOvertaken(deed)
    },
  })
  return {
    send: (deed: Deed) => {
      askToNotify(['todoArrived'])
      sending.mutate(deed)
    },
    busy: sending.isPending,
    error: sending.error && !wasOvertaken(sending.error) ? callErrorOf(sending.error) : null,
    forgetError: sending.reset,
    /** The versions that came of it. */
    own: done.map((one) => one.version),
    timesDone: (event: Deed['event']): number => done.filter((one) => one.event === event).length,
  }
}
