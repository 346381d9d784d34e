import { ok } from '@contract/action'
import {
  healthAlertMachine,
  healthAlertsActions,
  type HealthAlertStatus,
  type OwnHealthAlert,
} from '@contract/healthAlerts'
import { allowedEvents } from '@contract/machine'
import { reportingAt } from '@kernel/assessment/reportingAt'
import { readCase, standing } from '@kernel/cases'
import { timelineView, todoView } from '@kernel/caseViews'
import {
  openedSecrets,
  reportsView,
  type HealthAlertBody,
  type HealthAlertCase,
} from '@kernel/healthAlerts/healthAlert'
import { readHousehold } from '@kernel/households/changing'
import { callLine } from '@kernel/households/views'
import { publicContact } from '@kernel/placeDocument'
import { findPlace } from '@kernel/places'
import type { UseCase } from '@kernel/serve'
import { isFamilyOf, isOwn, noSuchAlert } from './family'

const readAlert = (id: string): Promise<HealthAlertCase | null> =>
  readCase<HealthAlertBody, HealthAlertStatus>('healthAlert', id)

/**
 * An episode in one's own family, whichever of its phones has reported it, or that one has reported. For all others two
 * database requests, whether or not it is there: how long the answer takes does not tell.
 */
export const showOwnAlert: UseCase<typeof healthAlertsActions.show> = async (input, context) => {
  const found = await readAlert(input.case)
  const household = await readHousehold(found?.body.household ?? input.case)
  if (!found || !isOwn(found, household, context)) return noSuchAlert()
  const place = await findPlace(found.place.id, context.now)
  const { telephones } = await reportingAt(found.at, context.now)
  const { _id: id, status, version, body } = found
  return ok({
    ...{ id, status, version, telephones },
    household: body.household,
    name: openedSecrets(found).name,
    isEmergency: body.isEmergency,
    reports: reportsView(body),
    ending: body.ending,
    seen: lastSeen(found),
    contact: place && publicContact(place),
    timeline: timelineView(healthAlertMachine, found, 'owner'),
  })
}

const lastSeen = ({ history }: HealthAlertCase): OwnHealthAlert['seen'] => {
  const [last] = history.filter(({ event }) => event === 'see').slice(-1)
  return last ? { name: last.by.name ?? '', at: last.at.toISOString() } : null
}

/** An episode at one of my places, masked, with who has called the family; nobody reads their own family's as staff. */
export const reviewAlert: UseCase<typeof healthAlertsActions.review> = async (input, context) => {
  const found = await readAlert(input.case)
  const who = await standing(found, context)
  if (!found || !who || who.by.actor === 'owner') return noSuchAlert()
  const household = await readHousehold(found.body.household)
  if (isFamilyOf(household, context)) return noSuchAlert()
  const { _id: id, status, version, openedAt, place, subject, todo, body } = found
  return ok({
    ...{ id, status, version, place, household: body.household, person: body.person },
    openedAt: openedAt.toISOString(),
    display: subject.display,
    todo: todo && todoView(todo),
    isEmergency: body.isEmergency,
    reports: reportsView(body),
    ending: body.ending,
    calls: household?.calls.map((call) => callLine(household._id, call)) ?? [],
    events: allowedEvents(healthAlertMachine, status, who.actors).filter(
      (event) => event in healthAlertsActions,
    ),
    timeline: timelineView(healthAlertMachine, found, 'staff'),
  })
}
