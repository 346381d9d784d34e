import { looksActions } from '@contract/looks'
import { serve } from '@kernel/serve'
import { findByNumber } from './findByNumber'
import { listLooks } from './listLooks'
import { reviewAlert } from './reviewAlert'
import { settleAlert, settledBefore } from './settleAlert'

export const main = serve(
  looksActions,
  { list: listLooks, find: findByNumber, alert: reviewAlert, settle: settleAlert },
  { doneBefore: { settle: settledBefore } },
)
