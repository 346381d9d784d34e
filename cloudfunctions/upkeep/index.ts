import { upkeepActions } from '@contract/upkeep'
import { serve } from '@kernel/serve'
import { continueResealing, resealTexts } from './resealTexts'
import { verifyHistories } from './verifyHistories'

export const main = serve(
  upkeepActions,
  { verify: verifyHistories, reseal: resealTexts },
  { timers: { reseal: continueResealing } },
)
