import { areaList } from '@vant/area-data'
import { ABROAD, isCurrent } from './regionCodes'
import { formerRegions } from './regionHistory'
import { whenAsked } from './whenAsked'

/**
 * Official codes (GB/T 2260) down to county level, with their names. Not part of the contract's index: the table is
 * 160 KB and belongs only where a region is chosen or checked.
 */
export interface Region {
  code: string
  name: string
}

const ACROSS_THE_BORDER = '境外'

type Names = Readonly<Record<string, string>>

const tables = whenAsked((): { provinces: Names; cities: Names; counties: Names } => ({
  provinces: { ...areaList.province_list, 900000: ACROSS_THE_BORDER },
  cities: { ...areaList.city_list, 900100: ACROSS_THE_BORDER },
  // The table still has some counties that were abolished long ago.
  counties: Object.fromEntries([
    ...Object.entries(areaList.county_list).filter(([code]) => isCurrent(code)),
    [ABROAD, ACROSS_THE_BORDER],
  ]),
}))

const formerly = new Map(formerRegions.map((region) => [region.code, region]))

const listed = (table: Names, prefix: string): Region[] =>
  Object.entries(table)
    .filter(([code]) => code.startsWith(prefix))
    .map(([code, name]) => ({ code, name }))

/** The regions directly below: provinces below '', cities below a province, counties below a city. */
export const regionsBelow = (code: string): Region[] => {
  const { provinces, cities, counties } = tables()
  if (code === '') return listed(provinces, '')
  return code.endsWith('0000') ? listed(cities, code.slice(0, 2)) : listed(counties, code.slice(0, 4))
}

/** Every county of today. */
export const allCounties = (): Region[] => listed(tables().counties, '')

// Counties directly under a province (429004) and those of Chongqing (500229) stand under a heading, not under a city.
const isGroup = (code: string): boolean => code.slice(2, 4) === '90' || code.startsWith('5002')

/** A code that is no more is named as it was, and as it is called now where that differs: 江干区（现上城区、钱塘区）. */
const formerName = (code: string): string[] | null => {
  const former = formerly.get(code)
  if (!former) return null
  const above = regionNames(former.now[0] ?? '')?.slice(0, -1) ?? []
  const now = former.now.map((one) => tables().counties[one] ?? '').join('、')
  return [...above, now === former.name ? now : `${former.name}（现${now}）`]
}

/** The names from province to county without repetition (a municipality is its own city); null for no such county. */
export const regionNames = (code: string): string[] | null => {
  const { provinces, cities, counties } = tables()
  const county = /^\d{6}$/.test(code) ? counties[code] : undefined
  if (county === undefined) return formerName(code)
  const names = [
    provinces[`${code.slice(0, 2)}0000`],
    isGroup(code) ? undefined : cities[`${code.slice(0, 4)}00`],
    county,
  ]
  return names.filter((name, index): name is string => name !== undefined && names.indexOf(name) === index)
}
