import { ok, refused, type Refused, type Result } from '@contract/action'
import { regionNames } from '@contract/regions'
import {
  returneeMachine,
  type Outcome,
  type Purpose,
  type Registered,
  type RegistrationAnswers,
  type returneeActions,
} from '@contract/returnee'
import { expectedUnder } from '@kernel/assessment/assessRegistration'
import { rulingAt } from '@kernel/assessment/inForce'
import { covers } from '@kernel/caller'
import { opened, type By } from '@kernel/caseEvents'
import { byPost, readCase, storeCase } from '@kernel/cases'
import { todoView } from '@kernel/caseViews'
import { reviewDue } from '@kernel/dueRules'
import { maskName } from '@kernel/masking'
import { claimPictures } from '@kernel/pictures/claiming'
import { placeName, publicContact, type PlaceDocument } from '@kernel/placeDocument'
import { findPlace } from '@kernel/places'
import {
  briefOf,
  openAnswers,
  regionKeysOf,
  sealAnswers,
  type RegistrationBody,
  type RegistrationCase,
} from '@kernel/registration'
import { ownSealer, saysSame } from '@kernel/seal'
import type { Context, UseCase } from '@kernel/serve'
import { tellStaff } from '@kernel/tellOfRegistration'
import { outcomeAsOwnerSees, standingAsOwnerSees } from './asOwnerSees'
import { releaseUnnamed } from './releaseUnnamed'
import { rememberPeople } from './rememberPeople'
import { answerFaults } from './returneeRules'

/**
 * A returnee is registered, by themselves, by family or by staff on the telephone. The submission is the case's id:
 * the same one sent again finds the case and is answered the same way, with what the rules expect of it. At most three
 * database requests, one more with a picture, and one a minute for what is in force at that place.
 */
export const registerReturnee: UseCase<typeof returneeActions.register> = async (input, context) => {
  const { submission, purpose, answers } = input
  const placed = await checkedPlace(answers, context)
  if (!placed.ok) return placed
  const place = placed.data
  const by = await enteredBy(purpose, place, context)
  if (!by.ok) return by

  const expected = await expectedAt(place, answers, context.now, context)
  const opening = newCase({ submission, purpose, answers, expected }, place, by.data, context)
  const claim = { case: submission, account: context.caller.openid, owner: opening.owner }
  if (!(await claimPictures(answers.test.pictures, claim, context.now))) return pictureRefused()
  if ((await storeCase(opening)) === 'sentBefore') {
    const before = await sentBefore(opening, context)
    if (!before.ok) await releaseUnnamed(answers.test.pictures, claim)
    return before
  }
  await rememberPeople(submission, opening, answers, context.now)
  await tellStaff('register', opening, place)
  return registered(opening, place)
}

/** The place of the household, when all that only the database and the table of regions know is in order. */
export async function checkedPlace(
  answers: RegistrationAnswers,
  { now }: Context,
): Promise<Result<PlaceDocument>> {
  const place = await findPlace(answers.household.place, now)
  const faults = answerFaults(answers, place, (code) => regionNames(code) !== null)
  return place && Object.keys(faults).length === 0
    ? ok(place)
    : refused('invalidInput', 'some answers name what does not exist', faults)
}

/** What the rules in force at a place make of answers that were first sent at `openedAt`. */
export const expectedAt = async (
  { at }: Pick<PlaceDocument, 'at'>,
  answers: RegistrationAnswers,
  openedAt: Date,
  { now }: Context,
): Promise<Outcome | null> => expectedUnder(await rulingAt(at, now), answers, openedAt)

/** Never added, removed after a day, somebody else's, or in another case. */
export const pictureRefused = (): Refused =>
  refused('invalidInput', 'there is no such picture to be had', { 'answers.test.pictures': 'pictureUnknown' })

/** On the telephone staff enter it, at a place of theirs; otherwise it belongs to the account that sends it. */
async function enteredBy(purpose: Purpose, place: PlaceDocument, { caller }: Context): Promise<Result<By>> {
  if (purpose !== 'telephone') return ok({ actor: 'owner', account: caller.openid, name: null })
  const posts = (await caller.posts()).filter(({ role }) => returneeMachine.start.by.includes(role))
  if (posts.length === 0) return refused('notAllowed', 'only staff register somebody on the telephone')
  const post = posts.find((held) => covers(held, place.at))
  return post
    ? ok(byPost(post))
    : refused('invalidInput', 'this place is not yours', { 'answers.household.place': 'placeNotYours' })
}

interface Sent {
  submission: string
  purpose: Purpose
  answers: RegistrationAnswers
  expected: Outcome | null
}

function newCase(
  { submission, purpose, answers, expected }: Sent,
  place: PlaceDocument,
  by: By,
  { now }: Context,
): RegistrationCase {
  const body = { purpose, answers: sealAnswers(answers, submission, ownSealer()), expected, outcome: null }
  return opened<RegistrationBody, RegistrationCase['status']>(
    returneeMachine,
    {
      _id: submission,
      owner: by.actor === 'owner' ? by.account : null,
      at: place.at,
      place: placeName(place),
      subject: { person: `${submission}-0`, display: maskName(answers.person.name) },
      brief: briefOf(answers),
      regions: regionKeysOf(answers),
      body,
    },
    reviewDue(body, now),
    { at: now, submission, digest: ownSealer().digest({ purpose, answers }), by },
  )
}

const registered = (
  { _id, owner, status, version, todo, body: { expected = null } }: RegistrationCase,
  place: PlaceDocument | null,
): Result<Registered> =>
  ok({
    id: _id,
    version,
    ...(owner
      ? { ...standingAsOwnerSees({ status, todo }), expected: outcomeAsOwnerSees(expected) }
      : { status, todo: todo && todoView(todo), expected }),
    contact: place && publicContact(place),
  })

/** The answer of the first time; what that time did not finish (the people of the household) is finished now. */
async function sentBefore(opening: RegistrationCase, { now }: Context): Promise<Result<Registered>> {
  const stored = await readCase<RegistrationBody, RegistrationCase['status']>('returnee', opening._id)
  const [first] = stored?.history ?? []
  const [sent] = opening.history
  const isSame = first && sent && first.by.account === sent.by.account && saysSame(first.digest, sent.digest)
  if (!stored || !isSame) {
    return refused('submissionTaken', 'this submission said something else before')
  }
  const answers = openAnswers(stored.body.answers, stored._id, ownSealer())
  await rememberPeople(stored._id, stored, answers, now)
  const place = await findPlace(stored.place.id, now)
  return registered(stored, place)
}
