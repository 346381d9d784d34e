import type { Day } from '@contract/calendar'
import type { Chance } from '../../../local/demo/chance'
import { demoPlaces } from '../../../local/demo/places'
import type { Line } from './line'
import type { Phones } from './phone'

/** What phones and staff of a soak share. */
export interface World {
  phones: Phones
  line: Line
  chance: Chance
  /** The day of the cloud, which may be another than the phone's. */
  today(): Day
  /** An account that nobody has had yet. */
  newAccount(who: 'resident' | 'teller'): string
  /** Families and registrations that somebody may come back to. */
  families: { account: string; household: string; people: string[] }[]
  registrations: { account: string }[]
  receipts: { account: string; code: string }[]
  deskCodes: string[]
}

export function newWorld(parts: Pick<World, 'phones' | 'line' | 'chance' | 'today'>): World {
  let accounts = 0
  return {
    ...parts,
    newAccount: (who) => `${who}-${(accounts += 1)}`,
    families: [],
    registrations: [],
    receipts: [],
    deskCodes: [],
  }
}

/** Everything happens in one community, so that people and staff meet. */
export const COMMUNITY = 'qinghe-1'

const buildings = demoPlaces.filter(({ level, at }) => level === 'building' && at.community === COMMUNITY)

export const someBuilding = (chance: Chance): string => chance.pick(buildings)._id

/** Who works there. */
export const staffThere = ['worker-1-1', 'worker-1-2', 'worker-1-3', 'officer-1', 'street-officer'] as const
