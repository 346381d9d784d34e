import type { TemplateName } from '@contract/messages'
import { openConsents } from '../wechat/consents'
import { demoStaff } from './places'

/** Staff who tap 允许 with every deed have as many in hand after some weeks. */
const ofStaff = 30

/** Families tap it with each report. */
const ofFamilies = 5

interface Told {
  owner: string | null
  todo: object | null
}

interface Family {
  accounts: string[]
  remindHour: number | null
}

/** What the people of the demonstration have allowed so far: staff a lot, a resident one or two for what is still open, a family some for its hour. */
export function giveConsents(directory: string, cases: readonly Told[], families: readonly Family[]): void {
  const consents = openConsents(directory)
  const give = (openid: string, template: TemplateName, count: number) =>
    consents.give(openid, template, count)
  for (const { openid } of demoStaff) give(openid, 'todoArrived', ofStaff)
  const waiting = cases.flatMap(({ owner, todo }) => (owner && todo ? [owner] : []))
  waiting.forEach((owner, index) => give(owner, 'caseProgress', 1 + (index % 2)))
  const reminded = families.flatMap(({ accounts, remindHour }) => (remindHour === null ? [] : accounts))
  for (const openid of new Set(reminded)) give(openid, 'dailyReminder', ofFamilies)
}
