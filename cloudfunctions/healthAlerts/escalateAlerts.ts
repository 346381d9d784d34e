import { healthAlertMachine, type HealthAlertStatus } from '@contract/healthAlerts'
import { advanced } from '@kernel/caseEvents'
import { writeAdvance } from '@kernel/cases'
import { now as clock } from '@kernel/clock'
import { collection, command } from '@kernel/cloud'
import { openingDue } from '@kernel/healthAlerts/episodeRules'
import type { HealthAlertCase } from '@kernel/healthAlerts/healthAlert'
import { tellColleague } from '@kernel/healthAlerts/tellOfAlert'
import { readHousehold } from '@kernel/households/changing'
import { logBug } from '@kernel/serve'
import { superiorsOf } from '@kernel/superiors'

const A_PAGE = 50
const AT_ONCE = 10

const raised: HealthAlertStatus = 'raised'

const cases = collection<HealthAlertCase>('cases')

/**
 * Tells the community officers of every episode that nobody has opened in time, until then. It may end anywhere, and
 * another may do the same beside it: an episode is told of by whoever writes that it was.
 */
export async function escalateAlerts(now: Date, until: Date): Promise<void> {
  while (clock() < until) {
    const { data } = await cases
      .where({ kind: 'healthAlert', status: raised, 'todo.dueAt': command.lte(now), deletion: null })
      .orderBy('todo.dueAt', 'asc')
      .limit(A_PAGE)
      .get()
    for (let first = 0; first < data.length && clock() < until; first += AT_ONCE) {
      // One that fails is tried again the next minute, and must not keep the others from being told.
      const some = data.slice(first, first + AT_ONCE)
      await Promise.all(some.map((found) => escalate(found, now).catch(logBug)))
    }
    if (data.length < A_PAGE) return
  }
}

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
