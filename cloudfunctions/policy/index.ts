import { policyActions } from '@contract/policy'
import { signedBefore } from '@kernel/assessment/publishing'
import { serve } from '@kernel/serve'
import { checkPolicy } from './checkPolicy'
import { dropPolicy, listPolicies, policyProposedBefore, proposePolicy, publishPolicy } from './publishPolicy'
import { showInForce, showPolicy } from './showPolicy'
import { tryOut } from './tryOut'

export const main = serve(
  policyActions,
  {
    inForce: showInForce,
    editions: listPolicies,
    show: showPolicy,
    check: checkPolicy,
    tryOut,
    propose: proposePolicy,
    publish: publishPolicy,
    drop: dropPolicy,
  },
  {
    doneBefore: {
      propose: policyProposedBefore,
      publish: signedBefore('policy', 'published'),
      drop: signedBefore('policy', 'dropped'),
    },
  },
)
