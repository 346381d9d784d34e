import { randomUUID } from 'node:crypto'
import type { EditionHead } from '@contract/editions'
import type { AreaEntry, ListPlan, riskAreasActions } from '@contract/riskAreas'
import type { InputOf } from '@contract'
import { answered, type Community } from './community'
import { on } from './editions'
import { today } from './registrations'

/** A pasted table that adds to the list in force. */
export const pasted = (text: string, whole = false): AreaEntry => ({ kind: 'text', text, whole })

type Proposal = InputOf<(typeof riskAreasActions)['propose']>

export const proposalOf = (
  entry: AreaEntry,
  { digest }: Pick<ListPlan, 'digest'>,
  changes: Partial<Proposal> = {},
): Proposal => ({
  submission: randomUUID(),
  place: 'qinghe',
  source: { text: '示例卫健委', link: '', publishedOn: today },
  effectiveFrom: new Date().toISOString(),
  words: '按最新名单',
  entry,
  digest,
  ...changes,
})

/** The lists of the street office, by its officers. */
export function lists(community: Community) {
  const { riskAreas } = community.as('street-officer')
  const check = async (entry: AreaEntry) => answered(await riskAreas.check({ place: 'qinghe', entry }))
  const propose = async (entry: AreaEntry, changes: Partial<Proposal> = {}) =>
    answered(await riskAreas.propose(proposalOf(entry, await check(entry), changes)))
  return {
    check,
    propose,
    /** Proposed by one, published by the other. */
    async publish(entry: AreaEntry, changes: Partial<Proposal> = {}): Promise<EditionHead> {
      const proposed = await propose(entry, changes)
      return answered(await community.as('street-officer-2').riskAreas.publish(on(proposed)))
    },
    show: async (edition: Pick<EditionHead, 'id'>, skip = 0) =>
      answered(await riskAreas.show({ ...on(edition), skip })),
    drop: async (edition: EditionHead) => answered(await riskAreas.drop({ ...on(edition), words: '换一份' })),
  }
}
