import type { RegistrationAnswers } from '@contract/returnee'
import { collection, isDuplicate } from './cloud'
import type { PersonDocument } from './people'
import { ownSealer } from './seal'
import { householdPeople } from './householdPeople'
import type { RegistrationCase } from './registration'

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
