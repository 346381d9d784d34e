import { policyActions } from '@contract/policy'
import { serve } from '@kernel/serve'
import { checkPolicy } from './checkPolicy'
import { dropPolicy, listPolicies, proposePolicy, publishPolicy } from './publishPolicy'
import { showInForce, showPolicy } from './showPolicy'
import { tryOut } from './tryOut'

export const main = serve(policyActions, {
  inForce: showInForce,
  editions: listPolicies,
  show: showPolicy,
  check: checkPolicy,
  tryOut,
  propose: proposePolicy,
  publish: publishPolicy,
  drop: dropPolicy,
})
