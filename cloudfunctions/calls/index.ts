import { callsActions } from '@contract/calls'
import { serve } from '@kernel/serve'
import { beginCall } from './beginCall'
import { checkCaller } from './checkCaller'
import { endCall, endedBefore } from './endCall'
import { recordedBefore, recordRoutineVisit } from './recordRoutineVisit'

export const main = serve(
  callsActions,
  { begin: beginCall, end: endCall, visit: recordRoutineVisit, check: checkCaller },
  { doneBefore: { end: endedBefore, visit: recordedBefore } },
)
