import type { HouseholdForReview, Household, Member, MemberDraft } from '@contract/households'
import { householdWords } from '@/words/household'
import type { HouseholdReader } from '../backToHousehold'

/** Somebody of a household, as far as the reader knows them. */
export interface KnownMember extends Pick<Member, 'id' | 'left'> {
  /** Masked where staff read it. */
  name: string
  typed: MemberDraft
  /** What is said where the form stays blank although something is known. */
  hints: { name?: string; phone?: string; document?: string }
}

/** A household whose people are changed, and by whom. */
export interface ChangedHousehold extends Pick<Household, 'id' | 'version'> {
  reader: HouseholdReader
  members: readonly KnownMember[]
}

const said = householdWords.member

const noDocument = { kind: 'residentId', number: '' } as const

export const asFamily = ({ id, version, members }: Household): ChangedHousehold => ({
  id,
  version,
  reader: 'family',
  members: members.map((member) => ({
    id: member.id,
    left: member.left,
    name: member.name,
    typed: {
      name: member.name,
      phone: member.phone,
      relation: member.relation,
      document: member.document ?? noDocument,
    },
    // Another account of the family may have given it.
    hints: member.hasDocument && !member.document ? { document: householdWords.entry.otherAccount } : {},
  })),
})

/** What staff leave blank of a telephone or a document stays as it is; the name they write anew. */
export const asStaff = ({ id, version, members }: HouseholdForReview): ChangedHousehold => ({
  id,
  version,
  reader: 'staff',
  members: members.map((member) => ({
    id: member.id,
    left: member.left,
    name: member.display,
    typed: { name: '', phone: '', relation: member.relation, document: noDocument },
    hints: {
      name: said.retype(member.display),
      ...(member.hasPhone && { phone: said.keepPhone }),
      ...(member.hasDocument && { document: said.keepDocument }),
    },
  })),
})
