import { rewardsActions } from '@contract/rewards'
import { serve } from '@kernel/serve'
import { claimReward } from './claimReward'
import { handOverReward } from './handOverReward'
import { receiveReward } from './receiveReward'
import { restock } from './restock'
import { scanReceipt } from './scanReceipt'
import { showStock } from './showStock'

export const main = serve(rewardsActions, {
  claim: claimReward,
  receive: receiveReward,
  scan: scanReceipt,
  handOver: handOverReward,
  stock: showStock,
  restock,
})
