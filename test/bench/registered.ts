/** The registrations of a street office, and lists that change what is expected of some of them. */
import { randomUUID } from 'node:crypto'
import { addDays, dayOf } from '@contract/calendar'
import { returneeMachine, type RegistrationAnswers, type ReturneeStatus } from '@contract/returnee'
import { asListInForce, asPolicyInForce, inForceId } from '@kernel/assessment/asInForce'
import { expectedUnder } from '@kernel/assessment/assessRegistration'
import type { InForceDocument, PolicyDocument, RiskListDocument } from '@kernel/assessment/editionDocuments'
import type { Ruling } from '@kernel/assessment/inForce'
import type { RunDocument } from '@kernel/assessment/runDocuments'
import { opened } from '@kernel/caseEvents'
import { placeName } from '@kernel/placeDocument'
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
  from: { region: countyOf(n), detail: '菜市场旁' },
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

/** Registered in the last week, and waiting. */
function registration(n: number, ruling: Ruling, sealer: Sealer): RegistrationCase {
  const home = buildings[n % buildings.length]
  if (!home) throw new Error('the demonstration has no building')
  const at = new Date(Date.now() - (n % 10_000) * 60_000)
  const id = randomUUID()
  const answers = answersOf(n, home._id)
  const body = {
    purpose: 'self' as const,
    answers: sealAnswers(answers, id, sealer),
    expected: expectedUnder(ruling, answers, at),
    outcome: null,
  }
  const by = { actor: 'owner' as const, account: `resident-${n}`, name: null }
  return opened<RegistrationBody, ReturneeStatus>(
    returneeMachine,
    {
      _id: id,
      owner: by.account,
      at: home.at,
      place: placeName(home),
      subject: { person: id, display: '方*棠' },
      regions: regionKeysOf(answers),
      brief: briefOf(answers),
      body,
    },
    at,
    { at, submission: id, digest: '', by },
  )
}

const buildings = demoPlaces.filter(({ level }) => level === 'building')

/** What a street office of that size has stored: registrations, and what they were assessed by. */
export function seed(store: Store, size: number, sealer: Sealer): void {
  const rulings = rulingDocuments([areaOf(FEW, 'medium'), areaOf(MANY, 'medium')])
  store.insert('places', demoPlaces as unknown as Document[])
  store.insert('staff', demoPosts as unknown as Document[])
  for (const [name, some] of Object.entries(rulings)) store.insert(name, some)
  const [list] = rulings.riskLists as unknown as RiskListDocument[]
  const [policy] = rulings.policies as unknown as PolicyDocument[]
  if (!list || !policy) throw new Error('nothing is in force')
  const ruling = { list: asListInForce(list), policy: asPolicyInForce(policy) }
  for (let first = 0; first < size; first += BATCH) {
    const some = Array.from({ length: Math.min(BATCH, size - first) }, (_, n) =>
      registration(first + n, ruling, sealer),
    )
    store.insert('cases', some as unknown as Document[])
  }
}

const one = (store: Store, name: string, filter: Filter): Document => {
  const [text] = store.find(name, { filter })
  if (!text) throw new Error(`there is nothing in ${name}`)
  return fromStoredText(text)
}

/** Raises one county in the list in force; the run that follows, by its id. */
export function changeList(store: Store, county: string): string {
  const now = new Date()
  const inForceNow = { _id: inForceId('riskList', 'qinghe') }
  const inForce = one(store, 'inForce', inForceNow) as unknown as InForceDocument
  const last = inForce.published[0]
  if (!last) throw new Error('no list is in force')
  const before = one(store, 'riskLists', { _id: last.id }) as unknown as RiskListDocument
  const [_id, number] = [randomUUID(), last.number + 1]
  const areas = before.areas.map((area) => (area.region === county ? areaOf(county, 'high') : area))
  store.insert('riskLists', [{ ...before, _id, number, areas, effectiveFrom: now }])
  const published = [{ id: _id, number, effectiveFrom: now }, ...inForce.published]
  store.update('inForce', inForceNow, { $set: { published } }, { multi: false })
  return insertRun(store, { edition: _id, number, startsAt: now })
}

/** The same for everybody, whatever they have to do with a list: what would be read without looking for codes. */
export function everybodyAgain(store: Store): string {
  const edition = randomUUID()
  const past = new Date(Date.now() - 180_000)
  const openedFrom = new Date(Date.now() - 30 * 86_400_000)
  const begun = { status: 'running', sweep: 1, openedFrom, openedTo: new Date(), beganAt: past } as const
  return insertRun(store, { edition, startsAt: past, turnAt: past, ...begun })
}

function insertRun(
  store: Store,
  changes: Partial<RunDocument> & { edition: string; startsAt: Date },
): string {
  const run: RunDocument = {
    _id: `reassessment-${changes.edition}`,
    kind: 'riskList',
    number: 0,
    purpose: 'reassessment',
    place: { id: 'qinghe', level: 'street' },
    status: 'waiting',
    codes: null,
    openedFrom: changes.startsAt,
    openedTo: changes.startsAt,
    sweep: 0,
    sweptFrom: null,
    step: 0,
    after: null,
    seen: 0,
    changed: 0,
    total: 0,
    numbers: {},
    todos: {},
    beganAt: null,
    endedAt: null,
    turnAt: changes.startsAt,
    version: 0,
    ...changes,
  }
  store.insert('runs', [run as unknown as Document])
  return run._id
}
