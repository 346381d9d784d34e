import { tipsActions } from '@contract/tips'
import { serve } from '@kernel/serve'
import { causing, doneAgain } from './changeTip'
import { dispatchTip } from './dispatchTip'
import { everyTenMinutes } from './everyTenMinutes'
import { joinTip, separateTip } from './joinTips'
import { accuseTeller } from './judgeTip'
import { leadTip } from './leadTip'
import { reassignTip, revealTip } from './handleTip'
import { reopenTip, seeTip } from './goAgain'
import { reviewTip } from './reviewTip'
import { ending, suspectTip } from './visitTip'

const useCases = {
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
}

/** What may be refused though it has been done: WeChat may have come to refuse its words, what else it names has
 * changed, or the tip lies elsewhere. */
const doneBefore = {
  see: doneAgain('see', useCases.see),
  dispatch: doneAgain('dispatch', useCases.dispatch),
  ask: doneAgain('ask', useCases.ask),
  confirm: doneAgain('confirm', useCases.confirm),
  alreadyKnown: doneAgain('alreadyKnown', useCases.alreadyKnown),
  refute: doneAgain('refute', useCases.refute),
  leaveOpen: doneAgain('leaveOpen', useCases.leaveOpen),
  suspect: doneAgain('suspect', useCases.suspect),
  accuse: doneAgain('accuse', useCases.accuse),
  clear: doneAgain('clear', useCases.clear),
  condemn: doneAgain('condemn', useCases.condemn),
  uphold: doneAgain('uphold', useCases.uphold),
  pardon: doneAgain('pardon', useCases.pardon),
  join: doneAgain('join', useCases.join),
  separate: doneAgain('separate', useCases.separate),
  lead: doneAgain('lead', useCases.lead),
  reopen: doneAgain('reopen', useCases.reopen),
  note: doneAgain('note', useCases.note),
  reassign: doneAgain('reassign', useCases.reassign),
}

export const main = serve(tipsActions, useCases, { timers: { everyTenMinutes }, doneBefore })
