import { dayOf } from '@contract/calendar'
import type { CallErrorCode } from '@/services/api'
import { words } from '@/words'
import { Notice } from './Notice'

interface StaleNoticeProps {
  /** Why there is nothing newer. */
  code: CallErrorCode
  /** ms, when what is shown was answered; undefined where that is not known. */
  since?: number
}

/** What is shown is of an earlier time, and comes up to date by itself. */
export function StaleNotice({ code, since }: StaleNoticeProps) {
  const title = code === 'offline' ? words.app.stale : words.errors[code].title
  return (
    <Notice tone="warning" title={title}>
      {since
        ? words.app.staleSince(words.dates.instant(new Date(since).toISOString(), dayOf(new Date())))
        : null}
    </Notice>
  )
}
