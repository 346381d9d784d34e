import { minuteOf } from '@contract/calendar'
import { healthAlertMessages } from '@contract/messages'
import type { HouseholdDocument } from '../households/householdDocument'
import { notify } from '../notify'
import { accountToTell, type PlaceDocument } from '../placeDocument'
import { superiorsOf } from '../superiors'
import type { HealthAlertCase } from './healthAlert'

const { title, phrase, closed } = healthAlertMessages

type Told = Pick<HealthAlertCase, '_id' | 'place' | 'todo'>

/** A member of staff learns of an episode. */
export const tellColleague = (
  openid: string,
  why: keyof typeof phrase,
  { _id, place, todo }: Told,
): Promise<void> =>
  notify('todoArrived', openid, `staff/healthAlert/index?id=${_id}`, {
    thing1: title,
    thing2: place.names.slice(-2).join(' '),
    phrase3: phrase[why],
    time4: minuteOf(todo?.dueAt ?? new Date(0)),
  })

/**
 * Whoever must open it learns at once that somebody is unwell: the colleague it was handed to, else the grid worker, else,
 * where there is none or it is their own family, those above; these too where it already waits for them.
 */
export async function tellOfEpisode(
  why: 'raise' | 'worsen',
  alert: Told & Pick<HealthAlertCase, 'status' | 'at' | 'body'>,
  where: Pick<PlaceDocument, 'responsible'>,
  { accounts }: Pick<HouseholdDocument, 'accounts'>,
): Promise<void> {
  const first = alert.todo?.assignee?.openid ?? accountToTell(where)
  const next = first && !accounts.includes(first) ? [first] : []
  const isForThoseAbove = next.length === 0 || alert.status === 'escalated'
  const above = isForThoseAbove ? await superiorsOf('gridWorker', alert.at, accounts) : []
  const told = new Set([...next, ...above.map(({ openid }) => openid)])
  const said = alert.body.isEmergency ? 'emergency' : why
  await Promise.all([...told].map((openid) => tellColleague(openid, said, alert)))
}

/** Each account of the family learns that it has been dealt with; a family without one cannot be told this way. */
export async function tellFamily(
  accounts: readonly string[],
  { _id, place }: HealthAlertCase,
  now: Date,
): Promise<void> {
  const tell = (account: string) =>
    notify('caseProgress', account, `pages/daily/alert/index?id=${_id}`, {
      thing1: `${title} ${place.names.at(-1) ?? ''}`,
      phrase2: closed.phrase,
      thing3: closed.thing,
      time4: minuteOf(now),
    })
  await Promise.all(accounts.map(tell))
}
