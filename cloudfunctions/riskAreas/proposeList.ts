import { refused } from '@contract/action'
import type { riskAreasActions } from '@contract/riskAreas'
import { regionName } from '@kernel/assessment/assessRegistration'
import { findEdition } from '@kernel/assessment/editionHeads'
import { proposedBefore, proposeEdition } from '@kernel/assessment/publishing'
import { removeFiles } from '@kernel/files'
import type { DoneBefore, UseCase } from '@kernel/serve'
import { changesOf } from './changeRules'
import { digestOf } from './digestOf'
import { isRefused, planList } from './planList'

/**
 * Proposes what the officer has been shown. The list is made anew; where that makes another one (somebody has published
 * meanwhile, or a day has passed), nothing is proposed.
 */
export const proposeList: UseCase<typeof riskAreasActions.propose> = async (input, context) => {
  const { entry, digest, ...declared } = input
  const planned = await planList(input, context)
  if (isRefused(planned)) return planned
  const { base, areas, faults } = planned
  if (faults.length > 0 || digestOf(base?._id ?? null, areas) !== digest)
    return refused('changedMeanwhile', 'this is not what was checked')
  const changes = changesOf(base?.areas ?? [], areas, context.today, regionName)
  const proposed = await proposeEdition(
    'riskList',
    { ...declared, content: { areas, base: base?._id ?? null, changes } },
    context,
  )
  if (proposed.ok && entry.kind === 'file') await removeFiles([entry.file])
  return proposed
}

/** The list as it was made then: from the file, which is gone by now, and the list that was in force. */
export const listProposedBefore: DoneBefore<typeof riskAreasActions.propose> = async (input, context) => {
  const { entry: _, digest, ...declared } = input
  const sent = await findEdition('riskList', { place: input.place, edition: input.submission })
  if (!sent || digestOf(sent.base, sent.areas) !== digest) return null
  const { areas, base, changes } = sent
  return proposedBefore('riskList', { ...declared, content: { areas, base, changes } }, context)
}
