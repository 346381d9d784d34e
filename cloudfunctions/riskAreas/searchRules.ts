import { type AreaIndex } from '@contract/assessment'
import type { Day } from '@contract/calendar'
import { currentRegions } from '@contract/regionCodes'
import type { SuggestedRegion } from '@contract/regionSearch'
import type { RiskHit, RiskSearch } from '@contract/riskAreas'
import { riskLevels, type RiskArea } from '@contract/riskLevels'
import { isOverBy } from './changeRules'

export const COUNTIES_SHOWN = 20

/** Of all counties together: the answer fits a telephone. */
const AREAS_SHOWN = 200

interface Searched {
  list: { areas: readonly RiskArea[]; index: AreaIndex } | null
  /** Counties that the words may mean, best first. */
  counties: readonly SuggestedRegion[]
  /** A county that the words begin with, and what they say after it. */
  within: { region: string; rest: string } | null
  today: Day
  nameOf: (region: string) => string
}

const plain = (text: string): string => text.normalize('NFKC').replace(/\s/g, '').toUpperCase()

/** What goes on before what is over, the highest level first, then what began last. */
const byWeight =
  (today: Day) =>
  (one: RiskArea, other: RiskArea): number =>
    Number(isOverBy(today, one)) - Number(isOverBy(today, other)) ||
    riskLevels.indexOf(other.level) - riskLevels.indexOf(one.level) ||
    (one.from < other.from ? 1 : one.from > other.from ? -1 : 0)

const named = (areas: readonly RiskArea[], name: string): RiskArea[] =>
  areas.filter((area) => plain(area.name).includes(plain(name)))

/** An answer about a part of a county says what all of it is, too. */
const withCounty = (meant: readonly RiskArea[], areas: readonly RiskArea[]): RiskArea[] => [
  ...meant,
  ...areas.filter((area) => area.name === '' && !meant.includes(area)),
]

/** By the county of today; an area whose county has been parted stands under each part. */
function byCounty(areas: readonly RiskArea[]): Map<string, RiskArea[]> {
  const hits = new Map<string, RiskArea[]>()
  for (const area of areas) {
    for (const region of currentRegions(area.region)) {
      const listed = hits.get(region)
      if (listed) listed.push(area)
      else hits.set(region, [area])
    }
  }
  return hits
}

/** Areas of the counties that are meant, and areas that are called so, by county; a county of which none is at risk has none. */
export function hitsOf(words: string, searched: Searched): Pick<RiskSearch, 'hits' | 'more'> {
  const { list, counties, within, today, nameOf } = searched
  const areasOf = (region: string) =>
    currentRegions(region).flatMap((code) => list?.index.byCounty.get(code) ?? [])
  const found = new Map<string, RiskArea[]>()
  const put = (region: string, areas: readonly RiskArea[]) => {
    if (!found.has(region)) found.set(region, [...areas])
  }
  if (within) {
    const areas = areasOf(within.region)
    const meant = named(areas, within.rest)
    put(within.region, meant.length > 0 ? withCounty(meant, areas) : areas)
  }
  for (const { code } of counties) put(code, areasOf(code))
  for (const [region, meant] of byCounty(named(list?.areas ?? [], words)))
    put(region, withCounty(meant, areasOf(region)))

  let left = AREAS_SHOWN
  let isCut = found.size > COUNTIES_SHOWN
  const hits = [...found].slice(0, COUNTIES_SHOWN).map(([region, areas]): RiskHit => {
    const shown = [...areas].sort(byWeight(today)).slice(0, left)
    left -= shown.length
    isCut ||= shown.length < areas.length
    return { region, names: nameOf(region), areas: shown }
  })
  return { hits, more: isCut }
}
