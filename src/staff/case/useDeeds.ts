import { useRef, useState } from 'react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Changed, Revealed } from '@contract/returnee'
import type { Deed } from '@/components/staff/DeedSheets'
import { answerOf } from '@/services/api'
import { callErrorOf } from '@/services/queries'
import { newSubmission } from '@/services/submission'
import { askToNotify } from '@/services/subscriptions'
import type { StaffEvent } from '@/words/staff'
import { attemptAt, type Attempt } from './attempt'
import { sendDeed } from './sendDeed'

/** Somebody else was quicker: what was to be done must be thought over, not sent again. */
const isOvertaken = (error: unknown): boolean =>
  ['changedMeanwhile', 'eventNotAllowed'].includes(callErrorOf(error).code)

interface Outcomes {
  onArrived: (deed: Deed, changed: Changed | Revealed) => void
  /** The case has been asked for again by then. */
  onOvertaken: (deed: Deed) => void
}

/** Does things to the case as it was seen at `version`. */
export function useDeeds(caseId: string, version: number, { onArrived, onOvertaken }: Outcomes) {
  const client = useQueryClient()
  const attempt = useRef<Attempt | null>(null)
  const [done, setDone] = useState<{ event: StaffEvent; version: number }[]>([])
  const sending = useMutation({
    mutationFn: (deed: Deed): Promise<Changed | Revealed> => {
      attempt.current = attemptAt(deed, attempt.current, newSubmission)
      return answerOf(sendDeed(attempt.current, { case: caseId, version }))
    },
    onSuccess: async (changed, deed) => {
      attempt.current = null
      setDone((before) => [...before, { event: deed.event, version: changed.version }])
      await client.invalidateQueries()
      onArrived(deed, changed)
    },
    onError: async (error, deed) => {
      if (!isOvertaken(error)) return
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
    error: sending.error && !isOvertaken(sending.error) ? callErrorOf(sending.error) : null,
    forgetError: sending.reset,
    /** The versions that came of it. */
    own: done.map((one) => one.version),
    timesDone: (event: StaffEvent): number => done.filter((one) => one.event === event).length,
  }
}
