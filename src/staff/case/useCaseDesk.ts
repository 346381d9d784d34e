import { useState } from 'react'
import Taro from '@tarojs/taro'
import { useQuery } from '@tanstack/react-query'
import type { Revealed } from '@contract/returnee'
import type { Deed } from '@/components/staff/DeedSheets'
import { asked, useFreshWhenShown } from '@/services/queries'
import { staffWords, type StaffEvent } from '@/words/staff'
import { isAmendedSince } from './news'
import { useDeeds } from './useDeeds'
import { useNews } from './useNews'

const toTop = () => void Taro.pageScrollTo({ scrollTop: 0, duration: 200 })

/** All that the case page knows and can do. */
export function useCaseDesk(caseId: string) {
  const review = useQuery(asked('returnee', 'review', { case: caseId }))
  useFreshWhenShown(review)
  const [sheet, setSheet] = useState<StaffEvent | null>(null)
  const [unsent, setUnsent] = useState<Deed | null>(null)
  const [revealed, setRevealed] = useState<Revealed | null>(null)

  const closeSheet = () => {
    setSheet(null)
    toTop()
  }
  const deeds = useDeeds(caseId, review.data?.version ?? 1, {
    onArrived: ({ event }, changed) => {
      setUnsent(null)
      closeSheet()
      if ('answers' in changed) setRevealed(changed)
      else void Taro.showToast({ title: staffWords.case.done[event], icon: 'success' })
    },
    onOvertaken: (deed) => {
      setUnsent(deed)
      closeSheet()
    },
  })
  const { news, markSeen } = useNews(review, deeds.own)
  const isRevealed = revealed && !isAmendedSince(review.data?.timeline ?? [], revealed.version)

  return {
    review,
    news,
    /** What was not sent because somebody else was quicker. */
    unsent,
    seen: () => {
      markSeen()
      setUnsent(null)
    },
    sheet,
    open: (event: StaffEvent | null) => {
      deeds.forgetError()
      setSheet(event)
    },
    /** Clear text and pictures, until the page is left or the answers change. */
    revealed: isRevealed ? revealed : null,
    deeds,
  }
}

export type Desk = ReturnType<typeof useCaseDesk>
