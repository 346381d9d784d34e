import { isReaderRole, type StaffRole } from '@contract/roles'
import { openSecrets } from '../functions/secrets'
import { readDefinitions } from '../functions/definition'
import type { CloudOptions } from '../cloud'
import type { Person } from '../desk/person'
import { readDeclaration } from '../server/declaration'
import { openStore } from '../store'
import type { Document } from '../store/types'
import { adoptSealer, createSealer, type Sealer } from '@kernel/seal'
import { householdPeople } from '../../cloudfunctions/returnee/householdPeople'
import { openAnswers, type RegistrationCase } from '@kernel/registration'
import { Chance } from './chance'
import { giveConsents } from './consents'
import { inventedPhone } from './inventedPeople'
import { demoPlaces, demoPosts, demoStaff, staffPhones } from './places'
import { endings, inventedAnswers, type Ending } from './registrations'
import { demoRulings, origins, type DemoRuling, type Origin } from './rulings'
import { Story } from './story'

const residentsLiveIn = 'qinghe-1-1-1-1'
const SEED = 20_201_221
const REGISTRATIONS = 300
const HOUR = 3_600_000

interface DemoResident {
  openid: string
  name: string
  description: string
  /** The registrations that this person has sent, by how they ended; all live in one compound. */
  endings: Ending[]
  /** Where they came from, if that matters. */
  origin?: Origin
}

const residents: DemoResident[] = [
  { openid: 'resident-new', name: '方小棠', description: '居民，还没有登记过', endings: [] },
  {
    openid: 'resident-waiting',
    name: '林小满',
    description: '居民，有一条登记等待核实',
    endings: ['submitted', 'accepted'],
  },
  { openid: 'resident-asked', name: '赵大有', description: '居民，社区有问题等他回答', endings: ['asked'] },
  {
    openid: 'resident-observed',
    name: '周清和',
    description: '居民，登记已核实，正在观察',
    endings: ['accepted', 'withdrawn'],
    origin: origins.known[0],
  },
  {
    openid: 'resident-appealing',
    name: '许小寒',
    description: '居民，不同意社区的决定，已申诉',
    endings: ['appealed'],
  },
  {
    openid: 'resident-reassessed',
    name: '何冬至',
    description: '居民，名单变了，等社区重新确认',
    endings: ['reassessed'],
    origin: origins.raised,
  },
  {
    openid: 'resident-next',
    name: '吕秋分',
    description: '居民，登记已核实，待发布的名单会影响他',
    endings: ['accepted'],
    origin: origins.next,
  },
]

const residentPhone = (openid: string): string =>
  inventedPhone(8000 + residents.findIndex((resident) => resident.openid === openid))

const roleNames: Record<StaffRole, string> = {
  gridWorker: '网格员',
  steward: '楼长',
  gateKeeper: '门岗',
  communityOfficer: '社区专干',
  streetOfficer: '街道干部',
  districtOfficer: '区级干部',
  inspector: '督导员',
  administrator: '管理员',
}

const placeNamed = (id: string): string =>
  demoPlaces
    .find(({ _id }) => _id === id)
    ?.names.slice(-2)
    .join(' ') ?? ''

const shownStaff = [
  'worker-1-1',
  'worker-1-2',
  'officer-1',
  'worker-2-1',
  'officer-2',
  'street-officer',
  'street-officer-2',
  'administrator',
  'steward',
  'gate-keeper',
  'inspector',
]

/** Who can be impersonated at the desk. */
export const people: Person[] = [
  ...residents.map(({ openid, name, description }): Person => ({
    openid,
    name,
    description,
    side: 'resident',
    phone: residentPhone(openid),
  })),
  ...demoStaff
    .filter(({ openid }) => shownStaff.includes(openid))
    .sort((a, b) => shownStaff.indexOf(a.openid) - shownStaff.indexOf(b.openid))
    .map(({ openid, name, role, placeId }): Person => ({
      openid,
      name,
      description: `${roleNames[role]}，${placeNamed(placeId)}`,
      side: 'staff',
      phone: staffPhones.get(openid),
      ...(isReaderRole(role) ? { start: '#/staff/inbox/index' } : {}),
    })),
]

