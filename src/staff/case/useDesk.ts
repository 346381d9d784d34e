import { useState } from 'react'
import Taro from '@tarojs/taro'
import type { UseQueryResult } from '@tanstack/react-query'
import { useFreshWhenShown } from '@/services/queries'
import { useDeeds, type AnyDeed, type SendDeed } from './useDeeds'
import { useNews, type Reviewed } from './useNews'

const toTop = () => void Taro.pageScrollTo({ scrollTop: 0, duration: 200 })

interface Doing<Deed, Changed> {
  send: SendDeed<Deed, Changed>
  onDone: (deed: Deed, changed: Changed) => void
  /** Versions that the page itself made, besides those of deeds. */
  own?: readonly number[]
}

/** What a page of a case of any kind knows and can do: its sheets, its deeds, and what others do meanwhile. */
export function useDesk<
  Deed extends AnyDeed,
  Changed extends { version: number },
  View extends Reviewed = Reviewed,
>(
  caseId: string,
  review: Pick<UseQueryResult<View>, 'data' | 'isFetching' | 'isStale' | 'refetch'>,
  { send, onDone, own = [] }: Doing<Deed, Changed>,
) {
  useFreshWhenShown(review)
  const [sheet, setSheet] = useState<Deed['event'] | null>(null)
  const [unsent, setUnsent] = useState<Deed | null>(null)
  const closeSheet = () => {
    setSheet(null)
    toTop()
  }
  const deeds = useDeeds({ case: caseId, version: review.data?.version ?? 1 }, send, {
    onArrived: (deed, changed) => {
      setUnsent(null)
      closeSheet()
      onDone(deed, changed)
    },
    onOvertaken: (deed) => {
      setUnsent(deed)
      closeSheet()
    },
  })
  const { news, markSeen } = useNews(review, [...own, ...deeds.own])
  return {
    news,
    /** What was not sent because somebody else was quicker. */
    unsent,
    seen: () => {
      markSeen()
      setUnsent(null)
    },
    sheet,
    open: (event: Deed['event'] | null) => {
      deeds.forgetError()
      setSheet(event)
    },
    deeds,
  }
}
