import { searchRegions } from '@contract/regionSearch'
import { regionNames, regionsBelow, type Region } from '@contract/regions'

/** A county with the names above it: 四川省 绵阳市 涪城区. */
export interface County extends Region {
  path: string
}

/** 四川省 绵阳市 涪城区; '' for a code that the table does not have. */
export const regionPath = (code: string): string => regionNames(code)?.join(' ') ?? ''

const MOST_FOUND = 30

/** Counties found by what was typed, also by a name of old, best first, at most 30: 朝阳, 北京朝阳, 四川 涪城. */
export const findCounties = (typed: string): County[] =>
  searchRegions(typed, MOST_FOUND).map(({ code, names }) => ({
    code,
    name: names.slice(names.lastIndexOf(' ') + 1),
    path: names,
  }))

/** The table of counties, for whoever picks one of them. */
export const regionTable = {
  below: regionsBelow,
  find: findCounties,
  isCounty: (code: string): boolean => regionPath(code) !== '',
}
