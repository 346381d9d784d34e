import { FailureNotice } from '@/components/FailureNotice'
import { Notice } from '@/components/Notice'
import type { CallError, CallErrorCode } from '@/services/api'

interface Sentence {
  title: string
  whatToDo: string
}

interface RefusedProps {
  error: CallError | null
  /** What is said here instead of the usual. */
  sentences: Partial<Record<CallErrorCode, Sentence>>
  /** What became of what was typed, where it is to be sent once more as it is. */
  kept?: string
}

/** Why something was not taken, in words of its own where the usual ones would not help. */
export function Refused({ error, sentences, kept }: RefusedProps) {
  const own = error && sentences[error.code]
  if (!own) return <FailureNotice error={error} kept={error?.code === 'invalidInput' ? undefined : kept} />
  return (
    <Notice tone="danger" title={own.title}>
      {own.whatToDo}
    </Notice>
  )
}
