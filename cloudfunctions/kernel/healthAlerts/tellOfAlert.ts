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
 * where there is none or it is their own family, those above.
 */
export async function tellOfEpisode(
  why: 'raise' | 'worsen',
  alert: Told & Pick<HealthAlertCase, 'at' | 'body'>,
  where: Pick<PlaceDocument, 'responsible'>,
  { accounts }: Pick<HouseholdDocument, 'accounts'>,
): Promise<void> {
  const first = alert.todo?.assignee?.openid ?? accountToTell(where)
  const others = async () => (await superiorsOf('gridWorker', alert.at, accounts)).map(({ openid }) => openid)
  const told = first && !accounts.includes(first) ? [first] : await others()
  const said = alert.body.isEmergency ? 'emergency' : why
  await Promise.all(told.map((openid) => tellColleague(openid, said, alert)))
}

/** The family learns that it has been dealt with; one that has no account cannot be told this way. */
export async function tellFamily({ _id, owner, place }: HealthAlertCase, now: Date): Promise<void> {
  if (!owner) return
  await notify('caseProgress', owner, `pages/daily/alert/index?id=${_id}`, {
    thing1: `${title} ${place.names.at(-1) ?? ''}`,
    phrase2: closed.phrase,
    thing3: closed.thing,
    time4: minuteOf(now),
  })
}
