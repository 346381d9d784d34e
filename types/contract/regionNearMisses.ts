import { knownCounties, type KnownCounty } from './regionSpellings'
import { whenAsked } from './whenAsked'

/** The counties whose short name has a character, by their place in the table. */
const byCharacter = whenAsked(() => {
  const places = new Map<string, number[]>()
  for (const [index, { stem }] of knownCounties().entries())
    for (const one of new Set(stem)) places.set(one, [...(places.get(one) ?? []), index])
  return places
})

// A name stands near the beginning; what follows is a street.
const READ = 24

/** Counties whose name shares all its characters but one with a text: few enough to compare letter by letter. */
function resembling(text: string): KnownCounty[] {
  const counties = knownCounties()
  const shared = new Uint8Array(counties.length)
  for (const character of new Set(text.slice(0, READ)))
    for (const index of byCharacter().get(character) ?? []) shared[index] = (shared[index] ?? 0) + 1
  return counties.filter(({ stem }, index) => (shared[index] ?? 0) >= Math.max(1, stem.length - 1))
}

/** Whether one character is wrong, missing or too many. */
const isOneOff = (one: string, other: string): boolean => {
  let same = 0
  while (same < one.length && one[same] === other[same]) same += 1
  const rest = [one.slice(same), other.slice(same)] as const
  return rest[0].slice(1) === rest[1].slice(1) || rest[0] === rest[1].slice(1) || rest[0].slice(1) === rest[1]
}

const FAR = 4

/** Whether the text has the whole name, begins with the short one, has it, or begins with the name but for a character. */
const distanceOf = ({ name, stem }: KnownCounty, text: string): number => {
  if (name.length > 2 && text.includes(name)) return 0
  if (text.startsWith(stem)) return 1
  if (name.length > 2 && stem.length > 1 && text.includes(stem)) return 2
  const beginnings = [-1, 0, 1].map((more) => text.slice(0, name.length + more))
  return name.length > 2 && beginnings.some((start) => isOneOff(name, start)) ? 3 : FAR
}

const charactersShared = ({ names }: KnownCounty, text: string): number =>
  [...new Set(names)].filter((character) => text.includes(character)).length

/** Counties, within a scope or anywhere, that somebody may have meant who mistyped a name; the likeliest first. */
export const nearMisses = (text: string, scope: readonly KnownCounty[] | null): KnownCounty[] =>
  (scope ?? resembling(text))
    .map((county) => ({ county, distance: distanceOf(county, text) }))
    .filter(({ distance }) => distance < FAR)
    .map((found) => ({ ...found, shared: charactersShared(found.county, text) }))
    .sort((one, other) => one.distance - other.distance || other.shared - one.shared)
    .map(({ county }) => county)

/** Counties whose whole name is somewhere in a text. */
export const namedIn = (text: string): KnownCounty[] =>
  resembling(text).filter(({ name }) => name.length > 2 && text.includes(name))
