import { View } from '@tarojs/components'
import type { Change } from '@contract/returnee'
import { staffWords, type SpokenEvent, type StaffEvent } from '@/words/staff'
import { ReasonSheet } from '../ReasonSheet'
import { AcceptSheet, type AcceptSheetProps, type Decision } from './AcceptSheet'
import { ChangeSheet, type ChangeSheetProps } from './ChangeSheet'
import { ReassignSheet, type ReassignSheetProps } from './ReassignSheet'

/** What a member of staff is about to do to a registration. */
export type Deed =
  | ({ event: 'accept' | Change } & Decision)
  | { event: 'reassign'; colleague: string; words: string }
  | { event: SpokenEvent | 'adopt'; words: string }

export interface DeedSheetsProps
  extends
    Pick<AcceptSheetProps, 'arrivesOn' | 'today' | 'expected' | 'busy' | 'error'>,
    Pick<ChangeSheetProps, 'now'>,
    Pick<ReassignSheetProps, 'colleagues' | 'assignee'> {
  open: StaffEvent | null
  /** Why a stricter measure was proposed: what whoever confirms it will usually say too. */
  proposedBecause: string
  /** How often each has been sent: a sheet begins anew after each time. */
  timesDone: (event: StaffEvent) => number
  onSend: (deed: Deed) => void
  onClose: () => void
}

const spokenEvents = Object.keys(staffWords.case.spoken) as SpokenEvent[]

/** A refusal or a withdrawal ends the case. */
const isFinal = (event: SpokenEvent): boolean => event === 'reject' || event === 'withdraw'

/** A sheet for each deed. All of them stay, so that what was typed in one outlives its being closed. */
export function DeedSheets({ open, timesDone, onSend, onClose, ...rest }: DeedSheetsProps) {
  const { arrivesOn, today, expected, now, proposedBecause, busy, error, colleagues, assignee } = rest
  const isOpen = (event: StaffEvent) => open === event || (event === 'revise' && open === 'tighten')
  const keyOf = (event: StaffEvent) => `${event} ${timesDone(event)}`
  const sheet = (event: StaffEvent) => ({
    open: isOpen(event),
    busy,
    error: isOpen(event) ? error : null,
    onClose,
  })
  return (
    <View>
      <AcceptSheet
        key={keyOf('accept')}
        {...sheet('accept')}
        expected={expected}
        arrivesOn={arrivesOn}
        today={today}
        onSend={(decision) => onSend({ event: 'accept', ...decision })}
      />
      {(['revise', 'grant'] as const).map((change) => (
        <ChangeSheet
          key={`${keyOf(change)} ${timesDone('tighten')}`}
          {...sheet(change)}
          change={change}
          now={now}
          arrivesOn={arrivesOn}
          today={today}
          onSend={onSend}
        />
      ))}
      <ReassignSheet
        key={keyOf('reassign')}
        {...sheet('reassign')}
        colleagues={colleagues}
        assignee={assignee}
        onSend={(to) => onSend({ event: 'reassign', ...to })}
      />
      {spokenEvents.map((event) => {
        const { title, hint, presets, label, send } = staffWords.case.spoken[event]
        const suggested = event === 'confirm' ? proposedBecause : ''
        return (
          <ReasonSheet
            key={`${keyOf(event)} ${suggested}`}
            {...sheet(event)}
            suggested={suggested}
            title={title}
            explain={hint}
            label={label}
            presets={presets}
            confirm={send}
            tone={isFinal(event) ? 'danger' : 'primary'}
            onSend={(said) => onSend({ event, words: said })}
          />
        )
      })}
    </View>
  )
}
