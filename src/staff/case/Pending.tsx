import type { Day } from '@contract/calendar'
import type { RegistrationForReview } from '@contract/returnee'
import { AppealCard } from '@/components/staff/AppealCard'
import { ProposalCard } from '@/components/staff/ProposalCard'
import { ReassessedCard } from '@/components/staff/ReassessedCard'
import { lastOf } from '@/components/timelineLines'

/** What waits for a second officer, for somebody above whoever decided, or to be decided anew. */
export function Pending({ view, today }: { view: RegistrationForReview; today: Day }) {
  const { status, timeline, outcome, expected, events } = view
  const proposal = status === 'tightening' && lastOf(timeline, 'tighten')
  const appeal = status === 'appealed' && lastOf(timeline, 'appeal')
  return (
    <>
      {proposal && outcome && (
        <ProposalCard
          proposal={proposal}
          now={outcome}
          mayConfirm={events.includes('confirm')}
          today={today}
        />
      )}
      {status === 'reassessed' && outcome && expected && (
        <ReassessedCard
          outcome={outcome}
          expected={expected}
          mayAdopt={events.includes('adopt')}
          today={today}
        />
      )}
      {appeal && <AppealCard appeal={appeal} mayHear={events.includes('uphold')} today={today} />}
    </>
  )
}
