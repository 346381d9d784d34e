import type { PersonReportDraft } from '@contract/selfReport'
import type { HealthAlertCase } from '@kernel/healthAlerts/healthAlert'
import type { HouseholdDocument } from '@kernel/households/householdDocument'
import { answered, type Community } from './community'
import { insert, stored } from './keeping'
import { demoHousehold } from './households'
import { place } from './registrations'
import { reportOf, well } from './reports'

/** One person who lives alone, and has two telephones in the family: resident-1's and resident-2's. */
export function alone(community: Community, where = place.building): HouseholdDocument {
  const person = { name: '方小棠', phone: '13800001234', document: '11010519491231002X' }
  const household = demoHousehold(where, { accounts: ['resident-1', 'resident-2'] }, [person])
  insert(community, 'households', [household])
  return household
}

/** Reports that the first of a household is not well; the case that this leads to. */
export async function unwell(
  community: Community,
  household: HouseholdDocument,
  said: Partial<PersonReportDraft> = { temperature: '38.2' },
  openid = 'resident-1',
): Promise<string> {
  const [first] = household.members
  const how = openid.startsWith('resident') ? 'self' : 'door'
  const report = reportOf(household, [], { people: [well(first?.id ?? '', said)], how })
  const { unwell: found } = answered(await community.as(openid).selfReport.report(report))
  return found[0]?.alert ?? ''
}

export const alerts = (community: Pick<Community, 'data'>): HealthAlertCase[] =>
  stored<HealthAlertCase>(community, 'cases').filter(({ kind }) => kind === 'healthAlert')
