import { isReaderRole, type StaffRole } from '@contract/roles'
import type { Person } from '../desk/person'
import { inventedPhone } from './inventedPeople'
import { demoPlaces, demoStaff, staffPhones } from './places'
import type { Ending } from './registrations'
import { origins, type Origin } from './rulings'

interface DemoResident {
  openid: string
  name: string
  description: string
  /** The registrations that this person has sent, by how they ended; all live in one compound. */
  endings: Ending[]
  /** Where they came from, if that matters. */
  origin?: Origin
  /** They came home on the day on which they registered; others may still be on their way. */
  isHome?: true
}

export const residents: DemoResident[] = [
  { openid: 'resident-new', name: '方小棠', description: '居民，还没有登记过', endings: [] },
  {
    openid: 'resident-waiting',
    name: '林小满',
    description: '居民，有一条登记等待核实',
    endings: ['submitted', 'accepted'],
  },
  {
    openid: 'resident-asked',
    name: '赵大有',
    description: '居民，社区有问题等他回答，也替妈妈家报备',
    endings: ['asked'],
  },
  {
    openid: 'resident-observed',
    name: '周清和',
    description: '居民，登记已核实，正在观察',
    endings: ['accepted', 'withdrawn'],
    origin: origins.known[0],
    isHome: true,
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
  {
    openid: 'resident-family',
    name: '苏小暑',
    description: '居民，一家四口，今天还没有报备',
    endings: [],
  },
]

export const residentPhone = (openid: string): string =>
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
