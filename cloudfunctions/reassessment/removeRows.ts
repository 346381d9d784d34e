import { affected } from '@kernel/assessment/runDocuments'
import { command } from '@kernel/cloud'

/** Whom an edition would change is written down for the decision at hand, and goes with it. */
export async function removeRows(now: Date): Promise<void> {
  await affected.where({ removeAt: command.lte(now) }).remove()
}
