import { useState } from 'react'
import Taro from '@tarojs/taro'
import { useQuery } from '@tanstack/react-query'
import type { Changed, Revealed } from '@contract/returnee'
import type { Deed } from '@/components/staff/DeedSheets'
import { asked } from '@/services/queries'
import { staffWords } from '@/words/staff'
import { isAmendedSince } from './news'
import { sendDeed } from './sendDeed'
import { useDesk } from './useDesk'

/** All that the page of a registration knows and can do. */
export function useCaseDesk(caseId: string) {
  const review = useQuery(asked('returnee', 'review', { case: caseId }))
  const [revealed, setRevealed] = useState<Revealed | null>(null)
  const desk = useDesk<Deed, Changed | Revealed>(caseId, review, {
    send: sendDeed,
    onDone: ({ event }, changed) => {
      if ('answers' in changed) setRevealed(changed)
      else void Taro.showToast({ title: staffWords.case.done[event], icon: 'success' })
    },
  })
  const isRevealed = revealed && !isAmendedSince(review.data?.timeline ?? [], revealed.version)
  return {
    ...desk,
    review,
    /** Clear text and pictures, until the page is left or the answers change. */
    revealed: isRevealed ? revealed : null,
  }
}

export type Desk = ReturnType<typeof useCaseDesk>
