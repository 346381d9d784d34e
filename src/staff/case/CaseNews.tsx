import { dayOf } from '@contract/calendar'
import type { TimelineEntry } from '@contract/cases'
import { NewsNotice } from '@/components/staff/NewsNotice'
import { timelineLines, type Sentences } from '@/components/timelineLines'
import type { AnyDeed } from './useDeeds'

interface CaseNewsProps<Deed extends AnyDeed> {
  /** In words, how the case stands now. */
  status: string
  sentences?: Sentences
  /** What can still be done. */
  events: readonly string[]
  /** The name of a deed. */
  nameOf: (event: Deed['event']) => string
  desk: {
    news: readonly TimelineEntry[]
    unsent: Deed | null
    seen: () => void
    open: (event: Deed['event']) => void
    deeds: { busy: boolean; send: (deed: { event: 'note'; words: string }) => void }
  }
}

/** What others did while the page was open, if they did anything. */
export function CaseNews<Deed extends AnyDeed>(props: CaseNewsProps<Deed>) {
  const { status, sentences, events, nameOf, desk } = props
  const { news, unsent, seen, open, deeds } = desk
  if (news.length === 0 && !unsent) return null
  return (
    <NewsNotice
      lines={timelineLines(news, 'staff', dayOf(new Date()), sentences)}
      status={status}
      unsent={
        unsent && {
          name: nameOf(unsent.event),
          words: unsent.words,
          allowed: events.includes(unsent.event),
        }
      }
      busy={deeds.busy}
      onGoOn={() => {
        seen()
        if (unsent) open(unsent.event)
      }}
      onKeepAsNote={() => unsent && deeds.send({ event: 'note', words: unsent.words })}
      onSeen={seen}
    />
  )
}
