import { randomBytes, randomUUID } from 'node:crypto'
import { contract, type Action, type FeatureName } from '@contract'
import { staffRoles, type StaffRole } from '@contract/roles'
import type { PlaceDocument } from '@kernel/placeDocument'
import type { Document, Store } from '../../local/store/types'
import { OWNER } from './support/accessCases'
import { samples, type Thing } from './support/accessSamples'
import { ThingAt } from './support/accessThings'
import { accessPlaces, accessPosts, colleagueAt, placeFrom, serving } from './support/accessWorld'
import { openCommunity, type Community } from './support/community'
import { openIntruder, storedDocuments } from './support/intruder'
import { pictureOf } from './support/pictures'
import { today } from './support/registrations'

let community: Community
let store: Store
let picture: string
beforeAll(async () => {
  community = await openCommunity({
    places: accessPlaces as unknown as Document[],
    staff: accessPosts as unknown as Document[],
  })
  store = openIntruder(community)
  picture = await pictureOf(community, OWNER)
}, 60_000)
afterAll(() => {
  store.close()
  return community.close()
})

const placeOf = (role: StaffRole, position: 'own' | 'sibling'): PlaceDocument => {
  const place = placeFrom(role, position)
  if (!place) throw new Error('no such place')
  return place
}

type Sample = (thing: Thing) => Record<string, unknown>

// Codes of samples are made before there is a community whose key it could be.
process.env.SHOUWANG_RECEIPT_KEY = randomBytes(32).toString('base64url')

/** Actions that name a case, a picture or a post, with somebody to whom these are closed. */
const guarded = Object.entries(contract).flatMap(([feature, actions]) =>
  Object.entries(actions as Record<string, Action>).flatMap(([name, action]) => {
    const { access } = action
    const sample = (samples[feature as FeatureName] as unknown as Record<string, Sample>)[name] as Sample
    const role = access.who === 'staff' ? access.roles.find((one) => staffRoles.includes(one)) : 'gridWorker'
    const input = sample({ ...nothing(placeOf('gridWorker', 'sibling')) })
    const names =
      ['case', 'picture', 'post'].some((field) => typeof input[field] === 'string') ||
      // Whoever quits a household that is not theirs is not in it, and that is all they wanted.
      (access.who !== 'anyone' && typeof input.household === 'string')
    const isOpen = access.who === 'staff' && access.at === 'place'
    // Whoever names a picture for the first time has it; one of a letter is everybody's who knows the letter.
    const isOfPhone = `${feature}.${name}` === 'pictures.add' || feature === 'letterbox'
    return names && role && !isOpen && !isOfPhone ? [{ feature, name, action, role, sample }] : []
  }),
)

/** Ids of things that do not exist. */
function nothing(place: PlaceDocument): Thing {
  const id = () => randomUUID() as string
  return {
    place,
    case: { id: id(), version: 1 },
    household: { id: id(), version: 1 },
    picture: id(),
    hold: id(),
    lift: id(),
    policy: id(),
    riskList: id(),
    letterPicture: { picture: id(), letter: id() },
    receipt: '1234567812345678',
  }
}

const ask = (openid: string, feature: string, name: string, input: Record<string, unknown>) =>
  community.cloud.call(feature, { action: name, input }, openid)

describe.each(guarded)('$feature.$name, asked about', ({ feature, name, action, role, sample }) => {
  const elsewhere = placeOf(role, 'sibling')

  it('what is not there and about what is not yours, answers the same after as many requests', async () => {
    const theirs = sample(new ThingAt(elsewhere, action, feature as FeatureName, picture, store))
    const missing = sample(nothing({ ...elsewhere, _id: 'nowhere' }))
    // What an instance remembers of places is not what is asked here.
    await ask(serving(role), feature, name, sample(nothing({ ...elsewhere, _id: 'nowhere' })))
    const answers: unknown[] = []
    const costs = []
    for (const input of [theirs, missing]) {
      const cost = await community.costOf(async () =>
        answers.push(await ask(serving(role), feature, name, input)),
      )
      costs.push(cost.map(({ action: request, collection }) => `${request} ${collection}`))
    }
    expect(JSON.stringify(answers[0])).toBe(JSON.stringify(answers[1]))
    expect(answers[0]).toMatchObject({ result: { ok: false, error: { code: 'notFound' } } })
    expect(costs[0]).toEqual(costs[1])
  })
})

