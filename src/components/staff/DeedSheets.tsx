import { words } from '@/words'
import type { SpokenEvent, StaffEvent } from '@/words/zh-CN/staff'
import { ReasonSheet } from '../ReasonSheet'
import { AcceptSheet, type AcceptSheetProps, type Decision } from './AcceptSheet'
import { ReassignSheet, type ReassignSheetProps } from './ReassignSheet'

/** What a member of staff is about to do to a registration. */
export type Deed =
  | ({ event: 'accept' } & Decision)
  | { event: 'reassign'; colleague: string; words: string }
  | { event: SpokenEvent; words: string }

export interface DeedSheetsProps
  extends
    Pick<AcceptSheetProps, 'arrivesOn' | 'today' | 'busy' | 'error'>,
    Pick<ReassignSheetProps, 'colleagues' | 'assignee'> {
  open: StaffEvent | null
  /** How often each has been sent: a sheet begins anew after each time. */
  timesDone: (event: StaffEvent) => number
  onSend: (deed: Deed) => void
  onClose: () => void
}

const spokenEvents = Object.keys(words.staff.spoken) as SpokenEvent[]

/** A refusal or a withdrawal ends the case. */
const isFinal = (event: SpokenEvent): boolean => event === 'reject' || event === 'withdraw'

/** A sheet for each deed. All of them stay, so that what was typed in one outlives its being closed. */
export function DeedSheets({ open, timesDone, onSend, onClose, ...rest }: DeedSheetsProps) {
  const { arrivesOn, today, busy, error, colleagues, assignee } = rest
  const keyOf = (event: StaffEvent) => `${event} ${timesDone(event)}`
  const sheet = (event: StaffEvent) => ({
    open: open === event,
    busy,
    error: open === event ? error : null,
    onClose,
  })
  return (
    <>
      <AcceptSheet
        key={keyOf('accept')}
        {...sheet('accept')}
        arrivesOn={arrivesOn}
        today={today}
        onSend={(decision) => onSend({ event: 'accept', ...decision })}
      />
      <ReassignSheet
        key={keyOf('reassign')}
        {...sheet('reassign')}
        colleagues={colleagues}
        assignee={assignee}
        onSend={(to) => onSend({ event: 'reassign', ...to })}
      />
      {spokenEvents.map((event) => {
        const { title, hint, presets, label, send } = words.staff.spoken[event]
        return (
          <ReasonSheet
            key={keyOf(event)}
            {...sheet(event)}
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
    </>
  )
}
