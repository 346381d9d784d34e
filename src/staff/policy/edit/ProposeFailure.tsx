import type { Rule } from '@contract/policyRules'
import { Notice } from '@/components/Notice'
import { EditFailure } from '@/components/staff/EditFailure'
import type { CallError } from '@/services/api'
import { words } from '@/words'
import { staffWords } from '@/words/staff'
import { declaredFields } from '../../editions/useDeclaring'
import { refusedRule } from '../ruleEdits'

interface ProposeFailureProps {
  error: CallError | null
  rules: readonly Rule[]
}

/** Why a policy was not proposed; a rule that the function does not take is named. */
export function ProposeFailure({ error, rules }: ProposeFailureProps) {
  const refused = refusedRule(error?.fields ?? {})
  if (!refused) return <EditFailure error={error} fields={declaredFields} />
  return (
    <Notice tone="danger" title={staffWords.policy.refused(refused.index, rules[refused.index]?.name ?? '')}>
      {words.faults[refused.fault]}
    </Notice>
  )
}
