import type { Day } from './calendar'
import type { Exposure, Stay } from './exposure'
import { cityOf, currentRegions, isAbroad } from './regionCodes'
import type { RiskArea } from './riskLevels'

/** The areas of a list by what they are looked for: their county as it is called today, and their city. */
export interface AreaIndex {
  byCounty: ReadonlyMap<string, readonly RiskArea[]>
  byCity: ReadonlyMap<string, readonly RiskArea[]>
}

export function indexAreas(areas: readonly RiskArea[]): AreaIndex {
  const byCounty = new Map<string, RiskArea[]>()
  const byCity = new Map<string, RiskArea[]>()
  const put = (index: Map<string, RiskArea[]>, key: string, area: RiskArea): void => {
    const listed = index.get(key)
    if (listed) listed.push(area)
    else index.set(key, [area])
  }
  for (const area of areas) {
    const regions = currentRegions(area.region)
    for (const region of regions) put(byCounty, region, area)
    for (const city of new Set(regions.map(cityOf))) if (city !== null) put(byCity, city, area)
  }
  return { byCounty, byCity }
}

/** Two spellings of one name are the same: 东苑（一期）, 东苑 (一期). */
const plain = (text: string): string => text.normalize('NFKC').replace(/\s/g, '')

/** People write "某某小区 3 栋" of what the list calls 某某小区. */
const saysName = (detail: string, name: string): boolean => name !== '' && plain(detail).includes(plain(name))

const isWithin = (area: RiskArea, stay: Stay): boolean =>
  area.from <= stay.last && (area.until === null || area.until >= stay.first)

const lastDayAtRisk = ({ until }: RiskArea, { last }: Stay): Day =>
  until !== null && until < last ? until : last

const areasOf = (index: ReadonlyMap<string, readonly RiskArea[]>, keys: readonly (string | null)[]) =>
  new Set(keys.flatMap((key) => (key === null ? [] : (index.get(key) ?? []))))

/** Every way in which a stay touches the list, the nearest first, and the stay by itself. */
export function exposuresOf(stay: Stay, index: AreaIndex): Exposure[] {
  const { region, detail, last, through } = stay
  const told = { region, last, through }
  const regions = currentRegions(region)
  const inCounty = areasOf(index.byCounty, regions)
  const inCity = areasOf(index.byCity, regions.map(cityOf))
  const touching = (area: RiskArea, near: Exposure['near']): Exposure[] =>
    isWithin(area, stay) ? [{ stay: told, level: area.level, near, area, on: lastDayAtRisk(area, stay) }] : []
  const nearOf = ({ name }: RiskArea) => (name === '' || saysName(detail, name) ? 'area' : 'county')
  return [
    ...[...inCounty].flatMap((area) => touching(area, nearOf(area))),
    ...[...inCity].flatMap((area) => (inCounty.has(area) ? [] : touching(area, 'city'))),
    { stay: told, level: null, near: isAbroad(region) ? 'abroad' : null, area: null, on: last },
  ]
}
