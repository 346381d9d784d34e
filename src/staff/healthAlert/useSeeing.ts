import { useEffect, useRef, useState } from 'react'
import type { HealthAlertForReview } from '@contract/healthAlerts'
import { useSend } from '@/services/queries'
import { newSubmission } from '@/services/submission'

/**
 * Says that somebody who can act has opened the episode, once for each time it was raised. A colleague who was quicker is
 * no fault. Answers with the versions that came of it.
 */
export function useSeeing(view: HealthAlertForReview | undefined): readonly number[] {
  const { mutate } = useSend('healthAlerts', 'see')
  const tried = useRef(0)
  const [own, setOwn] = useState<number[]>([])
  useEffect(() => {
    if (!view?.events.includes('see') || tried.current === view.version) return
    tried.current = view.version
    mutate(
      { case: view.id, submission: newSubmission(), version: view.version },
      { onSuccess: ({ version }) => setOwn((before) => [...before, version]) },
    )
  }, [view, mutate])
  return own
}
