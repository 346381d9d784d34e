import { useRef, useState } from 'react'
import Taro from '@tarojs/taro'
import type { OwnRegistration } from '@contract/returnee'
import type { CallError } from '@/services/api'
import { useSubmission } from '@/services/submission'
import { submit, useWaiting, waitingOf } from '@/services/submissions'
import { askToNotify } from '@/services/subscriptions'

/** Something that is said about a registration in words alone, which goes by itself where there is no signal. */
export function useSpoken(kind: 'answer' | 'appeal', { id, version }: OwnRegistration, sent: string) {
  const own = useSubmission()
  const waiting = waitingOf(kind, useWaiting()).find(({ input }) => input.case === id)
  const [isSending, setSending] = useState(false)
  const [error, setError] = useState<CallError | null>(null)
  const isUnderway = useRef(false)
  const send = async (words: string, onGone?: () => void) => {
    // The button may be tapped again before it is drawn as busy.
    if (isUnderway.current) return
    isUnderway.current = true
    askToNotify(['caseProgress'])
    setError(null)
    setSending(true)
    const submission = waiting?.input.submission ?? own.submission
    const sending = await submit(kind, { case: id, submission, version, words })
    isUnderway.current = false
    setSending(false)
    if (sending.state === 'refused' || (sending.state === 'waiting' && !sending.isKept)) {
      setError(sending.error)
      return
    }
    own.renew()
    onGone?.()
    if (sending.state === 'arrived') void Taro.showToast({ title: sent, icon: 'success' })
  }
  return {
    send: (words: string, onGone?: () => void) => void send(words, onGone),
    isSending,
    error: error ?? waiting?.refused ?? null,
    /** It lies on the phone and goes by itself: nothing is asked again. While it is being sent the button says so. */
    isOnItsWay: !isSending && waiting?.refused === null,
    /** What was not taken, to be corrected. */
    notTaken: waiting?.refused ? waiting.input.words : '',
    submission: own.submission,
  }
}
