import type { Urgency } from '@contract/cases'
import type { At, StaffRole } from '@contract/roles'
import { tippingAt } from '../assessment/tippingAt'
import type { Happening } from '../caseEvents'
import { goingDue } from './tipRules'
import { roleThere, type TipCase } from './tip'

/** What an event says by which a tip waits for whoever goes there. */
export interface Going {
  role: StaffRole
  dueAt: Date
  /** Where that is not whom the machine names: whoever hands cases on reads it here. */
  detail: Happening['detail']
}

/** A tip waits for whoever goes there, from `now` on. */
export const goingAt = (at: At, now: Date): Going => {
  const role = roleThere(at)
  return { role, dueAt: goingDue(now), detail: role === 'gridWorker' ? null : { role } }
}

/** Whether a tip of this kind goes before what can wait, by the policy in force: asked for when nobody had it in hand. */
export async function urgencyOf(
  { at, body }: { at: At; body: Pick<TipCase['body'], 'kind'> },
  now: Date,
): Promise<Urgency> {
  const { kinds } = await tippingAt(at, now)
  return kinds.some(({ id, urgent }) => id === body.kind && urgent) ? 1 : 0
}
