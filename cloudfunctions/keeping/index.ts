import { keepingActions } from '@contract/keeping'
import { serve } from '@kernel/serve'
import { deleteExpired } from './deleteExpired'
import { heldBefore, holdCases, releasedBefore, releaseHold } from './holdCases'
import {
  announcedBefore,
  announceLift,
  cancelledBefore,
  cancelLift,
  confirmedBefore,
  confirmLift,
} from './liftOutbreak'
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
  {
    timers: { deleteExpired },
    doneBefore: {
      hold: heldBefore,
      release: releasedBefore,
      announceLift: announcedBefore,
      confirmLift: confirmedBefore,
      cancelLift: cancelledBefore,
    },
  },
)
