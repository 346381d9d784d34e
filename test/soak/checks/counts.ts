import type { Case } from '@kernel/caseEvents'
import type { CountsDocument } from '@kernel/counts/countRules'
import { countFaults } from '../../functions/support/counts'
import type { Finding } from '../said'
import { documentsOf, type Stored } from '../stored'

/** The counts of places and days are what the cases say, and no case waits to be counted. */
export function findInCounts(stored: Stored, now: Date): Finding[] {
  const cases = documentsOf<Case>(stored, 'cases')
  const faults = countFaults(cases, documentsOf<CountsDocument>(stored, 'caseCounts'), now)
  return [
    ...faults.map((what) => ({ document: 'caseCounts', what })),
    ...cases.flatMap(({ _id, uncounted }) =>
      uncounted ? { document: `cases/${_id}`, what: 'has not been counted' } : [],
    ),
  ]
}
