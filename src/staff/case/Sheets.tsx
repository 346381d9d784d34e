import { useQuery } from '@tanstack/react-query'
import { dayOf } from '@contract/calendar'
import type { RegistrationForReview } from '@contract/returnee'
import { DeedSheets } from '@/components/staff/DeedSheets'
import { lastOf } from '@/components/timelineLines'
import { asked } from '@/services/queries'
import type { Desk } from './useCaseDesk'

/** The sheets in which a deed is filled in; colleagues are asked for when one is to be chosen. */
export function Sheets({ view, desk: { sheet, open, deeds } }: { view: RegistrationForReview; desk: Desk }) {
  const colleagues = useQuery({
    ...asked('people', 'colleagues', { place: view.place.id }),
    enabled: sheet === 'reassign',
  })
  return (
    <DeedSheets
      open={sheet}
      timesDone={deeds.timesDone}
      busy={deeds.busy}
      error={deeds.error}
      arrivesOn={view.answers.arrivesOn}
      expected={view.expected}
      now={view.outcome}
      proposedBecause={lastOf(view.timeline, 'tighten')?.words ?? ''}
      today={dayOf(new Date())}
      colleagues={colleagues}
      assignee={view.todo?.assignee?.id ?? null}
      onSend={deeds.send}
      onClose={() => open(null)}
    />
  )
}
