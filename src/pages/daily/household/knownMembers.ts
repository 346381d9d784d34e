import type { MemberDraft } from '@contract/households'
import type { FamilyMember } from '@contract/people'
import { newMember } from '../newMember'

const isSame = (member: MemberDraft, { name, phone }: FamilyMember): boolean =>
  member.name === name && member.phone === phone

export const isAmong = (members: readonly MemberDraft[], known: FamilyMember): boolean =>
  members.some((member) => isSame(member, known))

/** With somebody who was registered before, in the first entry that nobody is written into; or without them again. */
export function toggleKnown(members: readonly MemberDraft[], known: FamilyMember): MemberDraft[] {
  if (isAmong(members, known)) {
    const others = members.filter((member) => !isSame(member, known))
    return others.length > 0 ? others : [newMember('self')]
  }
  const { name, phone, document } = known
  const filled = { name, phone, document: document ?? { kind: 'residentId' as const, number: '' } }
  const free = members.findIndex((member) => member.name === '')
  if (free < 0) return [...members, { ...newMember(), ...filled }]
  return members.map((member, index) => (index === free ? { ...member, ...filled } : member))
}
