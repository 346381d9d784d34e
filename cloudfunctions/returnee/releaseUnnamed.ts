import { readCase } from '@kernel/cases'
import { releasePictures, type Claim } from '@kernel/pictures/claiming'
import { picturesEverNamed, type RegistrationBody } from '@kernel/registration'

/**
 * After a refusal: takes back the claim on pictures that no answers of the case name, now or before. What names them has
 * been stored by another act, perhaps the same one sent twice, and stays. Two database requests, none for no pictures.
 */
export async function releaseUnnamed(ids: readonly string[], claim: Claim): Promise<void> {
  if (ids.length === 0) return
  const stored = await readCase<RegistrationBody, string>('returnee', claim.case)
  const named = stored ? picturesEverNamed(stored) : []
  await releasePictures(
    ids.filter((id) => !named.includes(id)),
    claim,
  )
}
