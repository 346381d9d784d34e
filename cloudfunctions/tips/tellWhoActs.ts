import { tipMessages } from '@contract/messages'
import type { TipEvent } from '@contract/tipMachine'
import { accountToTell } from '@kernel/placeDocument'
import { findPlace } from '@kernel/places'
import type { Context } from '@kernel/serve'
import { tellColleague } from '@kernel/tips/tellOfTip'
import type { TipCase } from '@kernel/tips/tip'

const worthTelling = (event: TipEvent): event is TipEvent & keyof typeof tipMessages.phrase =>
  event in tipMessages.phrase

/** Who goes there: an officer is only told of what was put into their hands. */
const goesThere = ({ status, todo }: TipCase): boolean => status === 'told' && todo !== null

/** Whoever must act on a tip now learns it: the colleague it was handed to, else who is responsible at its place. */
export async function tellWhoActs(event: TipEvent, after: TipCase, { caller, now }: Context): Promise<void> {
  if (!worthTelling(event)) return
  const handedTo = after.todo?.assignee?.openid
  const place = !handedTo && goesThere(after) ? await findPlace(after.place.id, now) : null
  const openid = handedTo ?? (place ? accountToTell(place) : undefined)
  // Nobody is told of what they did themselves.
  if (openid && openid !== caller.openid) await tellColleague(openid, event, after)
}
