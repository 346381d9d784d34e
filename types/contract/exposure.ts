import type { Day } from './calendar'
import type { Nearness } from './policyRules'
import type { RiskArea, RiskLevel } from './riskLevels'

/** One place where somebody has been. */
export interface Stay {
  /** Official code of county level. */
  region: string
  /** Where in it, in their own words; '' when nothing was said. */
  detail: string
  first: Day
  /** The day of leaving. */
  last: Day
  /** Passed through, and not where they came from. */
  through: boolean
}

/** A stay and the risk area that it was in or near; without a level where nothing near was at risk. */
export interface Exposure {
  stay: Pick<Stay, 'region' | 'last' | 'through'>
  level: RiskLevel | null
  near: Nearness | 'abroad' | null
  area: RiskArea | null
  /** The last day there on which the area was at risk; without an area, the day of leaving. */
  on: Day
}
