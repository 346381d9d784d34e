import { reassessmentActions } from '@contract/reassessment'
import { serve } from '@kernel/serve'
import { everyMinute } from './everyMinute'
import { listAffected } from './listAffected'
import { showRuns } from './showRuns'

export const main = serve(
  reassessmentActions,
  { runs: showRuns, affected: listAffected },
  { timers: { everyMinute } },
)
