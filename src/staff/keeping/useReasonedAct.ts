import { useState } from 'react'
import Taro from '@tarojs/taro'
import type { PlaceName } from '@contract/cases'
import type { PlaceChoice } from '@/components/staff/PlaceRows'
import { useSubmission } from '@/services/submission'
import { chosenPlace } from './PlaceFields'

interface Act {
  submission: string
  place: string
  words: string
}

interface ReasonedAct {
  own: readonly PlaceName[]
  /** The reason that stands there to begin with. */
  suggested: string
  onSend: (act: Act, arrived: () => void) => void
  /** Said in passing when it has arrived. */
  done: string
  onClose: () => void
}

/** An act at a place that needs a reason: what is chosen and written, and sending it once both are there. */
export function useReasonedAct({ own, suggested, onSend, done, onClose }: ReasonedAct) {
  const [chosen, setChosen] = useState<PlaceChoice[]>([])
  const [reason, setReason] = useState(suggested)
  const [missing, setMissing] = useState(false)
  const { submission, renew } = useSubmission()
  const place = chosenPlace(own, chosen)
  const words = reason.trim()
  const arrived = () => {
    renew()
    onClose()
    void Taro.showToast({ title: done, icon: 'success' })
  }
  const send = () => {
    setMissing(words === '')
    if (words !== '' && place) onSend({ submission, place: place.id, words }, arrived)
  }
  return {
    place,
    placeFields: { own, chosen, onChange: setChosen },
    reasonField: { value: reason, missing, onChange: setReason },
    send,
  }
}
