import { useRef, useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import type { TimelineEntry } from '@contract/cases'
import type { OwnRegistration } from '@contract/returnee'
import type { CallError } from '@/services/api'
import { asked, callErrorOf, isOvertaken, useSend } from '@/services/queries'
import type { Sending } from '@/services/submissionQueue'
import { removeWaiting, submit, waitingOf, waitingSubmissions } from '@/services/submissions'
import type { CheckedForm } from './form'
import type { Occasion } from './occasion'

/** What happened to a registration while it was being amended. */
export interface News {
  entry: TimelineEntry | undefined
  mayStillAmend: boolean
}

interface Outcome {
  /** It has arrived, or lies on the phone and goes on by itself. */
  onGone: (id: string, hasArrived: boolean) => void
  onRefused: (error: CallError) => void
}

/** An amendment that was made later says everything that the earlier one did. */
const replaceAmendments = (id: string): void =>
  waitingOf('amend', waitingSubmissions())
    .filter(({ input }) => input.case === id)
    .forEach(({ input }) => removeWaiting(input.submission))

/**
 * Sends the form for its occasion. Every attempt carries the same submission id. What residents send goes by itself where there is no
 * signal; what came of a tip waits here, because the tip has to be told of it.
 */
export function useSending(occasion: Occasion, submission: string, { onGone, onRefused }: Outcome) {
  const client = useQueryClient()
  const { mutateAsync: registerNow } = useSend('returnee', 'register')
  const [seen, setSeen] = useState(occasion.kind === 'amend' ? occasion.shown.version : 0)
  const [news, setNews] = useState<News | null>(null)
  const [isSending, setSending] = useState(false)
  const [error, setError] = useState<CallError | null>(null)
  const isUnderway = useRef(false)

  const lookAgain = async (id: string) => {
    const now = await client.query({ ...asked('returnee', 'show', { case: id }), staleTime: 0 })
    setSeen(now.version)
    setNews(newsOf(now))
  }
  const attempt = ({ purpose, answers }: CheckedForm): Promise<Sending> => {
    if (occasion.kind === 'tip') return sendNow(registerNow({ submission, purpose, answers }))
    if (occasion.kind !== 'amend') return submit('register', { submission, purpose, answers })
    replaceAmendments(occasion.shown.id)
    return submit('amend', { case: occasion.shown.id, submission, version: seen, answers })
  }
  const send = async (form: CheckedForm) => {
    // The button may be tapped again before it is drawn as busy.
    if (isUnderway.current) return
    isUnderway.current = true
    setNews(null)
    setError(null)
    setSending(true)
    const sending = await attempt(form)
    isUnderway.current = false
    setSending(false)
    const id = occasion.kind === 'amend' ? occasion.shown.id : submission
    if (sending.state === 'arrived' || (sending.state === 'waiting' && sending.isKept)) {
      onGone(id, sending.state === 'arrived')
      return
    }
    setError(sending.error)
    // Should looking again fail too, the refusal itself stays on the screen.
    if (isOvertaken(sending.error) && occasion.kind === 'amend')
      lookAgain(occasion.shown.id).catch(() => undefined)
    onRefused(sending.error)
  }
  return { send, news, isSending, error }
}

const sendNow = (answer: Promise<unknown>): Promise<Sending> =>
  answer.then(
    () => ({ state: 'arrived' }),
    (cause: unknown) => ({ state: 'waiting', error: callErrorOf(cause), isKept: false }),
  )

const newsOf = ({ timeline, events }: OwnRegistration): News => ({
  entry: timeline[timeline.length - 1],
  mayStillAmend: events.includes('amend'),
})
