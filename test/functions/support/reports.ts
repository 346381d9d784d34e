import { randomUUID } from 'node:crypto'
import type { HouseholdReportDraft, PersonReportDraft } from '@contract/selfReport'
import type { HouseholdDocument } from '@kernel/households/householdDocument'
import { answered, type Community } from './community'
import { demoHousehold } from './households'
import { insert } from './keeping'
import { place, today } from './registrations'

const four = [
  { name: '方小棠', phone: '13800001234', document: '11010519491231002X' },
  { name: '方大棠', phone: '13800001234' },
  { name: '方海棠' },
  { name: '方秋棠' },
]

/** A family of four that an account reports for. */
export function familyOf(
  community: Community,
  account: string,
  changes: Partial<HouseholdDocument> = {},
): HouseholdDocument {
  const household = demoHousehold(place.building, { accounts: [account], ...changes }, four)
  const members = household.members.map((member) => ({ ...member, enteredBy: account }))
  const family = { ...household, members: changes.members ?? members }
  insert(community, 'households', [family])
  return family
}

/** Families of accounts that nobody else has, and their reports; `of` is asked when the community is open. */
export function useFamilies(of: () => Community) {
  let families = 0
  const send = (account: string, report: HouseholdReportDraft) => of().as(account).selfReport.report(report)
  return {
    newFamily: (changes?: Partial<HouseholdDocument>) => {
      families += 1
      const account = `resident-of-${families}`
      return { account, family: familyOf(of(), account, changes) }
    },
    send,
    reporting: async (account: string, report: HouseholdReportDraft) => answered(await send(account, report)),
  }
}

/** Somebody who is well. */
export const well = (person: string, changes: Partial<PersonReportDraft> = {}): PersonReportDraft => ({
  person,
  temperature: '36.5',
  symptoms: [],
  contacts: [],
  been: [],
  note: '',
  ...changes,
})

/** Everybody who is a member is well, but for what is said of the first, the second and so on. */
export const reportOf = (
  { _id, members }: Pick<HouseholdDocument, '_id' | 'members'>,
  said: Partial<PersonReportDraft>[] = [],
  changes: Partial<HouseholdReportDraft> = {},
): HouseholdReportDraft => ({
  submission: randomUUID(),
  household: _id,
  on: today,
  how: 'self',
  people: members.map(({ id }, index) => well(id, said[index])),
  ...changes,
})
