import { healthAlertsActions } from '@contract/healthAlerts'
import { serve } from '@kernel/serve'
import { causedBefore, causing } from './changeAlert'
import { everyMinute } from './everyMinute'
import { closeAlert, reassignAlert, revealAlert } from './handleAlert'
import { reviewAlert, showOwnAlert } from './showAlerts'

export const main = serve(
  healthAlertsActions,
  {
    show: showOwnAlert,
    review: reviewAlert,
    see: causing('see'),
    followUp: causing('followUp'),
    note: causing('note'),
    close: closeAlert,
    reassign: reassignAlert,
    reveal: revealAlert,
  },
  {
    timers: { everyMinute },
    doneBefore: {
      see: causedBefore('see'),
      followUp: causedBefore('followUp'),
      note: causedBefore('note'),
      close: causedBefore('close'),
      reassign: causedBefore('reassign'),
    },
  },
)