/** The documents of the demonstration as of `now`: the same each time but for the dates and the ciphertexts. */
export function demoDocuments(now: Date, sealer: Sealer) {
  adoptSealer(sealer)
  const chance = new Chance(SEED)
  const { rulings, documents } = demoRulings(now)
  const cases = registrationsOf(chance, now, sealer, rulings)
  const persons = cases.flatMap((found) =>
    householdPeople(
      found._id,
      found,
      openAnswers(found.body.answers, found._id, sealer),
      found.openedAt,
      sealer,
    ),
  )
  return { places: demoPlaces, staff: demoPosts, cases, people: persons, ...documents }
}

const noDocument = { kind: 'residentId', number: '' }

/** One registration that the demonstration tells: whose, for which door, how it ended. */
interface Plot {
  owner: string
  /** The resident's name and place, where it is one who can be impersonated. */
  name?: string
  placeId?: string
  origin?: Origin
  ending: Ending
  hours: [least: number, most: number]
}

/** How many hours ago the residents who can be impersonated have registered: what they see is of today. */
const recently: Record<Ending, Plot['hours']> = {
  submitted: [1, 3],
  asked: [3, 8],
  accepted: [20, 30],
  tightening: [4, 8],
  reassessed: [30, 36],
  appealed: [12, 24],
  rejected: [20, 30],
  withdrawn: [48, 72],
}

function plots(): Plot[] {
  const shown = residents.flatMap(({ openid, name, origin, endings: wanted }) =>
    wanted.map((ending): Plot => ({
      owner: openid,
      name,
      placeId: residentsLiveIn,
      origin,
      ending,
      hours: recently[ending],
    })),
  )
  const others = endings.flatMap(({ ending, share, hours }) =>
    Array.from({ length: (share * REGISTRATIONS) / 100 }, (_, n): Plot => ({
      owner: `${ending}-${n}`,
      ending,
      hours,
    })),
  )
  return [...shown, ...others.slice(shown.length)]
}

/** One in four has been near a risk area. */
function originOf(chance: Chance, { origin, ending }: Plot): Origin | null {
  if (ending === 'reassessed') return origins.raised
  if (origin || !chance.happens(0.25)) return origin ?? null
  return chance.pick([...origins.known, origins.next])
}

function registrationsOf(
  chance: Chance,
  now: Date,
  sealer: Sealer,
  rulings: readonly DemoRuling[],
): RegistrationCase[] {
  const buildings = demoPlaces.filter(({ level }) => level === 'building')
  return plots().map((plot, serial) => {
    const { owner, name, placeId, ending } = plot
    const [least, most] = plot.hours
    const place = demoPlaces.find(({ _id }) => _id === placeId) ?? chance.pick(buildings)
    const openedAt = new Date(now.getTime() - (least + chance.next() * (most - least)) * HOUR)
    const answers = inventedAnswers(chance, place, openedAt, serial, originOf(chance, plot))
    if (name) Object.assign(answers.person, { name, phone: residentPhone(owner), document: noDocument })
    // Nobody is ill whose story is about a list.
    if (ending === 'reassessed' || name) answers.symptoms = []
    const beginning = { id: chance.uuid(), owner, place, answers, openedAt }
    return new Story(beginning, chance, sealer, owner === 'resident-observed', rulings).until(ending, now)
  })
}

/** Fills an empty data directory with the demonstration, sealed with the secrets of these functions. */
export function seedDemo({
  data,
  functions,
  database,
}: Pick<CloudOptions, 'data' | 'functions' | 'database'>): void {
  const definitions = readDefinitions(functions)
  const secrets = openSecrets(data, definitions)
  const environment = Object.assign({}, ...definitions.map((definition) => secrets.of(definition))) as Record<
    string,
    string
  >
  const declaration = typeof database === 'string' ? readDeclaration(database) : database
  const store = openStore({ directory: data, declaration })
  try {
    const demo = demoDocuments(new Date(), createSealer(environment))
    giveConsents(data, demo.cases)
    for (const [collection, documents] of Object.entries(demo)) {
      store.insert(collection, documents as unknown as Document[])
    }
  } finally {
    store.close()
  }
}
