import { ok, refused, type Refused, type Result } from '@contract/action'
import { regionNames } from '@contract/regions'
import {
  returneeMachine,
  type Purpose,
  type Registered,
  type RegistrationAnswers,
  type returneeActions,
} from '@contract/returnee'
import { outcomeAsOwnerSees, standingAsOwnerSees } from '@kernel/asOwnerSees'
import { covers } from '@kernel/caller'
import type { By } from '@kernel/caseEvents'
import { byPost, readCase, storeCase } from '@kernel/cases'
import { todoView } from '@kernel/caseViews'
import { claimPictures } from '@kernel/pictures/claiming'
import { publicContact, type PlaceDocument } from '@kernel/placeDocument'
import { findPlace } from '@kernel/places'
import { expectedAt, newRegistration, registrationDigest } from '@kernel/registering'
import { openAnswers, type RegistrationBody, type RegistrationCase } from '@kernel/registration'
import { rememberPeople } from '@kernel/rememberPeople'
import { ownSealer, saysSame } from '@kernel/seal'
import type { Context, DoneBefore, UseCase } from '@kernel/serve'
import { tellStaff } from '@kernel/tellOfRegistration'
import { releaseUnnamed } from './releaseUnnamed'
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

  const expected = await expectedAt(place, answers, context.now, context.now)
  const opening = newRegistration({ submission, purpose, answers, expected }, place, by.data, context.now)
  const claim = { case: submission, account: context.caller.openid, owner: opening.owner }
  if (!(await claimPictures(answers.test.pictures, claim, context.now))) return pictureRefused()
  if ((await storeCase(opening)) === 'sentBefore') {
    const before = await registeredBefore(input, context)
    if (before) return before
    await releaseUnnamed(answers.test.pictures, claim)
    return refused('submissionTaken', 'this submission said something else before')
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
export const registeredBefore: DoneBefore<typeof returneeActions.register> = async (
  { submission, purpose, answers },
  { caller, now },
) => {
  const stored = await readCase<RegistrationBody, RegistrationCase['status']>('returnee', submission)
  const [first] = stored?.history ?? []
  const digest = registrationDigest({ purpose, answers })
  if (!stored || !first || first.by.account !== caller.openid || !saysSame(first.digest, digest)) return null
  await rememberPeople(stored._id, stored, openAnswers(stored.body.answers, stored._id, ownSealer()), now)
  return registered(stored, await findPlace(stored.place.id, now))
}
