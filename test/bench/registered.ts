/** The registrations of a street office, and lists that change what is expected of some of them. */
import { randomUUID } from 'node:crypto'
import { addDays, dayOf } from '@contract/calendar'
import { returneeMachine, type RegistrationAnswers, type ReturneeStatus } from '@contract/returnee'
import type { RiskLevel } from '@contract/riskLevels'
import { asListInForce, asPolicyInForce, inForceId } from '@kernel/assessment/asInForce'
import { expectedUnder } from '@kernel/assessment/assessRegistration'
import type { InForceDocument, PolicyDocument, RiskListDocument } from '@kernel/assessment/editionDocuments'
import type { Ruling } from '@kernel/assessment/inForce'
import { newRun } from '@kernel/assessment/newRun'
import { caseContext, opened } from '@kernel/caseEvents'
import { placeName, type PlaceDocument } from '@kernel/placeDocument'
import {
  briefOf,
  regionKeysOf,
  sealAnswers,
  type RegistrationBody,
  type RegistrationCase,
} from '@kernel/registration'
import type { Sealer } from '@kernel/seal'
import { demoPlaces, demoPosts } from '../../local/demo/places'
import type { Store } from '../../local/store'
import { fromStoredText } from '../../local/store/storedText'
import type { Document, Filter } from '../../local/store/types'
import { areaOf, rulingDocuments } from '../functions/support/rulings'

/** Counties from which one in a hundred comes, one in ten, and everybody else. */
export const FEW = '510107'
export const MANY = '510108'
const others = ['330106', '420106', '440103', '610113', '110105', '310115', '500112', '320106']

const BATCH = 1000
const DETAIL = '菜市场旁'
const today = dayOf(new Date())

const countyOf = (n: number): string => {
  if (n % 100 === 0) return FEW
  return n % 10 === 1 ? MANY : (others[n % others.length] ?? FEW)
}

const answersOf = (n: number, place: string): RegistrationAnswers => ({
  person: {
    name: '方小棠',
    phone: '13800001234',
    document: { kind: 'residentId', number: '11010519491231002X' },
  },
  household: { place, door: '2 单元 301' },
  from: { region: countyOf(n), detail: DETAIL },
  leftOn: addDays(today, -1),
  arrivesOn: today,
  transport: { by: 'train', number: 'G1234', plate: '' },
  companions: [],
  passed: [],
  test: { result: 'negative', takenAt: `${today} 00:00`, pictures: [] },
  symptoms: [],
  vaccination: 'full',
  note: '',
})

const buildings = demoPlaces.filter(({ level }) => level === 'building')

/** Somebody who came from there, as everybody else who did is but for where they live and when they registered. */
function model(n: number, home: PlaceDocument, ruling: Ruling, sealer: Sealer): RegistrationCase {
  const answers = answersOf(n, home._id)
  const [_id, at] = [randomUUID(), new Date()]
  return opened<RegistrationBody, ReturneeStatus>(
    returneeMachine,
    {
      _id,
      owner: null,
      at: home.at,
      place: placeName(home),
      subject: { person: _id, display: '方*棠' },
      regions: regionKeysOf(answers),
      brief: briefOf(answers),
      body: {
        purpose: 'self',
        answers: sealAnswers(answers, _id, sealer),
        expected: expectedUnder(ruling, answers, at),
        outcome: null,
      },
    },
    at,
    { at, submission: _id, digest: '', by: { actor: 'steward', account: 'steward', name: '谭有余' } },
  )
}

/**
 * Registered in the last week, and waiting. Of its secrets a run opens the detail alone, and of its history it looks for
 * what an edition has done: no more is made for each, so that most of the time is not spent before it begins.
 */
function like(model: RegistrationCase, n: number, sealer: Sealer): RegistrationCase {
  const home = buildingNumber(n)
  const _id = randomUUID()
  const { body } = model
  const from = { ...body.answers.from, detail: sealer.seal(DETAIL, caseContext(_id)) }
  return {
    ...model,
    _id,
    at: home.at,
    place: placeName(home),
    openedAt: new Date(Date.now() - (5 + (n % 10_000)) * 60_000),
    body: { ...body, answers: { ...body.answers, from } },
  }
}

