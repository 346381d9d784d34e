import { currentRegions } from './regionCodes'
import { namedIn, nearMisses } from './regionNearMisses'
import { regionNames } from './regions'
import {
  condensed,
  countiesBelow,
  isSeparator,
  knownCounties,
  spellings,
  type KnownCounty,
} from './regionSpellings'

/** What was written of a county: its code, its names in columns of their own, or everything in one (`region`). */
export interface WrittenRegion {
  code?: string
  province?: string
  city?: string
  county?: string
  region?: string
}

/** A county that may be meant, with its names from the province on. */
export interface SuggestedRegion {
  code: string
  names: string
}

/** `tooWide`: a city or a province; counties below it are suggested. */
export const regionFaults = ['missing', 'unknown', 'ambiguous', 'tooWide'] as const
export type RegionFault = (typeof regionFaults)[number]

/**
 * `rest` is what follows the county ("四川省成都市锦江区某某街道" is 某某街道); '' where nothing does. A county that is no more
 * is the one of today or, where it became several, itself. At most five suggestions, best first.
 */
export type ResolvedRegion =
  | { ok: true; region: string; rest: string }
  | { ok: false; fault: RegionFault; suggestions: SuggestedRegion[] }

const MOST_SUGGESTED = 5

const asSuggestions = (counties: readonly KnownCounty[], most: number): SuggestedRegion[] => {
  const names = new Map(counties.map(({ code, names }) => [code, names]))
  return [...names].slice(0, most).map(([code, names]) => ({ code, names }))
}

const faulty = (fault: RegionFault, counties: readonly KnownCounty[] = []): ResolvedRegion => ({
  ok: false,
  fault,
  suggestions: asSuggestions(counties, MOST_SUGGESTED),
})

/** A name of today counts before the same name of old. */
const meant = (counties: readonly KnownCounty[]): KnownCounty[] => {
  const today = counties.filter(({ oldCode }) => oldCode === null)
  return [...(today.length > 0 ? today : counties)]
}

const LONGEST_SPELLING = 30

interface Beginning<Value> {
  found: readonly Value[]
  length: number
}

/** The longest spelling that a text begins with, of those that end where `mayEnd`. */
function beginning<Value>(
  spelled: ReadonlyMap<string, readonly Value[]>,
  text: string,
  mayEnd: (length: number) => boolean = () => true,
): Beginning<Value> | null {
  for (let length = Math.min(text.length, LONGEST_SPELLING); length >= 2; length -= 1) {
    const found = mayEnd(length) ? spelled.get(text.slice(0, length)) : undefined
    if (found) return { found, length }
  }
  return null
}

