import type { Day } from './calendar'

/** From the mildest on. */
export const riskLevels = ['low', 'medium', 'high'] as const
export type RiskLevel = (typeof riskLevels)[number]

/** A county, or something within one, that was at risk. */
export interface RiskArea {
  /** Official code of county level. */
  region: string
  /** Of what is finer than the county (a street, a compound, a building); '' for the whole county. */
  name: string
  level: RiskLevel
  /** The first day on which being there counts. */
  from: Day
  /** The last such day, inclusive; null while it goes on. */
  until: Day | null
}

/** Lines of a list with the same key are about the same area, on days of which none is in two of them. */
export const areaKey = ({ region, name }: Pick<RiskArea, 'region' | 'name'>): string => `${region} ${name}`
