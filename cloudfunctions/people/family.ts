import type { IdentityDocument } from '@contract/cases'
import type { FamilyMember } from '@contract/people'
import { householdContext, livingThere, type HouseholdDocument } from '@kernel/households/householdDocument'
import { openMember, seesDocument } from '@kernel/households/members'
import { residentName } from '@kernel/placeDocument'
import { openAnswers, type RegistrationCase } from '@kernel/registration'
import { ownSealer } from '@kernel/seal'

const REGISTERED_AT_MOST = 100

/**
 * Whom the caller's households have, and then whomever else they have registered, the latest first, each once: a person of the
 * same name and document, or of the same name where one has none, is the same.
 */
export function familyIn(
  households: readonly HouseholdDocument[],
  registrations: readonly RegistrationCase[],
  account: string,
): FamilyMember[] {
  const registered = registrations.flatMap(peopleOf).slice(0, REGISTERED_AT_MOST)
  const all = [...households.flatMap((household) => membersOf(household, account)), ...registered]
  return all.reduce<FamilyMember[]>((family, one) => {
    const known = family.find((member) => isSame(member, one))
    if (!known) return [...family, one]
    const both = { ...known, document: known.document ?? one.document }
    return family.map((member) => (member === known ? both : member))
  }, [])
}

const isSame = (one: FamilyMember, other: FamilyMember): boolean =>
  one.name === other.name &&
  (!one.document || !other.document || one.document.number === other.document.number)

/** Those of a household who have not left it; their documents only where the caller has typed them. */
function membersOf(household: HouseholdDocument, account: string): FamilyMember[] {
  const door = ownSealer().open(household.door, householdContext(household._id))
  return livingThere(household).map((member) => {
    const { name, phone, document } = openMember(household, member)
    return {
      ...{ id: member.id, name, phone },
      document: seesDocument(member, account) ? given(document) : null,
      household: { place: residentName(household.at, household.place), door },
    }
  })
}

function peopleOf({ _id, at, place, body }: RegistrationCase): FamilyMember[] {
  const { person, companions, household } = openAnswers(body.answers, _id, ownSealer())
  return [person, ...companions].map(({ name, phone, document }, index) => ({
    ...{ id: `${_id}-${index}`, name, phone },
    document: given(document),
    household: { place: residentName(at, place), door: household.door },
  }))
}

const given = (document: IdentityDocument): IdentityDocument | null =>
  document.number === '' ? null : document
