import type { IdentityDocument } from '@contract/cases'
import type { RegistrationAnswers } from '@contract/returnee'
import { maskName } from './masking'
import { residentName } from './placeDocument'
import { personContext, type PersonDocument } from './people'
import type { Sealer } from './seal'
import type { RegistrationCase } from './registration'

interface Named {
  name: string
  phone: string
  document: IdentityDocument
}

/**
 * The person and their companions as people of the household. Their ids are made from the submission: what a
 * submission sent twice would add is there already.
 */
export const householdPeople = (
  submission: string,
  { _id, owner, at, place }: Pick<RegistrationCase, '_id' | 'owner' | 'at' | 'place'>,
  { person, companions, household }: RegistrationAnswers,
  now: Date,
  sealer: Sealer,
): PersonDocument[] =>
  [person, ...companions].map(({ name, phone, document }: Named, index) => {
    const id = `${submission}-${index}`
    const seal = (text: string) => (text === '' ? '' : sealer.seal(text, personContext(id)))
    return {
      _id: id,
      owner,
      case: _id,
      at,
      household: { place: residentName(at, place), door: seal(household.door) },
      display: maskName(name),
      name: seal(name),
      phone: seal(phone),
      document: { kind: document.kind, number: seal(document.number) },
      phoneKey: phone && sealer.findable('phone', phone),
      documentKey: document.number && sealer.findable('document', document.number),
      lastUsedAt: now,
    }
  })
