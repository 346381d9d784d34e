import { randomUUID } from 'node:crypto'
import type { Outcome } from '@contract/returnee'
import { reassessed } from '@kernel/assessment/reassessCase'
import type { RegistrationCase } from '@kernel/registration'
import type { Community } from './community'
import { caseOf, set } from './keeping'

/** A stored registration after a new list, by which the rules expect that of it. */
export function reassess(
  community: Community,
  id: string,
  expected: Outcome,
  edition: string = randomUUID(),
): { id: string; version: number } {
  const found = caseOf(community, id) as RegistrationCase
  const advance = reassessed(found, expected, { edition, kind: 'riskList', number: 2 }, new Date())
  if (!advance) throw new Error('nothing changes for this registration')
  set(community, 'cases', id, { ...advance.set, history: [...found.history, advance.entry] })
  return { id, version: advance.set.version }
}
