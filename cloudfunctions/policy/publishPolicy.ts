import { refused } from '@contract/action'
import { examine, isSound, type policyActions } from '@contract/policy'
import { listEditions } from '@kernel/assessment/editionHeads'
import { dropEdition, proposeEdition, publishEdition } from '@kernel/assessment/publishing'
import type { UseCase } from '@kernel/serve'
import { policyDigest } from './checkPolicy'

export const listPolicies: UseCase<typeof policyActions.editions> = (input, context) =>
  listEditions('policy', input, context)

/** A table that leaves somebody without an answer, or has rules that never count, is not proposed. */
export const proposePolicy: UseCase<typeof policyActions.propose> = async (input, context) => {
  const { name, rules, reporting, tipping, digest, ...declared } = input
  if (!isSound(examine(rules)))
    return refused('invalidInput', 'the rules have gaps or rules that never count', { rules: 'rulesUnsound' })
  if (digest !== policyDigest(input))
    return refused('changedMeanwhile', 'these are not the rules that were checked')
  return proposeEdition('policy', { ...declared, content: { name, rules, reporting, tipping } }, context)
}

export const publishPolicy: UseCase<typeof policyActions.publish> = (input, context) =>
  publishEdition('policy', input, context)

export const dropPolicy: UseCase<typeof policyActions.drop> = (input, context) =>
  dropEdition('policy', input, context)
