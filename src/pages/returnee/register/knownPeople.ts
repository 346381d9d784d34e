import type { FamilyMember } from '@contract/people'
import { words } from '@/words'

/** What tells one from another: the name, and the end of the telephone number where several share a name. */
export const labelOf = ({ name, phone }: FamilyMember, family: readonly FamilyMember[]): string => {
  const isShared = family.filter((other) => other.name === name).length > 1
  return isShared && phone ? words.register.person.sameName(name, phone.slice(-4)) : name
}

/** Everybody once: a person with the same name and telephone is the same, and the first of them is the latest. */
export const knownPeople = (family: readonly FamilyMember[]): FamilyMember[] => {
  const known = new Map<string, FamilyMember>()
  for (const member of family) {
    const key = `${member.name} ${member.phone}`
    if (!known.has(key)) known.set(key, member)
  }
  return [...known.values()]
}
