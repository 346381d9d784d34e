import { formerRegions } from './regionHistory'

/** Stands for everywhere across the border; the country is said in words. */
export const ABROAD = '900101'

// A code that goes on under another name stands for itself.
const successors = new Map(
  formerRegions.filter(({ code, now }) => !now.includes(code)).map(({ code, now }) => [code, now]),
)

const predecessors = new Map<string, string[]>()
for (const [code, now] of successors)
  for (const one of now) predecessors.set(one, [...(predecessors.get(one) ?? []), code])

/** The codes of today that an official code of county level, of whatever year, stands for; itself where it is unknown. */
export const currentRegions = (code: string): readonly string[] => successors.get(code) ?? [code]

/** Every code that has ever stood for the county of this one or for a part of it, itself included. */
export const codesEver = (code: string): readonly string[] => {
  const now = currentRegions(code)
  return [...new Set([...now, ...now.flatMap((one) => predecessors.get(one) ?? [])])]
}

/** Whether a code is one of today. */
export const isCurrent = (code: string): boolean => !successors.has(code)

/** Taiwan, Hong Kong, Macao, and {@link ABROAD}: from where one arrives across the border. */
export const isAbroad = (code: string): boolean => /^(71|81|82|9)/.test(code)

/**
 * The code of the city above a county of today; null for one directly under its province (429004). Chongqing is one city,
 * whose counties (500229) stand under another heading than its districts.
 */
export const cityOf = (code: string): string | null => {
  if (code.startsWith('5002')) return '500100'
  return code.slice(2, 4) === '90' ? null : `${code.slice(0, 4)}00`
}

/** What a case is found by when a list changes: the counties and cities of stays, by the codes of today. */
export const regionKeys = (codes: readonly string[]): string[] => [
  ...new Set(codes.flatMap(currentRegions).flatMap((code) => [code, ...[cityOf(code) ?? []].flat()])),
]
