import { View } from '@tarojs/components'
import type { CallError } from '@/services/api'
import { staffWords, type AlertEvent, type AlertSpokenEvent } from '@/words/staff'
import { ReasonSheet } from '../ReasonSheet'
import type { AlertDeed } from './alertDeed'
import { CloseAlertSheet } from './CloseAlertSheet'
import { ReassignSheet, type ReassignSheetProps } from './ReassignSheet'

export interface AlertSheetsProps extends Pick<ReassignSheetProps, 'colleagues' | 'assignee'> {
  open: AlertEvent | null
  busy: boolean
  error: CallError | null
  /** How often each has been sent: a sheet begins anew after each time. */
  timesDone: (event: AlertDeed['event']) => number
  onSend: (deed: AlertDeed) => void
  onClose: () => void
}

const spokenEvents = Object.keys(staffWords.healthAlert.spoken) as AlertSpokenEvent[]

/** A sheet for each thing that can be done to an episode. All stay, so that what was typed outlives their being closed. */
export function AlertSheets(props: AlertSheetsProps) {
  const { open, busy, error, timesDone, colleagues, assignee, onSend, onClose } = props
  const sheet = (event: AlertEvent) => ({
    open: open === event,
    busy,
    error: open === event ? error : null,
    onClose,
  })
  return (
    <View>
      <CloseAlertSheet
        key={`close ${timesDone('close')}`}
        {...sheet('close')}
        onSend={(end) => onSend({ event: 'close', ...end })}
      />
      <ReassignSheet
        key={`reassign ${timesDone('reassign')}`}
        {...sheet('reassign')}
        colleagues={colleagues}
        assignee={assignee}
        onSend={(to) => onSend({ event: 'reassign', ...to })}
      />
      {spokenEvents.map((event) => {
        const { title, hint, presets, label, send } = staffWords.healthAlert.spoken[event]
        return (
          <ReasonSheet
            key={`${event} ${timesDone(event)}`}
            {...sheet(event)}
            title={title}
            explain={hint}
            label={label}
            presets={presets}
            confirm={send}
            onSend={(said) => onSend({ event, words: said })}
          />
        )
      })}
    </View>
  )
}
