import { tipsActions } from '@contract/tips'
import { serve } from '@kernel/serve'
import { causing } from './changeTip'
import { dispatchTip } from './dispatchTip'
import { everyTenMinutes } from './everyTenMinutes'
import { joinTip, separateTip } from './joinTips'
import { accuseTeller } from './judgeTip'
import { leadTip } from './leadTip'
import { reassignTip, revealTip } from './handleTip'
import { reopenTip, seeTip } from './goAgain'
import { reviewTip } from './reviewTip'
import { ending, suspectTip } from './visitTip'

export const main = serve(
  tipsActions,
  {
    review: reviewTip,
    see: seeTip,
    dispatch: dispatchTip,
    ask: causing('ask'),
    confirm: ending('confirm'),
    alreadyKnown: ending('alreadyKnown'),
    refute: ending('refute'),
    leaveOpen: ending('leaveOpen'),
    suspect: suspectTip,
    accuse: accuseTeller,
    clear: causing('clear'),
    condemn: causing('condemn'),
    uphold: causing('uphold'),
    pardon: causing('pardon'),
    join: joinTip,
    separate: separateTip,
    reopen: reopenTip,
    lead: leadTip,
    note: causing('note'),
    reassign: reassignTip,
    reveal: revealTip,
  },
  { timers: { everyTenMinutes } },
)
