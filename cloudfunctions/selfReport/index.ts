import { selfReportActions } from '@contract/selfReport'
import { serve } from '@kernel/serve'
import { listHouseholds } from './listHouseholds'
import { remindHouseholds } from './remindHouseholds'
import { reportedBefore, reportHousehold } from './reportHousehold'
import { showProgress } from './showProgress'

export const main = serve(
  selfReportActions,
  { report: reportHousehold, progress: showProgress, list: listHouseholds },
  { timers: { everyMinute: remindHouseholds }, doneBefore: { report: reportedBefore } },
)
