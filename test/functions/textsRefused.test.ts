import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { contract, schemaFor, type Action, type FeatureName } from '@contract'
import { fieldsOf, valuesAt } from '@contract/schemaFields'
import type { PlaceDocument } from '@kernel/placeDocument'
import type { Document, Store } from '../../local/store/types'
import { OWNER } from './support/accessCases'
import { samples, type Thing } from './support/accessSamples'
import { ThingAt } from './support/accessThings'
import { accessPlaces, accessPosts, placeFrom, serving } from './support/accessWorld'
import { openCommunity, type Community } from './support/community'
import { openIntruder } from './support/intruder'
import { today } from './support/registrations'

const RISKY = '测试违规'

/** A link has to look like one. */
const riskyAt = (path: string): string => (path.endsWith('link') ? `https://example.org/${RISKY}` : RISKY)

const everyAction = Object.entries(contract).flatMap(([feature, actions]) =>
  Object.entries(actions as Record<string, Action>).map(([name, action]) => ({
    feature: feature as FeatureName,
    name,
    action,
    paths: fieldsOf(schemaFor(action.input, today)).flatMap(({ path, written }) => (written ? [path] : [])),
  })),
)

const checked = everyAction.filter(({ action, paths }) => paths.length > 0 && !action.contentCheck)

let community: Community
let store: Store
beforeAll(async () => {
  community = await openCommunity({
    places: accessPlaces as unknown as Document[],
    staff: accessPosts as unknown as Document[],
  })
  store = openIntruder(community)
})
afterAll(() => {
  store.close()
  return community.close()
})

/** Somebody whom kernel/serve lets through, and a place of theirs. */
function callerOf({ access }: Action): { openid: string; place: PlaceDocument } {
  const role = access.who === 'staff' ? access.roles[0] : undefined
  const place = placeFrom(role ?? 'steward', role ? 'own' : 'below') as PlaceDocument
  return { openid: role ? serving(role) : OWNER, place }
}

type Sample = (thing: Thing) => Record<string, unknown>

/** The input with another text at that path; undefined where the sample has no such item. */
function saying(input: Record<string, unknown>, path: string): { input: object; path: string } | undefined {
  const copy = structuredClone(input)
  const [first] = valuesAt(copy, path)
  if (!first) return undefined
  const names = first.path.split('.')
  const outer = names
    .slice(0, -1)
    .reduce<Record<string, unknown>>((value, name) => value[name] as Record<string, unknown>, copy)
  outer[names[names.length - 1] ?? ''] = riskyAt(path)
  return { input: copy, path: first.path }
}

describe.each(checked)('$feature.$name', ({ feature, name, action, paths }) => {
  it('takes no text that WeChat refuses, names its field and stores nothing', async () => {
    const { openid, place } = callerOf(action)
    const thing = new ThingAt(place, action, feature, 'no-picture', store)
    const sample = (samples[feature] as unknown as Record<string, Sample>)[name]?.(thing) ?? {}
    const attempts = paths.flatMap((path) => saying(sample, path) ?? [])
    expect(attempts.length).toBeGreaterThan(0)
    for (const { input, path } of attempts) {
      const mark = community.cloud.requests.mark()
      expect(await community.send(openid, feature, name, input)).toMatchObject({
        ok: false,
        error: { code: 'invalidInput', fields: { [path]: 'offends' } },
      })
      const written = community.cloud.requests
        .since(mark)
        .filter(({ action: asked }) => /^database\.(insert|modify|remove|start)/.test(asked))
      expect(written).toEqual([])
    }
  })
})

it('every function that checks texts may ask WeChat about them', () => {
  for (const feature of new Set(checked.map((one) => one.feature))) {
    const file = join(__dirname, '../../cloudfunctions', feature, 'config.json')
    expect(readFileSync(file, 'utf8')).toContain('security.msgSecCheck')
  }
})

it('only these actions are not checked, each with a reason in the contract', () => {
  const excepted = everyAction.filter(({ action }) => action.contentCheck)
  expect(excepted.map(({ feature, name }) => `${feature}.${name}`).sort()).toEqual([
    'letterbox.add',
    'letterbox.appeal',
    'letterbox.tell',
    'policy.check',
    'policy.tryOut',
    'riskAreas.check',
  ])
})
