import { areaList } from '@vant/area-data'
import { regionNames, type Region } from '@contract/regions'

/** A county with the names above it: 四川省 绵阳市 涪城区. */
export interface County extends Region {
  path: string
}

/** 四川省 绵阳市 涪城区; '' for a code that the table does not have. */
export const regionPath = (code: string): string => regionNames(code)?.join(' ') ?? ''

const MOST_FOUND = 30

/** Counties found by what was typed, best first, at most 30: 朝阳, 北京朝阳, 四川 涪城. */
export const findCounties = (typed: string): County[] => {
  const sought = typed.replace(/\s/g, '')
  if (sought === '') return []
  return Object.entries(areaList.county_list)
    .map(([code, name]) => ({ code, name, path: regionPath(code) }))
    .map((county) => ({ county, rank: rankOf(county, sought) }))
    .filter(({ rank }) => rank < NOT_FOUND)
    .sort((one, other) => one.rank - other.rank)
    .slice(0, MOST_FOUND)
    .map(({ county }) => county)
}

const NOT_FOUND = 3

/** The county's own name counts most, then the whole path, then its characters in this order: 北京朝阳 in 北京市朝阳区. */
const rankOf = ({ name, path }: County, sought: string): number => {
  const whole = path.replace(/ /g, '')
  if (name.startsWith(sought)) return 0
  if (whole.includes(sought)) return 1
  return occursInOrder(whole, sought) ? 2 : NOT_FOUND
}

const occursInOrder = (text: string, sought: string): boolean => {
  let from = 0
  for (const character of sought) {
    const at = text.indexOf(character, from)
    if (at < 0) return false
    from = at + 1
  }
  return true
}
