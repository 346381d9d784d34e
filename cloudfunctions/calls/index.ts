import { callsActions } from '@contract/calls'
import { serve } from '@kernel/serve'
import { beginCall } from './beginCall'
import { checkCaller } from './checkCaller'
import { endCall } from './endCall'
import { recordRoutineVisit } from './recordRoutineVisit'

export const main = serve(callsActions, {
  begin: beginCall,
  end: endCall,
  visit: recordRoutineVisit,
  check: checkCaller,
})
