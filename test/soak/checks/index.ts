import type { Finding, Said } from '../said'
import type { Stored } from '../stored'
import { findInCounts } from './counts'
import { findMissingFollowers } from './followers'
import { findInHistories } from './histories'
import { findInMachines } from './machines'
import { findInPlaces } from './places'
import { findInRewards } from './rewards'
import { findInClear } from './secrets'
import { findInSubmissions } from './submissions'
import { findUnderway } from './underway'

/** What was said, and what must not be readable. */
export interface Told {
  said: readonly Said[]
  secrets: readonly string[]
  /** When it was read, by the clock of the cloud. */
  now: Date
}

/** Reads everything, and says what is not as it should be; nothing where all is. */
export const check = (stored: Stored, { said, secrets, now }: Told): Finding[] => [
  ...(stored.integrity === 'ok' ? [] : [{ document: 'database.sqlite', what: stored.integrity }]),
  ...findInSubmissions(stored, said),
  ...findMissingFollowers(stored, said),
  ...findInHistories(stored),
  ...findInMachines(stored),
  ...findInRewards(stored),
  ...findInCounts(stored, now),
  ...findInPlaces(stored),
  ...findUnderway(stored),
  ...findInClear(secrets)(stored),
]
