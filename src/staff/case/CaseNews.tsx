import { dayOf } from '@contract/calendar'
import type { RegistrationForReview } from '@contract/returnee'
import { NewsNotice } from '@/components/staff/NewsNotice'
import { timelineLines } from '@/components/timelineLines'
import { words } from '@/words'
import { staffWords } from '@/words/staff'
import type { Desk } from './useCaseDesk'

/** What others did while the page was open, if they did anything. */
export function CaseNews({
  view,
  desk: { news, unsent, seen, open, deeds },
}: {
  view: RegistrationForReview
  desk: Desk
}) {
  if (news.length === 0 && !unsent) return null
  return (
    <NewsNotice
      lines={timelineLines(news, 'staff', dayOf(new Date()))}
      status={words.registration.status.staff[view.status]}
      unsent={
        unsent && {
          name: staffWords.case.event[unsent.event],
          words: unsent.words,
          allowed: view.events.includes(unsent.event),
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
