import type { HouseholdDocument } from '@kernel/households/householdDocument'
import { demoPlaces } from '../../../local/demo/places'
import type { Community } from './community'
import { insert, stored } from './keeping'
import { householdAt } from './storedHousehold'

const two = [{ name: '方小棠', phone: '13800001234' }, { name: '方大棠' }]

/** A household of resident-1 at a place of the demonstration: of two, one of whom has a telephone. */
export function demoHousehold(
  place: string,
  changes: Partial<HouseholdDocument> = {},
  people: Parameters<typeof householdAt>[2] = two,
): HouseholdDocument {
  const home = demoPlaces.find(({ _id }) => _id === place)
  if (!home) throw new Error(`no place ${place}`)
  return { ...householdAt(home, 'resident-1', people), ...changes }
}

/** The same, put into the database as it is; its id. */
export function householdStored(
  community: Community,
  ...described: Parameters<typeof demoHousehold>
): string {
  const household = demoHousehold(...described)
  insert(community, 'households', [household])
  return household._id
}

export function householdIn(community: Pick<Community, 'data'>, id: string): HouseholdDocument {
  const found = stored<HouseholdDocument>(community, 'households').find(({ _id }) => _id === id)
  if (!found) throw new Error(`no household ${id}`)
  return found
}
