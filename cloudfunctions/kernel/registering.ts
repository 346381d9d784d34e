import { returneeMachine, type Outcome, type Purpose, type RegistrationAnswers } from '@contract/returnee'
import { expectedUnder } from './assessment/assessRegistration'
import { rulingAt } from './assessment/inForce'
import { opened, type By } from './caseEvents'
import { reviewDue } from './dueRules'
import { maskName } from './masking'
import { placeName, type PlaceDocument } from './placeDocument'
import {
  briefOf,
  regionKeysOf,
  sealAnswers,
  type RegistrationBody,
  type RegistrationCase,
} from './registration'
import { ownSealer } from './seal'

/** What the rules in force at a place make of answers that were first sent at `openedAt`. */
export const expectedAt = async (
  { at }: Pick<PlaceDocument, 'at'>,
  answers: RegistrationAnswers,
  openedAt: Date,
  now: Date,
): Promise<Outcome | null> => expectedUnder(await rulingAt(at, now), answers, openedAt)

/** Of what a registration says when it is first sent, see {@link Sealer.digest}. */
export const registrationDigest = ({ purpose, answers }: Pick<Registering, 'purpose' | 'answers'>): string =>
  ownSealer().digest({ purpose, answers })

interface Registering {
  /** The id of the case. */
  submission: string
  purpose: Purpose
  answers: RegistrationAnswers
  expected: Outcome | null
}

/** A registration that nobody has stored yet; it belongs to the account that enters it, except to staff. */
export function newRegistration(
  { submission, purpose, answers, expected }: Registering,
  place: PlaceDocument,
  by: By,
  now: Date,
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
    { at: now, submission, digest: registrationDigest({ purpose, answers }), by },
  )
}
