import { useState } from 'react'
import Taro from '@tarojs/taro'
import { useQuery } from '@tanstack/react-query'
import type { TipChanged, TipForReview, TipRevealed } from '@contract/tips'
import { asked, useSend } from '@/services/queries'
import { madeByTelling } from '@/services/tipRegistration'
import { useDesk } from '@/staff/case/useDesk'
import { useSeeing } from '@/staff/case/useSeeing'
import { tipWorkWords as said } from '@/words/tipWork'
import { sendTipDeed } from './sendTipDeed'
import type { TipDeed } from './tipDeed'
import { useJoining } from './useJoining'

/** All that the page of a tip knows and can do. */
export function useTipDesk(id: string) {
  const review = useQuery(asked('tips', 'review', { case: id }))
  const seeing = useOpening(review)
  const joining = useJoining(id)
  const [revealed, setRevealed] = useState<TipRevealed | null>(null)
  const desk = useDesk<TipDeed, TipChanged | TipRevealed>(id, review, {
    send: sendTipDeed,
    onDone: ({ event }, changed) => {
      if ('additions' in changed) setRevealed(changed)
      else void Taro.showToast({ title: said.done[event], icon: 'success' })
    },
    own: [...seeing, ...joining.own, ...madeByTelling(id)],
  })
  return {
    ...desk,
    review,
    joining,
    /** Clear text, until the page is left. */
    revealed,
  }
}

/**
 * Says that whoever it waits for has opened the tip, where nobody had when the page was opened. What is sent on from this
 * page is for others to open. Answers with the versions that came of it.
 */
function useOpening({ data, isFetching }: { data: TipForReview | undefined; isFetching: boolean }) {
  const [isOpening, setOpening] = useState<boolean>()
  if (isOpening === undefined && data && !isFetching)
    setOpening(data.waitsForMe && data.events.includes('see'))
  const seeing = useSeeing(isOpening ? data : undefined, useSend('tips', 'see').mutate)
  if (isOpening && seeing.length > 0) setOpening(false)
  return seeing
}

export type TipDesk = ReturnType<typeof useTipDesk>
