import { ok, refused } from '@contract/action'
import { allowedEvents } from '@contract/machine'
import {
  returneeMachine,
  type RegistrationAnswers,
  type RegistrationView,
  type returneeActions,
  type ReturneeEvent,
  type ReturneeStatus,
} from '@contract/returnee'
import type { Actor } from '@contract/roles'
import { readCase, standing } from '@kernel/cases'
import { timelineView, todoView } from '@kernel/caseViews'
import { ownLine, registrationsOf } from '@kernel/ownRegistrations'
import { twinsOf } from '@kernel/pictures/twins'
import { publicContact, residentName } from '@kernel/placeDocument'
import { findPlace } from '@kernel/places'
import { ownSealer } from '@kernel/seal'
import type { Context, UseCase } from '@kernel/serve'
import { entryAsOwnerSees, outcomeAsOwnerSees, standingAsOwnerSees } from '@kernel/asOwnerSees'
import { barTo, isDecidedAlone } from './decisionRules'
import {
  maskAnswers,
  openAnswers,
  picturesOf,
  regionsOf,
  type RegistrationBody,
  type RegistrationCase,
} from '@kernel/registration'

/** Every registration that this account has sent, newest first. */
export const listOwnRegistrations: UseCase<typeof returneeActions.mine> = async (_input, { caller }) =>
  ok((await registrationsOf(caller.openid)).map(ownLine))

/** The buttons: what the machine allows, without what the rules then forbid this person or what would come to nothing. */
const eventsFor = (
  { status, history, body }: RegistrationCase,
  actors: readonly Actor[],
  { caller, today }: Context,
): ReturneeEvent[] =>
  allowedEvents(returneeMachine, status, actors).filter(
    (event) =>
      !barTo(event, history, { account: caller.openid, actors }, today) &&
      (event !== 'adopt' || !!body.expected),
  )

/** One's own registration, the answers as they were typed. */
export const showOwnRegistration: UseCase<typeof returneeActions.show> = async (input, context) => {
  const found = await readCase<RegistrationBody, ReturneeStatus>('returnee', input.case)
  if (found?.owner !== context.caller.openid)
    return refused('notFound', 'there is no such registration of yours')
  return ok({
    ...(await view(found, 'owner', context.now)),
    events: eventsFor(found, ['owner'], context),
  })
}

/** A registration at one of my places, every secret of it masked. */
export const reviewRegistration: UseCase<typeof returneeActions.review> = async (input, context) => {
  const found = await readCase<RegistrationBody, ReturneeStatus>('returnee', input.case)
  const who = found && (await standing(found, context))
  if (!found || !who || who.by.actor === 'owner')
    return refused('notFound', 'there is no such case at your places')
  return ok({
    ...(await view(found, 'staff', context.now)),
    events: eventsFor(found, who.actors, context),
    purpose: found.body.purpose,
    decidedAlone: isDecidedAlone(found.history),
    twins: await twinsOf(picturesOf(found.body.answers), found._id, context.caller),
  })
}

async function view(
  found: RegistrationCase,
  reader: 'owner' | 'staff',
  now: Date,
): Promise<RegistrationView> {
  const place = await findPlace(found.place.id, now)
  const answers = openAnswers(found.body.answers, found._id, ownSealer())
  const timeline = timelineView(returneeMachine, found, reader)
  const { outcome, expected = null } = found.body
  return {
    id: found._id,
    kind: 'returnee',
    status: found.status,
    version: found.version,
    openedAt: found.openedAt.toISOString(),
    display: found.subject.display,
    place: reader === 'owner' ? residentName(found.at, found.place) : found.place,
    answers: shown(answers, reader),
    regions: regionsOf(answers),
    outcome,
    expected,
    todo: found.todo && todoView(found.todo),
    timeline,
    contact: place && publicContact(place),
    ...(reader === 'owner' && {
      ...standingAsOwnerSees(found),
      outcome: outcomeAsOwnerSees(outcome),
      expected: outcomeAsOwnerSees(expected),
      timeline: timeline.map(entryAsOwnerSees),
    }),
  }
}

const shown = (answers: RegistrationAnswers, reader: 'owner' | 'staff'): RegistrationAnswers =>
  reader === 'owner' ? answers : maskAnswers(answers)
