import { areaList } from '@vant/area-data'

/**
 * Official codes (GB/T 2260) down to county level, with their names. Not part of the contract's index: the table is
 * 160 KB and belongs only where a region is chosen or checked.
 */
export interface Region {
  code: string
  name: string
}

const { province_list: provinces, city_list: cities, county_list: counties } = areaList

const listed = (table: Record<string, string>, prefix: string): Region[] =>
  Object.entries(table)
    .filter(([code]) => code.startsWith(prefix))
    .map(([code, name]) => ({ code, name }))

/** The regions directly below: provinces below '', cities below a province, counties below a city. */
export const regionsBelow = (code: string): Region[] => {
  if (code === '') return listed(provinces, '')
  return code.endsWith('0000') ? listed(cities, code.slice(0, 2)) : listed(counties, code.slice(0, 4))
}

// Counties directly under a province (429004) and those of Chongqing (500229) stand under a heading, not under a city.
const isGroup = (code: string): boolean => code.slice(2, 4) === '90' || code.startsWith('5002')

/** The names from province to county without repetition (a municipality is its own city); null for no such county. */
export const regionNames = (code: string): string[] | null => {
  const county = /^\d{6}$/.test(code) ? counties[code] : undefined
  if (county === undefined) return null
  const names = [
    provinces[`${code.slice(0, 2)}0000`],
    isGroup(code) ? undefined : cities[`${code.slice(0, 4)}00`],
    county,
  ]
  return names.filter((name, index): name is string => name !== undefined && names.indexOf(name) === index)
}
