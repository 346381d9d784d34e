import { staffActions } from '@contract/staff'
import { serve } from '@kernel/serve'
import { postChangedBefore } from './changePost'
import { handedOverBefore, handOverWork } from './handOverWork'
import { inviteColleague } from './inviteColleague'
import { joinedBefore, joinStaff } from './joinStaff'
import { listInvitations, revokeInvitation, showInvitation } from './invitations'
import { listStaff } from './listStaff'
import { moveMember } from './moveMember'
import { showMember } from './showMember'
import { resumeMember, suspendMember } from './suspendMember'
import { tidyStaff } from './tidyStaff'

export const main = serve(
  staffActions,
  {
    list: listStaff,
    show: showMember,
    invite: inviteColleague,
    invitations: listInvitations,
    revoke: revokeInvitation,
    invitation: showInvitation,
    join: joinStaff,
    suspend: suspendMember,
    resume: resumeMember,
    move: moveMember,
    handOver: handOverWork,
  },
  {
    timers: { tidyStaff },
    doneBefore: {
      join: joinedBefore,
      suspend: postChangedBefore,
      resume: postChangedBefore,
      move: postChangedBefore,
      handOver: handedOverBefore,
    },
  },
)
