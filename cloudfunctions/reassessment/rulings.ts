import type { Outcome } from '@contract/outcome'
import { policyLevels, type At } from '@contract/roles'
import { expectedUnder } from '@kernel/assessment/assessRegistration'
import { rulingAt, type Ruling } from '@kernel/assessment/inForce'
import { caseContext } from '@kernel/caseEvents'
import type { RegistrationCase } from '@kernel/registration'
import { ownSealer } from '@kernel/seal'
import type { Sealed } from '@kernel/sealed'

/** What applies at a place, for some seconds: asked once for each street. */
export type Rulings = (at: At) => Promise<Ruling>

export const rulingsOf = (now: Date, changed: (ruling: Ruling) => Ruling = (ruling) => ruling): Rulings => {
  const known = new Map<string, Promise<Ruling>>()
  return (at) => {
    const key = policyLevels.map((level) => at[level] ?? '').join(' ')
    const ruling = known.get(key) ?? rulingAt(at, now).then(changed)
    known.set(key, ruling)
    return ruling
  }
}

/** What the rules say of a registration now. Of its secrets only the place that somebody comes from is opened. */
export async function expectedOf(
  { _id, at, body, openedAt }: RegistrationCase,
  rulings: Rulings,
): Promise<Outcome | null> {
  const { from, vaccination = 'unknown', ...answers } = body.answers
  const detail = from.detail === '' ? '' : ownSealer().open(from.detail as Sealed, caseContext(_id))
  return expectedUnder(await rulings(at), { ...answers, vaccination, from: { ...from, detail } }, openedAt)
}