describe('somebody who names a place of their own and a thing of another’s', () => {
  const role = 'streetOfficer'
  const mine = placeOf(role, 'own')
  const elsewhere = placeOf(role, 'sibling')
  const words = '因为'
  const versionOf = (id: string) => accessPlaces.find(({ _id }) => _id === id)?.version
  const onMine = { place: mine._id, version: versionOf(mine._id) }
  const below = placeOf('communityOfficer', 'own')
  const onBelow = { place: below._id, version: versionOf(below._id) }
  const submission = () => randomUUID() as string
  const keeping = (name: 'hold' | 'lift') =>
    new ThingAt(elsewhere, contract.keeping.release, 'keeping', picture, store)[name]
  const edition = (name: 'policy' | 'riskList') =>
    new ThingAt(elsewhere, contract.policy.publish, 'policy', picture, store)[name]
  const onPolicy = () => ({ place: mine._id, edition: edition('policy') })
  const onList = () => ({ place: mine._id, edition: edition('riskList') })
  const caseElsewhere = () =>
    new ThingAt(elsewhere, contract.returnee.accept, 'returnee', picture, store).case.id

  // A place at which an outbreak is being ended is neither moved nor merged, whoever asks.
  afterEach(() => store.remove('lifts', {}, { multi: true }))

  it.each<[string, FeatureName, string, () => Record<string, unknown>]>([
    ['releases no hold', 'keeping', 'release', () => ({ place: mine._id, hold: keeping('hold'), words })],
    ['confirms no lift', 'keeping', 'confirmLift', () => ({ place: mine._id, lift: keeping('lift') })],
    ['cancels no lift', 'keeping', 'cancelLift', () => ({ place: mine._id, lift: keeping('lift'), words })],
    [
      'holds no case',
      'keeping',
      'hold',
      () => ({ place: mine._id, submission: submission(), case: caseElsewhere(), until: today, words }),
    ],
    ['is shown no policy of there', 'policy', 'show', onPolicy],
    ['publishes no policy of there', 'policy', 'publish', onPolicy],
    ['drops no policy of there', 'policy', 'drop', () => ({ ...onPolicy(), words })],
    ['is shown no list of there', 'riskAreas', 'show', onList],
    ['publishes no list of there', 'riskAreas', 'publish', onList],
    ['drops no list of there', 'riskAreas', 'drop', () => ({ ...onList(), words })],
    ['is told nothing of whom a list of there changes', 'reassessment', 'runs', onList],
    ['moves no place there', 'places', 'move', () => ({ ...onBelow, to: elsewhere._id })],
    ['merges no place into it', 'places', 'merge', () => ({ ...onMine, into: elsewhere._id })],
    [
      'moves no colleague there',
      'staff',
      'move',
      () => ({
        post: colleagueAt(placeOf('gridWorker', 'own')),
        version: 1,
        submission: submission(),
        to: elsewhere._id,
      }),
    ],
    [
      'names nobody for a duty',
      'places',
      'appoint',
      () => ({
        ...onMine,
        duty: 'volunteer',
        person: { name: '王秀英', phone: '13800009000', post: colleagueAt(elsewhere) },
      }),
    ],
    [
      'sees nothing of it in the inbox',
      'inbox',
      'list',
      () => {
        caseElsewhere()
        return { place: { level: elsewhere.level, id: elsewhere._id } }
      },
    ],
  ])('%s', async (_title, feature, name, input) => {
    const asked = input()
    const before = storedDocuments(community)
    const answer = (await ask(serving(role), feature, name, asked)) as {
      result: { ok: boolean; data?: object }
    }
    if (answer.result.ok) expect(answer.result.data).toMatchObject({ items: [], counts: { open: 0 } })
    expect(storedDocuments(community)).toEqual(before)
  })
})
