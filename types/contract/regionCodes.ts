/**
 * Official codes change: counties are renamed, merged and made districts, and people and lists name both. What a code
 * covers today; a code that is unknown stands for itself. Filled in from the announcements of the Ministry of Civil Affairs.
 */
const successors: Record<string, readonly string[]> = {}

/** The codes of today that an official code of county level, of whatever year, stands for. */
export const currentRegions = (code: string): readonly string[] => successors[code] ?? [code]

/** Every code that has ever stood for the county of this one, itself included. */
export const codesEver = (code: string): readonly string[] => {
  const now = currentRegions(code)
  const before = Object.keys(successors).filter((old) => currentRegions(old).some((one) => now.includes(one)))
  return [...new Set([...now, ...before])]
}

/** Taiwan, Hong Kong, Macao, and code 9: from where one arrives across the border. */
export const isAbroad = (code: string): boolean => /^(71|81|82|9)/.test(code)

/** The code of the city above a county of today; null for one directly under its province (429004). */
export const cityOf = (code: string): string | null =>
  code.slice(2, 4) === '90' ? null : `${code.slice(0, 4)}00`

/** What a case is found by when a list changes: the counties and cities of stays, by the codes of today. */
export const regionKeys = (codes: readonly string[]): string[] => [
  ...new Set(codes.flatMap(currentRegions).flatMap((code) => [code, ...[cityOf(code) ?? []].flat()])),
]
