import type { RegistrationAnswers } from '@contract/returnee'
import { collection, isDuplicate } from '@kernel/cloud'
import type { PersonDocument } from '@kernel/people'
import { ownSealer } from '@kernel/seal'
import { householdPeople } from './householdPeople'
import type { RegistrationCase } from '@kernel/registration'

/** Stores the people of a registration, in one request; those of a submission sent before are there already. */
export async function rememberPeople(
  submission: string,
  household: Pick<RegistrationCase, '_id' | 'owner' | 'at' | 'place'>,
  answers: RegistrationAnswers,
  now: Date,
): Promise<void> {
  const people = householdPeople(submission, household, answers, now, ownSealer())
  try {
    await collection<PersonDocument>('people').add({ data: people })
  } catch (cause) {
    if (!isDuplicate(cause)) throw cause
  }
}
