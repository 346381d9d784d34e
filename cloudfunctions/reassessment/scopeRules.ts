import { addDays, type Day } from '@contract/calendar'
import { nearnesses, policyLimits, type Rule } from '@contract/policyRules'
import { cityOf, codesEver, currentRegions } from '@contract/regionCodes'
import { limits } from '@contract/returneeAnswers'
import type { RiskArea } from '@contract/riskLevels'

/**
 * Whom a change of rules or areas can concern, as far as the database can tell: by the codes of stays and by the day on
 * which a registration was opened. Everybody whom it does concern is among them.
 */

/** For so many days after it was opened a registration may still be amended; staff decide within hours. */
const amendedDays = 60

/** The last day of a measure is at most so many days after arriving. */
const measureDays = policyLimits.days * policyLimits.stages

/** Where they come from they were for that long before leaving, and so far back they are asked where they passed. */
const stayDays = limits.passedDaysBefore

/** What was opened before cannot have a measure any more on that day. */
export const oldestOpened = (day: Day): Day =>
  addDays(day, -(measureDays + limits.arrivalDaysAhead + amendedDays))

/** The days between which a registration was opened whose stay may touch one of the areas; null for no area. */
export function openedBetween(areas: readonly RiskArea[], day: Day): { from: Day; to: Day } | null {
  const oldest = oldestOpened(day)
  const [first, ...others] = areas.map(({ from, until }) => ({
    from: addDays(from, -(limits.arrivalDaysAhead + amendedDays)),
    to: until === null ? LAST : addDays(until, limits.departureDaysBack + stayDays),
  }))
  if (!first) return null
  const all = others.reduce(
    (sum, { from, to }) => ({ from: from < sum.from ? from : sum.from, to: to > sum.to ? to : sum.to }),
    first,
  )
  return { from: all.from > oldest ? all.from : oldest, to: all.to }
}

const LAST: Day = '9999-12-31'

/** Whether rules reach beyond the county of an area, into its city. */
export const reachCities = (rules: readonly Rule[]): boolean =>
  rules.some(({ when }) => when.near === farthest)

const farthest = nearnesses[nearnesses.length - 1]

/** The codes by which cases are found whose stay was in the county of an area or, where rules reach so far, in its city. */
export const codesOf = (areas: readonly RiskArea[], withCities: boolean): string[] => [
  ...new Set(
    areas.flatMap(({ region }) =>
      withCities
        ? currentRegions(region).flatMap((code) => [cityOf(code) ?? codesEver(code)].flat())
        : codesEver(region),
    ),
  ),
]

/** Rules for stays where nothing was at risk, for those across the border, and for those at risk. */
const sorts = {
  nowhere: ({ near }: Rule['when']) => near === 'any',
  abroad: ({ near }: Rule['when']) => near === 'any' || near === 'abroad',
  atRisk: ({ near }: Rule['when']) => near !== 'abroad',
} as const

/** For which sorts of stays two policies may ask something different. The order counts; how it is put does not. */
export function changedSorts(before: readonly Rule[], after: readonly Rule[]): (keyof typeof sorts)[] {
  const of = (sort: keyof typeof sorts, rules: readonly Rule[]) =>
    JSON.stringify(rules.flatMap(({ when, then }) => (sorts[sort](when) ? [when, then] : [])))
  return (Object.keys(sorts) as (keyof typeof sorts)[]).filter((sort) => of(sort, before) !== of(sort, after))
}
