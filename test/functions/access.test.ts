import * as v from 'valibot'
import { contract, schemaFor, type Access, type Action, type FeatureName, type Result } from '@contract'
import { isAllowed } from '@contract/machine'
import { readerRoles, staffRoles, type Actor, type StaffRole } from '@contract/roles'
import type { Verification } from '@contract/upkeep'
import { covers } from '@kernel/covering'
import type { CertificateDocument } from '@kernel/deletion/deletionDocuments'
import { placeName, type PlaceDocument } from '@kernel/placeDocument'
import type { Document, Store } from '../../local/store/types'
import { OWNER } from './support/accessCases'
import { samples, type Thing } from './support/accessSamples'
import {
  accessPlaces,
  accessPosts,
  divided,
  placeFrom,
  positions,
  readsAs,
  serving,
  servesAt,
  suspended,
} from './support/accessWorld'
import { answered, openCommunity, type Community } from './support/community'
import { LETTER_PICTURE, ThingAt } from './support/accessThings'
import { openIntruder } from './support/intruder'
import { newPicture, pictureOf } from './support/pictures'
import { today } from './support/registrations'

let community: Community
let store: Store
let picture: string
beforeAll(async () => {
  community = await openCommunity({
    places: accessPlaces as unknown as Document[],
    staff: accessPosts as unknown as Document[],
    certificates: [certificate] as unknown as Document[],
  })
  store = openIntruder(community)
  picture = await pictureOf(community, OWNER)
  await community.cloud.upload(LETTER_PICTURE, newPicture(), OWNER)
}, 60_000)
afterAll(() => {
  store.close()
  return community.close()
})

/** Of no deletion at all. */
const certificate: CertificateDocument = {
  _id: '1',
  number: 1,
  run: 'run',
  from: new Date(0),
  at: new Date(0),
  numbers: { cases: 0, events: 0, sealedTexts: 0, people: 0, households: 0, pictures: 0, looks: 0 },
  kinds: {},
  reasons: {},
  held: 0,
  waiting: 0,
  batches: 0,
  previous: '',
  hash: '',
}

/** What becomes of a call. A refusal for what the input says is none of access. */
type Outcome = 'allowed' | 'notAllowed' | 'notFound' | 'eventNotAllowed' | 'notIdentified' | 'internal'

const always = ['notFound', 'notIdentified', 'internal']

/** Codes that speak of access. What the table of a machine cannot say (not the same person twice) is asked elsewhere. */
const ofAccess: Record<Access['who'], readonly string[]> = {
  anyone: ['notAllowed', ...always],
  household: ['notAllowed', ...always],
  staff: ['notAllowed', ...always],
  machine: ['eventNotAllowed', ...always],
}

const outcomeOf = ({ who }: Access, result: Result<unknown>): Outcome =>
  !result.ok && ofAccess[who].includes(result.error.code) ? (result.error.code as Outcome) : 'allowed'

/** Somebody who calls, and a thing that is asked for. */
interface Call {
  who: string
  /** The role that it is about; null for who has none. */
  role: StaffRole | null
  openid: string | undefined
  /** In which roles they serve now, and where. */
  posts: { role: StaffRole; at: PlaceDocument }[]
  place: PlaceDocument
}

const placeOf = (role: StaffRole, position: 'own' | 'sibling') => placeFrom(role, position) as PlaceDocument

const callsAbout = (role: StaffRole): Call[] =>
  positions.flatMap((position) => {
    const place = placeFrom(role, position)
    const posts = [{ role, at: placeOf(role, 'own') }]
    return place ? [{ who: `${role}, ${position}`, role, openid: serving(role), posts, place }] : []
  })

const household = placeFrom('steward', 'below') as PlaceDocument

const everyCall: Call[] = [
  ...staffRoles.flatMap(callsAbout),
  ...staffRoles.map((role): Call => {
    const place = placeOf(role, 'own')
    return { who: `${role}, suspended`, role, openid: suspended(role), posts: [], place }
  }),
  ...staffRoles.map((role): Call => {
    const place = placeOf(role, 'own')
    const posts = [
      { role, at: placeOf(role, 'sibling') },
      { role: readsAs(role), at: place },
    ]
    return {
      who: `${role} beside, ${readsAs(role)} here`,
      role,
      openid: divided(role),
      posts,
      place,
    }
  }),
  { who: 'a stranger', role: null, openid: 'stranger', posts: [], place: household },
  { who: 'the owner', role: null, openid: OWNER, posts: [], place: household },
  { who: 'nobody', role: null, openid: undefined, posts: [], place: household },
]

