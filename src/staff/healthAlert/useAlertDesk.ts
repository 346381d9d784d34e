import { useState } from 'react'
import Taro from '@tarojs/taro'
import { useQuery } from '@tanstack/react-query'
import type { HealthAlertChanged, HealthAlertRevealed } from '@contract/healthAlerts'
import type { AlertDeed } from '@/components/staff/alertDeed'
import { asked, useSend } from '@/services/queries'
import { staffWords } from '@/words/staff'
import { useDesk } from '../case/useDesk'
import { useSeeing } from '../case/useSeeing'
import { sendAlertDeed } from './sendAlertDeed'

/** All that the page of an episode knows and can do. */
export function useAlertDesk(caseId: string) {
  const review = useQuery(asked('healthAlerts', 'review', { case: caseId }))
  const own = useSeeing(review.data, useSend('healthAlerts', 'see').mutate)
  const [revealed, setRevealed] = useState<HealthAlertRevealed | null>(null)
  const desk = useDesk<AlertDeed, HealthAlertChanged | HealthAlertRevealed>(caseId, review, {
    send: sendAlertDeed,
    onDone: ({ event }, changed) => {
      if ('door' in changed) setRevealed(changed)
      else void Taro.showToast({ title: staffWords.healthAlert.done[event], icon: 'success' })
    },
    own,
  })
  return {
    ...desk,
    review,
    /** Clear text, until the page is left. */
    revealed,
  }
}

export type AlertDesk = ReturnType<typeof useAlertDesk>
