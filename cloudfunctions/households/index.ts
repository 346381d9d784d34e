import { householdsActions } from '@contract/households'
import { serve } from '@kernel/serve'
import { addMember, bringBack, changeMember, leftBefore, letLeave } from './changeMembers'
import { inviteFamily, joinedBefore, joinFamily, quitFamily } from './familyPhones'
import { moveHousehold, setReminder } from './moveHousehold'
import { openedBefore, openHousehold } from './openHousehold'
import { reviewHousehold } from './reviewHousehold'
import { listOwnHouseholds } from './showOwn'

export const main = serve(
  householdsActions,
  {
    mine: listOwnHouseholds,
    open: openHousehold,
    add: addMember,
    change: changeMember,
    leave: letLeave,
    comeBack: bringBack,
    move: moveHousehold,
    remind: setReminder,
    invite: inviteFamily,
    join: joinFamily,
    quit: quitFamily,
    review: reviewHousehold,
  },
  { doneBefore: { open: openedBefore, leave: leftBefore, join: joinedBefore } },
)
