import { rewardsActions } from '@contract/rewards'
import { serve } from '@kernel/serve'
import { claimReward } from './claimReward'
import { handedOverByThis, handOverReward } from './handOverReward'
import { receiveReward } from './receiveReward'
import { restock, restockedBefore } from './restock'
import { scanCode } from './scanCode'
import { showStock } from './showStock'

export const main = serve(
  rewardsActions,
  {
    claim: claimReward,
    receive: receiveReward,
    scan: scanCode,
    handOver: handOverReward,
    stock: showStock,
    restock,
  },
  { doneBefore: { handOver: handedOverByThis, restock: restockedBefore } },
)