function buildingNumber(n: number): PlaceDocument {
  const home = buildings[n % buildings.length]
  if (!home) throw new Error('the demonstration has no building')
  return home
}

/** Registrations as they would have been stored under a list and a policy. */
export interface Registrations {
  /** What must be in force for them, by collection. */
  rulings: Record<string, Document[]>
  /** Quickly made: only what a run and lists look at is its own. */
  numbered: (n: number) => RegistrationCase
  /** In which everything can be opened. */
  whole: (n: number, home: PlaceDocument) => RegistrationCase
}

export function registrationsUnder(sealer: Sealer): Registrations {
  const rulings = rulingDocuments([areaOf(FEW, 'medium'), areaOf(MANY, 'medium')])
  const [list] = rulings.riskLists as unknown as RiskListDocument[]
  const [policy] = rulings.policies as unknown as PolicyDocument[]
  if (!list || !policy) throw new Error('nothing is in force')
  const ruling = { list: asListInForce(list), policy: asPolicyInForce(policy) }
  const models = new Map<string, RegistrationCase>()
  return {
    rulings,
    whole: (n, home) => model(n, home, ruling, sealer),
    numbered(n) {
      const first = models.get(countyOf(n)) ?? model(n, buildingNumber(0), ruling, sealer)
      models.set(countyOf(n), first)
      return like(first, n, sealer)
    },
  }
}

/** What a street office of that size has stored: registrations, and what they were assessed by. */
export function seed(store: Store, size: number, sealer: Sealer): void {
  const { rulings, numbered } = registrationsUnder(sealer)
  store.insert('places', demoPlaces as unknown as Document[])
  store.insert('staff', demoPosts as unknown as Document[])
  for (const [name, some] of Object.entries(rulings)) store.insert(name, some)
  for (let first = 0; first < size; first += BATCH) {
    const some = Array.from({ length: Math.min(BATCH, size - first) }, (_, n) => numbered(first + n))
    store.insert('cases', some as unknown as Document[])
  }
}

const one = (store: Store, name: string, filter: Filter): Document => {
  const [text] = store.find(name, { filter })
  if (!text) throw new Error(`there is nothing in ${name}`)
  return fromStoredText(text)
}

/**
 * The list in force with another level for one county, as it was published three minutes ago, so that one sweep is the last;
 * the run that follows, by its id. It finds whom the list concerns by codes, or it looks at everybody.
 */
export function changeList(
  store: Store,
  county: string,
  level: RiskLevel,
  looksAt: 'concerned' | 'everybody',
): string {
  const startsAt = new Date(Date.now() - 180_000)
  const inForceNow = { _id: inForceId('riskList', 'qinghe') }
  const inForce = one(store, 'inForce', inForceNow) as unknown as InForceDocument
  const last = inForce.published[0]
  if (!last) throw new Error('no list is in force')
  const before = one(store, 'riskLists', { _id: last.id }) as unknown as RiskListDocument
  const [_id, number] = [randomUUID(), last.number + 1]
  const areas = before.areas.map((area) => (area.region === county ? areaOf(county, level) : area))
  const list = { ...before, _id, number, areas, effectiveFrom: startsAt }
  store.insert('riskLists', [list])
  const published = [{ id: _id, number, effectiveFrom: startsAt }, ...inForce.published]
  store.update('inForce', inForceNow, { $set: { published } }, { multi: false })
  const run = { ...newRun('reassessment', 'riskList', list, startsAt), ...begunWith[looksAt]() }
  store.insert('runs', [run])
  return run._id
}

const MONTH_MS = 30 * 86_400_000

const begunWith = {
  concerned: () => ({}),
  everybody: () => ({
    status: 'running' as const,
    sweep: 1,
    openedFrom: new Date(Date.now() - MONTH_MS),
    openedTo: new Date(),
    beganAt: new Date(),
  }),
}
