import { randomUUID } from 'node:crypto'
import type { Contract, InputOf } from '@contract'
import type { EditionHead } from '@contract/editions'
import { answered, type Community } from './community'
import { today } from './registrations'
import { someRules } from './rulings'

type PolicyInput = InputOf<Contract['policy']['propose']>

/** A policy as an officer of the street would propose it, checked. */
export async function policyProposal(
  community: Community,
  openid: string,
  changes: Partial<PolicyInput> = {},
): Promise<PolicyInput> {
  const { place = 'qinghe', name = '示例政策', rules = someRules, reporting, tipping } = changes
  const checked = await community.as(openid).policy.check({ place, name, rules, reporting, tipping })
  return {
    submission: randomUUID(),
    place,
    source: { text: '示例公告', link: '', publishedOn: today },
    effectiveFrom: new Date().toISOString(),
    words: '按新的要求',
    name,
    rules,
    digest: answered(checked).digest,
    ...changes,
  }
}

export async function proposedPolicy(
  community: Community,
  openid = 'street-officer',
  changes: Partial<PolicyInput> = {},
): Promise<EditionHead> {
  const input = await policyProposal(community, openid, changes)
  return answered(await community.as(openid).policy.propose(input))
}

/** Names an edition of the street. */
export const on = ({ id }: Pick<EditionHead, 'id'>) => ({ place: 'qinghe', edition: id })

/** A policy that one officer of the street has proposed and another published. */
export async function publishedPolicy(
  community: Community,
  changes: Partial<PolicyInput> = {},
): Promise<EditionHead> {
  const proposed = await proposedPolicy(community, 'street-officer', changes)
  return answered(await community.as('street-officer-2').policy.publish(on(proposed)))
}
