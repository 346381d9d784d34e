import { areaList } from '@vant/area-data'
import { ABROAD, isAbroad } from './regionCodes'
import { formerCities, formerRegions } from './regionHistory'
import { allCounties, regionNames } from './regions'
import { whenAsked } from './whenAsked'

/** A county that can be meant. */
export interface KnownCounty {
  /** Of today; of one that became several, its own. */
  code: string
  /** Of old, where it is a name of old. */
  oldCode: string | null
  name: string
  /** The name without what says that it is a county (锦江); the whole name where too little would be left (沙县). */
  stem: string
  /** As it is shown, from the province on. */
  names: string
}

const PEOPLES =
  '((蒙古|维吾尔|布依|朝鲜|土家|哈尼|哈萨克|傈僳|高山|拉祜|东乡|纳西|景颇|柯尔克孜|达斡尔|仫佬|布朗|撒拉|毛南|仡佬|锡伯|阿昌|普米|塔吉克|乌孜别克|俄罗斯|鄂温克|德昂|保安|裕固|塔塔尔|独龙|鄂伦春|赫哲|门巴|珞巴|基诺|各)族?|[回藏苗彝壮满侗瑶白黎傣佤畲水土羌怒京]族)+'

const autonomous = new RegExp(`${PEOPLES}自治(县|旗|州)$`)
const ending = /(特别行政区|(壮族|回族|维吾尔)?自治区|林区|新区|地区|省|市|区|县|旗|盟)$/

/** 锦江 of 锦江区, 玉屏 of 玉屏侗族自治县, and 沙县 of 沙县: one character says too little. */
const stemOf = (name: string): string => {
  const stem = name.replace(autonomous, '').replace(ending, '')
  return stem.length >= 2 ? stem : name
}

const forms = (name: string): string[] => [...new Set([name, stemOf(name)])]

// Old phones know no classes of Unicode letters.
const SEPARATOR = /[^0-9A-Za-z\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]/

/** Without anything that separates words, and in half-width characters. */
export const condensed = (text: string): string =>
  text.normalize('NFKC').replace(new RegExp(SEPARATOR, 'g'), '')

export const isSeparator = (character: string): boolean => SEPARATOR.test(character)

const listed = (table: Record<string, string>): [string, string][] =>
  Object.entries(table).filter(([code]) => !/^\d\d90|^5002/.test(code))

const cities = whenAsked(() => [...listed(areaList.city_list), ...Object.entries(formerCities)])
const provinces = whenAsked(() => Object.entries(areaList.province_list))
const wideForms = whenAsked(
  () => new Map([...cities(), ...provinces()].map(([code, name]) => [code, forms(name)])),
)

const namesOf = (code: string): string => regionNames(code)?.join(' ') ?? ''

const today = whenAsked((): KnownCounty[] =>
  allCounties().map(({ code, name }) => ({
    code,
    oldCode: null,
    name,
    stem: stemOf(name),
    names: namesOf(code),
  })),
)

const former = (): KnownCounty[] =>
  formerRegions.map(({ code: oldCode, name, now }) => {
    const code = (now.length === 1 && now[0]) || oldCode
    return { code, oldCode, name, stem: stemOf(name), names: namesOf(code) }
  })

export const knownCounties = whenAsked((): readonly KnownCounty[] => [...today(), ...former()])

function put<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const there = map.get(key)
  if (!there) map.set(key, [value])
  else if (!there.includes(value)) there.push(value)
}

const byPrefix = whenAsked(() => {
  const map = new Map<string, KnownCounty[]>()
  for (const county of today()) for (const length of [2, 4]) put(map, county.code.slice(0, length), county)
  return map
})

/** The counties of today of a province or a city, by what their codes begin with. */
export const countiesBelow = (prefix: string): readonly KnownCounty[] => byPrefix().get(prefix) ?? []

// A street of Dongguan or a district of Taipei is meant only where its city is named.
const isKnownAlone = ({ code, name }: KnownCounty): boolean =>
  code === ABROAD || (/[区县市旗]$/.test(name) && !isAbroad(code))

/** How what is above a county can be written before it. */
const above = (code: string): string[] => {
  const province = wideForms().get(`${code.slice(0, 2)}0000`) ?? []
  const city = wideForms().get(`${code.slice(0, 4)}00`) ?? []
  return [...city, ...province.flatMap((one) => city.map((other) => one + other)), ...province]
}

/** The ways in which places are written: their names in full or short, with and without what is above them. */
export interface Spellings {
  /** Names of counties in full. */
  full: ReadonlyMap<string, readonly KnownCounty[]>
  /** Short ones: 锦江, 成都锦江. They count only where a word ends. */
  short: ReadonlyMap<string, readonly KnownCounty[]>
  /** Cities and provinces, by what the codes of their counties begin with. */
  wide: ReadonlyMap<string, readonly string[]>
}

/** What may stand before the name of a county: what is above it now, and what was. */
const before = (county: KnownCounty): string[] => [
  ...new Set([county.code, county.oldCode ?? county.code].flatMap(above)),
  ...(isKnownAlone(county) ? [''] : []),
]

function spelled(): Spellings {
  const full = new Map<string, KnownCounty[]>()
  const short = new Map<string, KnownCounty[]>()
  const wide = new Map<string, string[]>()
  for (const county of knownCounties()) {
    for (const prefix of before(county)) {
      put(full, prefix + county.name, county)
      if (county.stem !== county.name) put(short, prefix + county.stem, county)
    }
  }
  for (const [code, name] of [...provinces(), ...cities()])
    for (const form of [...forms(name), ...(code.endsWith('0000') ? [] : above(code))])
      put(wide, form, code.replace(/(00)+$/, ''))
  return { full, short, wide }
}

/** Sixty thousand. */
export const spellings = whenAsked(spelled)
