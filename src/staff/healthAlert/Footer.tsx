import type { HealthAlertForReview } from '@contract/healthAlerts'
import { BigButton } from '@/components/BigButton'
import { handlingWords } from '@/words/handling'
import { staffWords, type AlertEvent } from '@/words/staff'
import { backToInbox } from '../backToInbox'
import type { AlertDesk } from './useAlertDesk'

const said = staffWords.healthAlert

/** What an episode comes to, sooner or later. */
const handling = ['close', 'followUp'] as const satisfies AlertEvent[]

interface FooterProps {
  view: HealthAlertForReview
  desk: AlertDesk
  mayCall: boolean
  onCall: () => void
}

/** In reach of the thumb: calling is the first thing to do, and the last in reach. */
export function Footer({ view, desk, mayCall, onCall }: FooterProps) {
  const events = handling.filter((event) => view.events.includes(event))
  const isOpen = view.status !== 'closed'
  if (events.length === 0 && !(mayCall && isOpen)) {
    return <BigButton onClick={backToInbox}>{handlingWords.backToInbox}</BigButton>
  }
  return (
    <>
      {events.map((event) => (
        <BigButton key={event} onClick={() => desk.open(event)}>
          {said.event[event]}
        </BigButton>
      ))}
      {mayCall && (
        <BigButton tone="primary" onClick={onCall}>
          {staffWords.calling.call}
        </BigButton>
      )}
    </>
  )
}
