import { healthAlertMachine, type HealthAlertStatus } from '@contract/healthAlerts'
import { advanced } from '@kernel/caseEvents'
import { writeAdvance } from '@kernel/cases'
import { collection, command } from '@kernel/cloud'
import { inDueSlices } from '@kernel/dueSlices'
import { openingDue } from '@kernel/healthAlerts/episodeRules'
import type { HealthAlertCase } from '@kernel/healthAlerts/healthAlert'
import { tellColleague } from '@kernel/healthAlerts/tellOfAlert'
import { readHousehold } from '@kernel/households/changing'
import { superiorsOf } from '@kernel/superiors'

const raised: HealthAlertStatus = 'raised'

const cases = collection<HealthAlertCase>('cases')

/**
 * Tells the community officers of every episode that nobody has opened in time, until then. It may end anywhere, and
 * another may do the same beside it: an episode is told of by whoever writes that it was.
 */
export const escalateAlerts = (now: Date, until: Date): Promise<void> =>
  inDueSlices({ find: (most) => unopened(now, most), handle: (found) => escalate(found, now) }, until)

const unopened = (now: Date, most: number) =>
  cases
    .where({ kind: 'healthAlert', status: raised, 'todo.dueAt': command.lte(now), deletion: null })
    .orderBy('todo.dueAt', 'asc')
    .limit(most)
    .get()

/** It waits for whoever stands next above the grid worker there; where nobody does, still for a community officer. */
async function escalate(found: HealthAlertCase, now: Date): Promise<void> {
  const accounts = (await readHousehold(found.body.household))?.accounts ?? []
  const above = await superiorsOf('gridWorker', found.at, accounts)
  const role = above[0]?.role ?? 'communityOfficer'
  const happening = {
    at: now,
    submission: `escalate-${found.version + 1}`,
    digest: '',
    by: { actor: 'system', account: '', name: null } as const,
    detail: { role },
  }
  // Whoever it was handed to has had their time.
  const next = { role, assignee: null, dueAt: openingDue(now), urgency: 1 } as const
  const advance = advanced(healthAlertMachine, found, 'escalate', happening, next)
  if (!(await writeAdvance(found, advance))) return
  const after = { ...found, ...advance.set }
  await Promise.all(above.map(({ openid }) => tellColleague(openid, 'escalate', after)))
}
