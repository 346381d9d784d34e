import { addDays } from '@contract/calendar'
import { riskLevels } from '@contract/riskLevels'
import { newId } from './phone'
import { regions } from './residents'
import type { World } from './world'

const STREET = 'qinghe'

/** Another list comes into force: proposed by one officer, published by another. */
export async function publishList(world: World): Promise<void> {
  const { phones, chance } = world
  const today = world.today()
  const area = { region: chance.pick(regions), level: chance.pick([...riskLevels, null]) }
  const edits = [{ ...area, name: '', from: addDays(today, -chance.below(9)), until: null }]
  const entry = { kind: 'edits' as const, edits }
  const plan = await phones.look('street-officer', 'riskAreas', 'check', { place: STREET, entry })
  if (!plan) return
  const proposed = await phones.submit('street-officer', 'riskAreas', 'propose', {
    ...{ submission: newId(), place: STREET, entry, digest: plan.digest, words: '按最新名单' },
    source: { text: '示例卫健委', link: '', publishedOn: addDays(today, -1) },
    effectiveFrom: '2026-01-01T00:00:00.000Z',
  })
  if (!proposed) return
  const edition = { place: STREET, edition: proposed.id }
  const known = { id: `publishing ${proposed.id}`, about: proposed.id }
  const published = await phones.submit('street-officer-2', 'riskAreas', 'publish', edition, known)
  // A few may wait at a time.
  if (!published)
    await phones.submit('street-officer', 'riskAreas', 'drop', { ...edition, words: '换一份' }, known)
}

/** Compounds of the first grid belong to the second for a while, and all their cases with them. */
const MOVED = ['qinghe-1-1-1', 'qinghe-1-1-2'] as const
const GRIDS = ['qinghe-1-1', 'qinghe-1-2', 'qinghe-1-3'] as const

export async function movePlace(world: World): Promise<void> {
  const { phones, chance } = world
  const place = chance.pick(MOVED)
  const node = await phones.look('administrator', 'places', 'node', { place })
  if (!node || node.moving) return
  const to = chance.pick(GRIDS.filter((grid) => grid !== node.parent))
  await phones.submit(
    'administrator',
    'places',
    'move',
    { place, version: node.version, to },
    { id: newId() },
  )
}

export const timers = [
  'letterbox',
  'inbox',
  'tips',
  'healthAlerts',
  'reassessment',
  'places',
  'selfReport',
  'texts',
  'staff',
  'pictures',
  'keeping',
  'upkeep',
] as const

/** A timer that fires while everything else happens, as often as not while it runs already. */
export async function fireTimer({ line, chance }: World): Promise<void> {
  await line.fire(chance.happens(0.4) ? 'letterbox' : chance.pick(timers))
}