// What opens a bracket belongs to what is in it.
const JOINING = /^[^0-9A-Za-z\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff([{<《【“"]+/

/** A text without separators, and where they stood. */
interface Words {
  text: string
  ends: (length: number) => boolean
  after: (length: number) => string
}

function wordsOf(written: string): Words {
  const characters = Array.from(written.normalize('NFKC').replace(/(.)市辖区(.)/, '$1$2'))
  const kept = characters.flatMap((character, at) => (isSeparator(character) ? [] : [at]))
  const end = (length: number) => (kept[length - 1] ?? -1) + 1
  return {
    text: kept.map((at) => characters[at]).join(''),
    ends: (length) => length >= kept.length || (kept[length] ?? 0) > end(length),
    after: (length) => characters.slice(end(length)).join('').replace(JOINING, '').trim(),
  }
}

const below = (prefixes: readonly string[]): KnownCounty[] => prefixes.flatMap(countiesBelow)

/** No county is named: a city or a province is, or something that resembles a county. */
function resolveWide({ text, after }: Words, suggests: boolean): ResolvedRegion {
  const wide = beginning(spellings().wide, text)
  if (!suggests) return faulty(wide ? 'tooWide' : 'unknown')
  const scope = wide ? below(wide.found) : null
  if (!wide || !scope) return faulty('unknown', nearMisses(text, null))
  const rest = condensed(after(wide.length))
  // 绵阳市锦江区: there is one, but not there.
  const near = rest === '' ? [] : [...nearMisses(rest, scope), ...namedIn(rest)]
  return near.length === 0 ? faulty('tooWide', scope) : faulty('unknown', near)
}

function resolveWords(words: Words, suggests: boolean): ResolvedRegion {
  const { full, short, wide } = spellings()
  const named = beginning(full, words.text) ?? beginning(short, words.text, words.ends)
  // 长沙 and 大理 are cities before they are a county's short name.
  const isWide = wide.has(words.text) && !full.has(words.text)
  if (!named) return resolveWide(words, suggests)
  const counties = meant(named.found)
  if (isWide) return faulty('tooWide', [...counties, ...below(wide.get(words.text) ?? [])])
  const [county] = counties
  if (!county || new Set(counties.map(({ code }) => code)).size > 1) return faulty('ambiguous', counties)
  return { ok: true, region: county.code, rest: words.after(named.length) }
}

/** The columns one after the other, none repeated: the last often says everything once more. */
const joined = ({ province = '', city = '', county = '', region = '' }: WrittenRegion): string =>
  [province, city, county, region]
    .map((text) => text.trim())
    .reduce(
      (whole, text) => (text.startsWith(whole) ? text : whole.endsWith(text) ? whole : `${whole} ${text}`),
      '',
    )
    .trim()

function resolveNames(written: WrittenRegion, suggests = true): ResolvedRegion {
  const all = joined(written)
  const whole = resolveWords(wordsOf(all), suggests)
  if (whole.ok || !written.region || written.region.trim() === all) return whole
  const alone = resolveWords(wordsOf(written.region), suggests)
  return alone.ok ? alone : whole
}

const suggested = (code: string): SuggestedRegion => ({ code, names: regionNames(code)?.join(' ') ?? '' })

/** Counties of the city or the province that a code stands for; none of any other code. */
const belowCode = (code: string): KnownCounty[] => below([code.replace(/(00)+$/, '')])

function resolveCode(code: string, written: WrittenRegion): ResolvedRegion {
  const named = joined(written) === '' ? null : resolveNames(written)
  if (regionNames(code) === null) {
    const counties = belowCode(code)
    if (counties.length > 0 && !named?.ok) return faulty('tooWide', counties)
    const suggestions = named?.ok ? [suggested(named.region)] : (named?.suggestions ?? [])
    return { ok: false, fault: 'unknown', suggestions }
  }
  if (named?.ok) {
    const isSame = currentRegions(named.region).some((one) => currentRegions(code).includes(one))
    if (isSame) return { ...named, region: code }
    return { ok: false, fault: 'ambiguous', suggestions: [suggested(named.region), suggested(code)] }
  }
  // What names no region names something within the county.
  return { ok: true, region: code, rest: named?.fault === 'tooWide' ? '' : (written.region ?? '').trim() }
}

const CODE = /^\s*(\d{6})\d*/

/**
 * The county that somebody means who writes down a risk area. To look for counties that may be meant takes a hundred times
 * as long as to find one: whoever reads thousands of lines does without (`suggests` false), and is told less exactly what is
 * wrong.
 */
export function resolveRegion(written: WrittenRegion, suggests = true): ResolvedRegion {
  const { code = '', region = '' } = written
  const inColumn = CODE.exec(condensed(code))
  if (inColumn?.[1]) return resolveCode(inColumn[1], written)
  if (condensed(code) !== '') return faulty('unknown')
  const inText = CODE.exec(region.normalize('NFKC'))
  if (inText?.[1]) return resolveCode(inText[1], { ...written, region: region.slice(inText[0].length) })
  return condensed(joined(written)) === '' ? faulty('missing') : resolveNames(written, suggests)
}

const NOT_FOUND = 4

/** Its own name counts most, then a word within it, then all that is above it: 朝阳, 北京朝阳. */
const rankOf = ({ code, oldCode, name, names }: KnownCounty, sought: string): number => {
  if (/^\d+$/.test(sought)) return [code, oldCode ?? ''].some((one) => one.startsWith(sought)) ? 0 : NOT_FOUND
  if (name === sought) return 0
  if (name.startsWith(sought)) return 1
  const whole = condensed(names)
  if (whole.includes(sought)) return 2
  return sought.length > 2 && occursInOrder(whole, sought) ? 3 : NOT_FOUND
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

/** Counties by a part of their names, of today or of old, or by the beginning of their code; best first. */
export function searchRegions(words: string, most: number): SuggestedRegion[] {
  const sought = condensed(words)
  if (sought === '') return []
  const found = knownCounties()
    .map((county) => ({ county, rank: rankOf(county, sought) }))
    .filter(({ rank }) => rank < NOT_FOUND)
    .sort((one, other) => one.rank - other.rank)
  return asSuggestions(
    found.map(({ county }) => county),
    most,
  )
}
