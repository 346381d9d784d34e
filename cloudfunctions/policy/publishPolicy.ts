import { refused, type CheckedInputOf } from '@contract/action'
import { examine, isSound, type policyActions } from '@contract/policy'
import { listEditions } from '@kernel/assessment/editionHeads'
import {
  dropEdition,
  proposedBefore,
  proposeEdition,
  publishEdition,
  type Proposal,
} from '@kernel/assessment/publishing'
import type { DoneBefore, UseCase } from '@kernel/serve'
import { policyDigest } from './checkPolicy'

export const listPolicies: UseCase<typeof policyActions.editions> = (input, context) =>
  listEditions('policy', input, context)

/** A table that leaves somebody without an answer, or has rules that never count, is not proposed. */
export const proposePolicy: UseCase<typeof policyActions.propose> = async (input, context) => {
  if (!isSound(examine(input.rules)))
    return refused('invalidInput', 'the rules have gaps or rules that never count', { rules: 'rulesUnsound' })
  if (input.digest !== policyDigest(input))
    return refused('changedMeanwhile', 'these are not the rules that were checked')
  return proposeEdition('policy', proposalIn(input), context)
}

export const policyProposedBefore: DoneBefore<typeof policyActions.propose> = (input, context) =>
  proposedBefore('policy', proposalIn(input), context)

const proposalIn = (input: CheckedInputOf<typeof policyActions.propose>): Proposal<'policy'> => {
  const { name, rules, reporting, tipping, digest: _, ...declared } = input
  return { ...declared, content: { name, rules, reporting, tipping } }
}

export const publishPolicy: UseCase<typeof policyActions.publish> = (input, context) =>
  publishEdition('policy', input, context)

export const dropPolicy: UseCase<typeof policyActions.drop> = (input, context) =>
  dropEdition('policy', input, context)
