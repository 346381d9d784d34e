import { tipMessages } from '@contract/messages'
import { isOfficerRole } from '@contract/roles'
import { tipMachine, type TipStatus } from '@contract/tips'
import { advanced } from '@kernel/caseEvents'
import { writeAdvance } from '@kernel/cases'
import { collection, command } from '@kernel/cloud'
import { inDueSlices } from '@kernel/dueSlices'
import { superiorsOf } from '@kernel/superiors'
import { tellColleague } from '@kernel/tips/tellOfTip'
import { roleThere, type TipCase } from '@kernel/tips/tip'
import { goingDue } from '@kernel/tips/tipRules'

const told: TipStatus = 'told'

const cases = collection<TipCase>('cases')

/** Of whom somebody is to be told: one of the tips, and how many there are. */
type Telling = Map<string, { first: TipCase; tips: number }>

/**
 * Puts every tip that nobody has opened in time before the officers above, until then, and tells each of them once for a page
 * of fifty. It may end anywhere, and another may do the same beside it: a tip is counted by whoever writes that it was.
 */
export function escalateTips(now: Date, until: Date): Promise<void> {
  let telling: Telling = new Map()
  const tellThem = async () => {
    const all = [...telling]
    telling = new Map()
    await Promise.all(all.map(([openid, { first, tips }]) => tell(openid, first, tips)))
  }
  const find = (most: number) =>
    cases
      .where({ kind: 'tip', status: told, 'todo.dueAt': command.lte(now), deletion: null })
      .orderBy('todo.dueAt', 'asc')
      .limit(most)
      .get()
  return inDueSlices({ find, handle: (found) => escalate(found, now, telling), afterPage: tellThem }, until)
}

const tell = (openid: string, first: TipCase, tips: number): Promise<void> =>
  tellColleague(openid, 'escalate', first, tipMessages.several(tips))

/** It waits for the officer who stands next above whoever goes there; where there is none, still for a community officer. */
async function escalate(found: TipCase, now: Date, telling: Telling): Promise<void> {
  const goes = roleThere(found.at)
  const above = (await superiorsOf(goes, found.at, [])).filter(({ role }) => isOfficerRole(role))
  const role = above[0]?.role ?? (goes === 'gridWorker' ? 'communityOfficer' : goes)
  const happening = {
    at: now,
    submission: `escalate-${found.version + 1}`,
    digest: '',
    by: { actor: 'system', account: '', name: null } as const,
    detail: { role },
  }
  // Whoever it was handed to has had their time.
  const next = { role, assignee: null, dueAt: goingDue(now), urgency: found.todo?.urgency }
  const advance = advanced(tipMachine, found, 'escalate', happening, next)
  if (!(await writeAdvance(found, advance))) return
  const after = { ...found, ...advance.set }
  for (const { openid } of above) {
    const before = telling.get(openid)
    telling.set(openid, { first: before?.first ?? after, tips: (before?.tips ?? 0) + 1 })
  }
}
