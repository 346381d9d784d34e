import { dayOf, instantAt } from '@contract/calendar'
import type { EditionKind } from '@contract/editions'
import { cityOf, isAbroad } from '@contract/regionCodes'
import { allCounties } from '@contract/regions'
import type { RiskArea } from '@contract/riskLevels'
import type { At } from '@contract/roles'
import { editions, type EditionOf } from '@kernel/assessment/editionDocuments'
import { idInForce } from '@kernel/assessment/inForce'
import { changedAreas } from '@kernel/assessment/listChanges'
import type { RunDocument } from '@kernel/assessment/runDocuments'
import { collection } from '@kernel/cloud'
import type { PlaceDocument } from '@kernel/placeDocument'
import { changedSorts, codesOf, oldestOpened, openedBetween, reachCities } from './scopeRules'

const STREETS_AT_MOST = 200

/** Beyond so many codes it is cheaper to look at everybody. */
const CODES_AT_MOST = 1000

/** Instances remember for a minute what is in force, and what they then do takes at most one more. */
export const FORGOTTEN_AFTER_MS = 120_000

export type Scope = Pick<RunDocument, 'codes' | 'openedFrom' | 'openedTo'>

/** Where an edition applies, and the moments at which what it replaces and what stays beside it are in force. */
interface Reach {
  places: At[]
  before: Date
  now: Date
}

/**
 * Whom a run has to look at, by what its edition changes of what was in force before. Whoever registers later than two
 * minutes after it came into force is assessed by it.
 */
export async function scopeOf(run: RunDocument, edition: EditionOf[EditionKind], now: Date): Promise<Scope> {
  const { purpose, startsAt } = run
  const before = purpose === 'forecast' ? now : new Date(startsAt.getTime() - 1)
  const reach = { places: await placesUnder(edition), before, now }
  const day = dayOf(startsAt)
  const openedTo = new Date(startsAt.getTime() + FORGOTTEN_AFTER_MS)
  if ('rules' in edition)
    return {
      codes: await codesOfPolicy(edition, reach),
      openedFrom: instantAt(oldestOpened(day), 0),
      openedTo,
    }

  const areas = await areasChanged(edition, reach)
  const days = openedBetween(areas, day)
  if (!days) return { codes: [], openedFrom: startsAt, openedTo }
  const until = instantAt(days.to, 24)
  return {
    codes: await codesOfAreas(areas, reach),
    openedFrom: instantAt(days.from, 0),
    openedTo: until < openedTo ? until : openedTo,
  }
}

/** The place of an edition and, below a district, its streets: each may have an edition of its own. */
async function placesUnder({ at, place }: EditionOf[EditionKind]): Promise<At[]> {
  if (place.level !== 'district') return [at]
  const { data } = await collection<PlaceDocument>('places')
    .where({ 'at.district': place.id, level: 'street' })
    .limit(STREETS_AT_MOST)
    .get()
  return [at, ...data.map((street) => street.at)]
}

/** What is in force at these places at a moment, each edition once. */
async function inForceAt<Kind extends EditionKind>(
  kind: Kind,
  places: readonly At[],
  moment: Date,
): Promise<EditionOf[Kind][]> {
  const ids = new Set(await Promise.all(places.map((at) => idInForce(kind, at, moment))))
  const found: EditionOf[Kind][] = []
  for (const id of ids) {
    const edition = id === null ? null : (await editions(kind).doc(id).get()).data
    if (edition) found.push(edition)
  }
  return found
}

/** Lines that only this list has, or only one that it replaces. */
async function areasChanged(
  { _id, areas }: EditionOf['riskList'],
  { places, before }: Reach,
): Promise<RiskArea[]> {
  const lists = await inForceAt('riskList', places, before)
  const replaced = lists.filter((list) => list._id !== _id).map((list) => list.areas)
  return (replaced.length > 0 ? replaced : [[]]).flatMap((old) => changedAreas(old, areas).areas)
}

async function codesOfAreas(areas: readonly RiskArea[], { places, now }: Reach): Promise<string[] | null> {
  const policies = await inForceAt('policy', places, now)
  return unlessTooMany(codesOf(areas, reachCities(policies.flatMap(({ rules }) => rules))))
}

async function codesOfPolicy(
  { _id, rules }: EditionOf['policy'],
  { places, before, now }: Reach,
): Promise<string[] | null> {
  const replaced = (await inForceAt('policy', places, before)).filter((policy) => policy._id !== _id)
  const sorts = new Set(replaced.flatMap((policy) => changedSorts(policy.rules, rules)))
  if (replaced.length === 0 || sorts.has('nowhere')) return null
  const all = [...rules, ...replaced.flatMap((policy) => policy.rules)]
  const lists = sorts.has('atRisk') ? await inForceAt('riskList', places, now) : []
  const areas = lists.flatMap((list) => list.areas)
  return unlessTooMany([...codesOf(areas, reachCities(all)), ...(sorts.has('abroad') ? abroadCodes() : [])])
}

const unlessTooMany = (codes: string[]): string[] | null => (codes.length > CODES_AT_MOST ? null : codes)

/** Of all that lies across the border the codes of cities. */
const abroadCodes = (): string[] => [
  ...new Set(allCounties().flatMap(({ code }) => (isAbroad(code) ? (cityOf(code) ?? code) : []))),
]
