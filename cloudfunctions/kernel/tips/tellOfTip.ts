import { minuteOf } from '@contract/calendar'
import { tipMessages } from '@contract/messages'
import { notify } from '../notify'
import type { TipCase } from './tip'

type Told = Pick<TipCase, '_id' | 'place' | 'todo'>

/** A member of staff learns of a tip, or of several of which this is one. */
export const tellColleague = (
  openid: string,
  why: keyof typeof tipMessages.phrase,
  { _id, place, todo }: Told,
  title: string = tipMessages.title,
): Promise<void> =>
  notify('todoArrived', openid, `staffTips/tip/index?id=${_id}`, {
    thing1: title,
    thing2: place.names.slice(-2).join(' '),
    phrase3: tipMessages.phrase[why],
    time4: minuteOf(todo?.dueAt ?? new Date(0)),
  })