/** What the contract says, and nothing else. */
function expected(access: Access, { openid, posts, place }: Call, isOwned: boolean): Outcome {
  const rolesHere = posts
    .filter(({ at }) => covers({ place: placeName(at) }, place.at))
    .map(({ role }) => role)
  if (openid === undefined) return 'notIdentified'
  if (access.who === 'anyone') return !isOwned || openid === OWNER ? 'allowed' : 'notFound'
  if (access.who === 'household')
    return openid === OWNER || rolesHere.some((role) => access.roles.includes(role)) ? 'allowed' : 'notFound'
  if (access.who === 'staff') {
    const isFor = (role: StaffRole) => access.roles.includes(role)
    if (!posts.some(({ role }) => isFor(role))) return 'notAllowed'
    return access.at === undefined || rolesHere.some(isFor) ? 'allowed' : 'notFound'
  }
  const { machine, event } = access
  const readers: readonly StaffRole[] = machine.readers ?? readerRoles
  const isOwner = isOwned && openid === OWNER
  const actors: Actor[] = isOwner ? ['owner'] : rolesHere.filter((role) => readers.includes(role))
  if (actors.length === 0) return 'notFound'
  const transition = machine.events[event]
  const isFor = transition && isAllowed(transition, transition.from[0] ?? '', actors)
  return isFor ? 'allowed' : 'eventNotAllowed'
}

const everyAction = Object.entries(contract).flatMap(([feature, actions]) =>
  Object.entries(actions as Record<string, Action>).map(([name, action]) => ({
    feature: feature as FeatureName,
    name,
    action,
  })),
)

type Sample = (thing: Thing) => Record<string, unknown>

const sampleOf = (feature: FeatureName, name: string): Sample => {
  const sample = (samples[feature] as unknown as Record<string, Sample>)[name]
  if (!sample) throw new Error(`no sample of ${feature}.${name}`)
  return sample
}

/** The roles that something is for. */
function rolesOf({ access }: Action): readonly Actor[] {
  if (access.who === 'machine') return access.machine.events[access.event]?.by ?? []
  if (access.who === 'household') return access.roles
  return access.who === 'staff' ? access.roles : []
}

/** A role that it is not for is asked once, serving right there: elsewhere, or suspended, it has less still. */
const isTelling = (action: Action, { who, role }: Call): boolean =>
  role === null || who === `${role}, own` || rolesOf(action).includes(role)

describe.each(everyAction)('$feature.$name', ({ feature, name, action }) => {
  const calls = everyCall.filter((call) => isTelling(action, call))

  it('is for whom the contract says, and for nobody else', async () => {
    const table: Record<string, { expected: Outcome; actual: Outcome }> = {}
    for (const call of calls) {
      const thing = new ThingAt(call.place, action, feature, picture, store)
      const input = sampleOf(feature, name)(thing)
      expect(v.safeParse(schemaFor(action.input, today), input).issues).toBeUndefined()
      const answer = await community.cloud.call(feature, { action: name, input }, call.openid)
      if ('error' in answer) throw new Error(answer.error.errMsg)
      table[call.who] = {
        expected: expected(action.access, call, thing.isOwned),
        actual: outcomeOf(action.access, answer.result as Result<unknown>),
      }
    }
    const wrong = Object.entries(table).filter(([, { expected, actual }]) => expected !== actual)
    expect(Object.fromEntries(wrong)).toEqual({})
  })
})

it('leaves every case as its history says, after all that was done to them', async () => {
  const { upkeep } = community.as(serving('administrator'))
  let verified = 0
  for (let after: string | null | undefined = null; after !== undefined;) {
    const verification: Verification = answered(await upkeep.verify({ after }))
    expect(verification).toMatchObject({ altered: 0, first: null })
    verified += verification.verified
    after = verification.next ?? undefined
  }
  expect(verified).toBeGreaterThan(500)
})

it('is asked of every role at a place of its own', () => {
  expect(Object.keys(servesAt).sort()).toEqual([...staffRoles].sort())
})
