import { usualReporting, type ReportingRules } from '@contract/reportingRules'
import type { At } from '@contract/roles'
import { rulingAt } from './inForce'

/** What households at a place are asked and what cannot wait, by the policy in force. */
export const reportingAt = async (at: At, now: Date): Promise<ReportingRules> =>
  (await rulingAt(at, now)).policy?.reporting ?? usualReporting
