import type { EditionKind } from '@contract/editions'
import type { ListInForce, PolicyInForce } from '@contract/assessment'
import { policyLevels, type At } from '@contract/roles'
import { collection, command } from '../cloud'
import { asListInForce, asPolicyInForce, inForceId } from './asInForce'
import { editions, type InForceDocument } from './editionDocuments'

const KEPT_FOR_MS = 60_000

/** Streets that share an instance have editions of their own; a list of many areas takes some megabytes. */
const EDITIONS_KEPT = 4

/** What applies at a place: null where nothing has been published or nothing is in force yet. */
export interface Ruling {
  list: ListInForce | null
  policy: PolicyInForce | null
}

type Published = InForceDocument['published'][number]

// Editions are published rarely and asked for by every registration: an instance remembers for a minute what is in force,
// and what the editions asked for last say.
let known = new Map<string, { published: Map<EditionKind, Published[]>; until: number }>()
let lists = new Map<string, ListInForce>()
let policies = new Map<string, PolicyInForce>()

/** Whoever publishes sees it published; other instances do so within a minute. */
export const forgetRulings = (): void => {
  known = new Map()
}

/** What applies at a place now, by the district or the street office above it: of both, what came into force last. */
export async function rulingAt(at: At, now: Date): Promise<Ruling> {
  const [list, policy] = [await idInForce('riskList', at, now), await idInForce('policy', at, now)]
  return {
    list: list === null ? null : await listOf(list),
    policy: policy === null ? null : await policyOf(policy),
  }
}

/** The id of the edition in force; null where there is none. */
export async function idInForce(kind: EditionKind, at: At, now: Date): Promise<string | null> {
  const published = (await publishedAt(at, now)).get(kind) ?? []
  return inForceOf(published, now)?.id ?? null
}

/** Of editions, the one that came into force last; of the same moment, the one published last. */
export const inForceOf = (published: readonly Published[], now: Date): Published | undefined =>
  published
    .filter(({ effectiveFrom }) => effectiveFrom <= now)
    .sort((a, b) => b.effectiveFrom.getTime() - a.effectiveFrom.getTime() || b.number - a.number)[0]

async function publishedAt(at: At, now: Date): Promise<Map<EditionKind, Published[]>> {
  const places = policyLevels.flatMap((level) => at[level] ?? [])
  const key = places.join(' ')
  const remembered = known.get(key)
  if (remembered && remembered.until > now.getTime()) return remembered.published
  const ids = places.flatMap((place) => [inForceId('riskList', place), inForceId('policy', place)])
  const { data } = await collection<InForceDocument>('inForce')
    .where({ _id: command.in(ids) })
    .get()
  const published = new Map<EditionKind, Published[]>()
  for (const { kind, published: more } of data) published.set(kind, [...(published.get(kind) ?? []), ...more])
  known.set(key, { published, until: now.getTime() + KEPT_FOR_MS })
  return published
}

async function listOf(id: string): Promise<ListInForce> {
  const list = lists.get(id) ?? asListInForce(await readEdition('riskList', id))
  lists = withLast(lists, id, list)
  return list
}

async function policyOf(id: string): Promise<PolicyInForce> {
  const policy = policies.get(id) ?? asPolicyInForce(await readEdition('policy', id))
  policies = withLast(policies, id, policy)
  return policy
}

const withLast = <Edition>(known: Map<string, Edition>, id: string, edition: Edition) =>
  new Map([...[...known].filter(([other]) => other !== id), [id, edition] as const].slice(-EDITIONS_KEPT))

async function readEdition<Kind extends EditionKind>(kind: Kind, id: string) {
  const { data } = await editions(kind).doc(id).get()
  if (!data) throw new Error('an edition in force is not there')
  return data
}
