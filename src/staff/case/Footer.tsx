import type { RegistrationForReview } from '@contract/returnee'
import { BigButton } from '@/components/BigButton'
import { outcomeTitle } from '@/components/outcomeSentences'
import { handlingWords } from '@/words/handling'
import { staffWords, type StaffEvent } from '@/words/staff'
import { backToInbox } from '../backToInbox'
import type { Desk } from './useCaseDesk'

const said = staffWords.case

/** In reach of the thumb; the decision itself is the last. */
const decisions: readonly StaffEvent[] = [
  'ask',
  'reject',
  'accept',
  'keep',
  'dismiss',
  'confirm',
  'uphold',
  'grant',
  'adopt',
]

/** What most cases come to; an appeal comes to neither. */
const usual: readonly StaffEvent[] = ['adopt', 'accept', 'confirm']

/** Whoever can dismiss a proposal and not confirm it has made it; what is expected needs no deciding. */
function nameOf(event: StaffEvent, { events, expected }: RegistrationForReview): string {
  if (event === 'dismiss' && !events.includes('confirm')) return staffWords.decisions.takeBack
  if (event === 'adopt' && expected) return said.expected.adopt(outcomeTitle(expected))
  if (event === 'accept' && events.includes('adopt')) return said.expected.otherwise
  return said.event[event]
}

/** What can be decided now. What the rules expect is decided by one tap, everything else on a sheet. */
export function Footer({ view, desk }: { view: RegistrationForReview; desk: Desk }) {
  const events = decisions.filter((event) => view.events.includes(event))
  if (events.length === 0) return <BigButton onClick={backToInbox}>{handlingWords.backToInbox}</BigButton>
  const first = usual.find((event) => events.includes(event))
  const choose = (event: StaffEvent) =>
    event === 'adopt' ? desk.deeds.send({ event, words: '' }) : desk.open(event)
  return (
    <>
      {events.map((event) => (
        <BigButton
          key={event}
          tone={event === first ? 'primary' : 'plain'}
          busy={event === 'adopt' && desk.deeds.busy && !desk.sheet}
          onClick={() => choose(event)}
        >
          {nameOf(event, view)}
        </BigButton>
      ))}
    </>
  )
}
