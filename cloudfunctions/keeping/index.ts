import { keepingActions } from '@contract/keeping'
import { serve } from '@kernel/serve'
import { deleteExpired } from './deleteExpired'
import { holdCases, releaseHold } from './holdCases'
import { announceLift, cancelLift, confirmLift } from './liftOutbreak'
import { listCertificates, showCertificate } from './listCertificates'
import { listKeeping } from './listKeeping'

export const main = serve(
  keepingActions,
  {
    certificates: listCertificates,
    certificate: showCertificate,
    list: listKeeping,
    hold: holdCases,
    release: releaseHold,
    announceLift,
    confirmLift,
    cancelLift,
  },
  { timers: { deleteExpired } },
)
