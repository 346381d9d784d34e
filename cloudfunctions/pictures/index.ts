import { picturesActions } from '@contract/pictures'
import { serve } from '@kernel/serve'
import { addPicture } from './addPicture'
import { removeUnclaimed } from './removeUnclaimed'
import { showOwnPicture } from './showOwnPicture'

export const main = serve(
  picturesActions,
  { add: addPicture, show: showOwnPicture },
  { timers: { removeUnclaimed } },
)
