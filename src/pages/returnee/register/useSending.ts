import { useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import type { TimelineEntry } from '@contract/cases'
import type { OwnRegistration } from '@contract/returnee'
import type { CallError } from '@/services/api'
import { asked, callErrorOf, isOvertaken, useSend } from '@/services/queries'
import type { CheckedForm } from './form'
import type { Occasion } from './occasion'

/** What happened to a registration while it was being amended. */
export interface News {
  entry: TimelineEntry | undefined
  mayStillAmend: boolean
}

interface Outcome {
  onArrived: (id: string) => void
  onRefused: (error: CallError) => void
}

/** Sends the form for its occasion. Every attempt carries the same submission id. */
export function useSending(occasion: Occasion, submission: string, { onArrived, onRefused }: Outcome) {
  const client = useQueryClient()
  const register = useSend('returnee', 'register')
  const amend = useSend('returnee', 'amend')
  const [seen, setSeen] = useState(occasion.kind === 'amend' ? occasion.shown.version : 0)
  const [news, setNews] = useState<News | null>(null)

  const lookAgain = async (id: string) => {
    const now = await client.query({ ...asked('returnee', 'show', { case: id }), staleTime: 0 })
    setSeen(now.version)
    setNews(newsOf(now))
  }
  const refused = (cause: unknown) => {
    const error = callErrorOf(cause)
    // Should looking again fail too, the refusal itself stays on the screen.
    if (isOvertaken(error) && occasion.kind === 'amend') lookAgain(occasion.shown.id).catch(() => undefined)
    onRefused(error)
  }
  const send = ({ purpose, answers }: CheckedForm) => {
    const then = { onSuccess: ({ id }: { id: string }) => onArrived(id), onError: refused }
    setNews(null)
    if (occasion.kind === 'amend') {
      amend.mutate({ case: occasion.shown.id, submission, version: seen, answers }, then)
    } else {
      register.mutate({ submission, purpose, answers }, then)
    }
  }
  const sending = occasion.kind === 'amend' ? amend : register
  return {
    send,
    news,
    isSending: sending.isPending,
    error: sending.error ? callErrorOf(sending.error) : null,
  }
}

const newsOf = ({ timeline, events }: OwnRegistration): News => ({
  entry: timeline[timeline.length - 1],
  mayStillAmend: events.includes('amend'),
})
