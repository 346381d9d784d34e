import { minuteOf } from '@contract/calendar'
import { progressMessages, returneeTitle, todoMessages } from '@contract/messages'
import type { ReturneeEvent } from '@contract/returnee'
import type { CaseTodo } from './caseEvents'
import { notify } from './notify'
import { accountToTell, type PlaceDocument } from './placeDocument'
import type { RegistrationCase } from './registration'

type Told = Pick<RegistrationCase, '_id' | 'owner' | 'place'>

/** Whoever must act learns it: the colleague it was handed to, else, if it is for them, the grid worker of the place. */
export async function tellStaff(
  event: ReturneeEvent | 'register',
  { _id, place, todo }: Told & { todo: CaseTodo | null },
  where: Pick<PlaceDocument, 'responsible'>,
): Promise<void> {
  const phrase = todoMessages[event]
  const openid = todo?.assignee?.openid ?? (todo?.role === 'gridWorker' ? accountToTell(where) : undefined)
  if (!openid || !todo || !phrase) return
  await notify('todoArrived', openid, `staff/case/index?id=${_id}`, {
    thing1: returneeTitle,
    thing2: place.names.slice(-2).join(' '),
    phrase3: phrase,
    time4: minuteOf(todo.dueAt),
  })
}

/** The resident learns that the community has acted; one without an account cannot be told this way. */
export async function tellResident(
  event: ReturneeEvent,
  { _id, owner, place }: Told,
  now: Date,
): Promise<void> {
  const message = progressMessages[event]
  if (!owner || !message) return
  await notify('caseProgress', owner, `pages/mine/record/index?id=${_id}`, {
    thing1: `${returneeTitle} ${place.names.at(-1) ?? ''}`,
    phrase2: message.phrase,
    thing3: message.thing,
    time4: minuteOf(now),
  })
}
