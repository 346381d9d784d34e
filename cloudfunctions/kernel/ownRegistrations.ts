import type { OwnRegistrationLine } from '@contract/returnee'
import { outcomeAsOwnerSees, standingAsOwnerSees } from './asOwnerSees'
import { collection } from './cloud'
import { openAnswers, type RegistrationCase } from './registration'
import { ownSealer } from './seal'

const MINE_AT_MOST = 100

/** Every registration that an account has sent, newest first, without its history. One database request. */
export async function registrationsOf(account: string): Promise<RegistrationCase[]> {
  const { data } = await collection<RegistrationCase>('cases')
    .where({ owner: account, kind: 'returnee', deletion: null })
    .orderBy('openedAt', 'desc')
    .limit(MINE_AT_MOST)
    .field({ history: false })
    .get()
  return data
}

export const ownLine = ({
  _id,
  status,
  version,
  openedAt,
  brief,
  body,
  todo,
}: RegistrationCase): OwnRegistrationLine => ({
  id: _id,
  ...standingAsOwnerSees({ status, todo }),
  version,
  openedAt: openedAt.toISOString(),
  name: openAnswers(body.answers, _id, ownSealer()).person.name,
  companions: body.answers.companions.length,
  from: String(brief.from),
  arrivesOn: body.answers.arrivesOn,
  outcome: outcomeAsOwnerSees(body.outcome),
  expected: outcomeAsOwnerSees(body.expected ?? null),
})
