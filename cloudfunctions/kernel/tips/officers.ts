import type { CaseTodo, Happening } from '../caseEvents'
import { assigneeOf } from '../cases'
import { staffCovering } from '../superiors'
import { officerAfter, type PutForward } from './tipRules'
import type { TipCase } from './tip'

/** Into whose hands an event puts a tip. */
export interface PutBefore {
  /** null where no officer is there who may decide: it waits for one. */
  assignee: CaseTodo['assignee']
  detail: Happening['detail']
}

/** The officer who is to say something about a tip now that `account` has caused `event`. One database request. */
export async function beforeOfficer(
  event: PutForward,
  { at, history }: Pick<TipCase, 'at' | 'history'>,
  account: string,
): Promise<PutBefore> {
  const officer = officerAfter(event, history, account, await staffCovering(at))
  return officer
    ? { assignee: assigneeOf(officer), detail: { role: officer.role, colleague: officer.name } }
    : { assignee: null, detail: null }
}
