import { ok, refused } from '@contract/action'
import { lookAlertMachine, lookAlertReaders, type LookAlertStatus, type looksActions } from '@contract/looks'
import { allowedEvents } from '@contract/machine'
import { readCase, standing } from '@kernel/cases'
import { timelineView, todoView } from '@kernel/caseViews'
import { collection, command } from '@kernel/cloud'
import type { LookAlertBody, LookAlertCase } from '@kernel/lookAlerts'
import type { LookDocument } from '@kernel/looks'
import type { UseCase } from '@kernel/serve'
import { mayHear } from './alertRules'
import { lookView } from './lookView'

const HOUR_MS = 3_600_000
const SHOWN_AT_MOST = 100

/** An alert at one of my places, with the looks that it is about; nobody reads one about themselves. */
export const reviewAlert: UseCase<typeof looksActions.alert> = async (input, context) => {
  const found = await readCase<LookAlertBody, LookAlertStatus>('lookAlert', input.case)
  const who = await standing(found, context, [], lookAlertReaders)
  if (!found || !who || who.by.actor === 'owner')
    return refused('notFound', 'there is no such alert of yours')
  const { _id, status, version, openedAt, body, todo } = found
  const events = mayHear(who.actors, body.role) ? allowedEvents(lookAlertMachine, status, who.actors) : []
  return ok({
    id: _id,
    status,
    version,
    openedAt: openedAt.toISOString(),
    name: body.name,
    role: body.role,
    place: body.place,
    todo: todo && todoView(todo),
    looks: await looksAround(found),
    events,
    timeline: timelineView(lookAlertMachine, found, 'staff'),
  })
}

async function looksAround({ owner, at, place, openedAt }: LookAlertCase) {
  const since = new Date(openedAt.getTime() - HOUR_MS)
  const until = new Date(openedAt.getTime() + HOUR_MS)
  const { data } = await collection<LookDocument>('looks')
    .where({
      'by.account': owner,
      lookedAt: command.gte(since).and(command.lte(until)),
      // Who serves elsewhere as well is watched there by somebody else.
      [`at.${place.level}`]: at[place.level],
    })
    .orderBy('lookedAt', 'desc')
    .limit(SHOWN_AT_MOST)
    .get()
  return data.map(lookView)
}
