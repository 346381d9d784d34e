import { refused } from '@contract/action'
import type { riskAreasActions } from '@contract/riskAreas'
import { regionName } from '@kernel/assessment/assessRegistration'
import { findEdition } from '@kernel/assessment/editionHeads'
import { proposeEdition } from '@kernel/assessment/publishing'
import { removeFiles } from '@kernel/files'
import type { UseCase } from '@kernel/serve'
import { changesOf } from './changeRules'
import { digestOf } from './digestOf'
import { isRefused, planList } from './planList'

/**
 * Proposes what the officer has been shown. The list is made anew; where that makes another one (somebody has published
 * meanwhile, or a day has passed), nothing is proposed. Sent twice, it is one.
 */
export const proposeList: UseCase<typeof riskAreasActions.propose> = async (input, context) => {
  const { entry, digest, ...declared } = input
  const sent = await findEdition('riskList', { place: input.place, edition: input.submission })
  if (sent?.proposed.account === context.caller.openid && digestOf(sent.base, sent.areas) === digest) {
    const { areas, base, changes } = sent
    return proposeEdition('riskList', { ...declared, content: { areas, base, changes } }, context)
  }

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
