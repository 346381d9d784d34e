import { addDays, dayOf, instantAt, type Day } from '@contract/calendar'
import type { MemberAnswers } from '@contract/households'
import type { PostDocument } from '@kernel/caller'
import { byPost } from '@kernel/cases'
import {
  householdContext,
  type EnteredBy,
  type HouseholdDocument,
} from '@kernel/households/householdDocument'
import { newHousehold } from '@kernel/households/newHousehold'
import { residentName } from '@kernel/placeDocument'
import { ownSealer } from '@kernel/seal'
import { afterReport } from '../../cloudfunctions/selfReport/reportRules'
import type { Chance } from './chance'
import { inventedIdentityNumber, inventedName, inventedPhone } from './inventedPeople'
import { demoPlaces, demoPosts } from './places'

const HOUSEHOLDS = 60
const OF_ONE_GRID = 36
const HOUR_MS = 3_600_000
const MINUTE_MS = 60_000

/** A household that the demonstration tells. */
interface Plot {
  /** Who reports for it; null where the building's steward does. */
  owner: string | null
  placeId: string
  door: string
  members: MemberAnswers[]
  /** How many days ago it began to report, and how many days ago it did last: 0 is today. */
  days: [first: number, last: number]
  /** Somebody's temperature, by their place in the list, that is the same every day. */
  steady?: number
  remindHour?: number
  /** A colleague has telephoned yesterday, and nobody answered. */
  called?: boolean
}

const person = (
  name: string,
  relation: MemberAnswers['relation'],
  phone = '',
  number = '',
): MemberAnswers => ({ name, relation, phone, document: { kind: 'residentId', number } })

const home = 'qinghe-1-1-1-1'

/** The households of those who can be impersonated, each by the telephone of its owner. */
const told = (phoneOf: (openid: string) => string): Plot[] => [
  {
    owner: 'resident-waiting',
    placeId: home,
    door: '1 单元 401',
    members: [
      person('林小满', 'self', phoneOf('resident-waiting')),
      person('周望舒', 'spouse', phoneOf('resident-waiting')),
      person('林霜降', 'parent'),
      person('林知秋', 'child'),
    ],
    days: [19, 0],
    steady: 2,
    remindHour: 20,
  },
  {
    owner: 'resident-family',
    placeId: home,
    door: '1 单元 502',
    members: [
      person('苏小暑', 'self', phoneOf('resident-family')),
      person('沈同人', 'spouse', phoneOf('resident-family')),
      person('苏谷雨', 'parent'),
      person('沈如意', 'child'),
    ],
    days: [12, 1],
  },
  {
    owner: 'resident-asked',
    placeId: home,
    door: '2 单元 201',
    members: [person('赵大有', 'self', phoneOf('resident-asked')), person('吴春分', 'spouse')],
    days: [15, 0],
  },
  // His mother lives by herself and has no telephone that could report.
  {
    owner: 'resident-asked',
    placeId: 'qinghe-1-1-2-2',
    door: '1 单元 101',
    members: [person('郑白露', 'parent', inventedPhone(8090))],
    days: [15, 1],
  },
  {
    owner: null,
    placeId: home,
    door: '2 单元 102',
    members: [person('柏长乐', 'other', inventedPhone(8091)), person('陶立冬', 'other')],
    days: [10, 0],
  },
]

const companions = ['spouse', 'child', 'parent', 'relative'] as const

/** One of three has not reported today; one of ten not for days. */
function invented(chance: Chance, serial: number): Plot {
  const buildings = demoPlaces.filter(({ level }) => level === 'building')
  const ofGrid = buildings.filter(({ at }) => at.grid === 'qinghe-1-1')
  const place = chance.pick(serial < OF_ONE_GRID ? ofGrid : buildings)
  const number = () => (chance.happens(0.5) ? inventedIdentityNumber(chance) : '')
  const others = companions.slice(0, chance.below(5))
  const last = serial % 10 === 9 ? 2 + chance.below(4) : serial % 3 === 2 ? 1 : 0
  return {
    owner: `household-${serial}`,
    placeId: place._id,
    door: `${1 + chance.below(3)} 单元 ${1 + chance.below(18)}0${1 + chance.below(4)}`,
    members: [
      person(inventedName(chance), 'self', inventedPhone(7000 + serial), number()),
      ...others.map((relation) => person(inventedName(chance), relation, '', number())),
    ],
    days: [last + 3 + chance.below(18), last],
    ...(serial % 12 === 0 && { steady: 0 }),
    ...(serial % 4 === 0 && { remindHour: 19 }),
    called: last > 1 && serial < OF_ONE_GRID,
  }
}

/** The households of the demonstration as of `now`, told by the rules that a real report follows. */
export function demoHouseholds(
  chance: Chance,
  now: Date,
  phoneOf: (openid: string) => string,
): HouseholdDocument[] {
  const plots = [...told(phoneOf), ...Array.from({ length: HOUSEHOLDS }, (_, n) => invented(chance, n))]
  return plots.map((plot) => householdOf(plot, chance, now))
}

function householdOf(plot: Plot, chance: Chance, now: Date): HouseholdDocument {
  const place = demoPlaces.find(({ _id }) => _id === plot.placeId)
  if (!place) throw new Error(`no place ${plot.placeId}`)
  const today = dayOf(now)
  const [first, last] = plot.days
  const by = enteredBy(plot)
  const opening = { submission: chance.uuid(), door: plot.door, members: plot.members }
  const openedAt = instantAt(addDays(today, -first), 0)
  const opened = { ...newHousehold(opening, place, by, openedAt), remindHour: plot.remindHour ?? null }
  const reporting = Array.from({ length: first - last + 1 }, (_, n) => addDays(today, n - first))
  const reported = reporting
    // The first and the last day are told by the plot; of those between some are missed.
    .filter(
      (_on, n) => n === 0 || n === reporting.length - 1 || plot.steady !== undefined || chance.happens(0.95),
    )
    .reduce((found, on) => withReport(found, on, plot, chance, now), opened)
  return plot.called ? { ...reported, calls: [callOf(reported, chance, today)] } : reported
}

function postOf(openid: string): PostDocument {
  const post = demoPosts.find((one) => one.openid === openid)
  if (!post) throw new Error(`${openid} has no post in the demonstration`)
  return post
}

const enteredBy = ({ owner }: Pick<Plot, 'owner'>): EnteredBy =>
  owner === null ? byPost(postOf('steward')) : { actor: 'owner', account: owner, name: null }

/** Everybody is well: between 36.2 and 36.9 °C, in the morning or as long ago as today has lasted. */
function withReport(
  found: HouseholdDocument,
  on: Day,
  { owner, steady }: Plot,
  chance: Chance,
  now: Date,
): HouseholdDocument {
  const midnight = instantAt(on, 0).getTime()
  const latest = Math.min(midnight + 9 * HOUR_MS, now.getTime() - MINUTE_MS)
  const at = new Date(Math.max(midnight, latest - chance.below(2 * HOUR_MS)))
  const people = found.members.map(({ id }, index) => ({
    ...{ person: id, temperature: index === steady ? 36.5 : (362 + chance.below(8)) / 10 },
    ...{ symptoms: [], contacts: [], been: [], test: null, note: '' as const, concerns: [] },
  }))
  const how = owner === null ? ('door' as const) : ('self' as const)
  const by = enteredBy({ owner })
  const report = { submission: chance.uuid(), digest: '', at, how, by, people }
  const arrived = { on, report, vaccinations: new Map(), episodes: new Map(), registered: [] }
  return { ...found, ...afterReport(found, arrived), version: found.version + 1 }
}

function callOf(
  { _id, members }: HouseholdDocument,
  chance: Chance,
  today: Day,
): HouseholdDocument['calls'][0] {
  const { openid, name, role, at, place } = postOf('worker-1-1')
  return {
    id: chance.uuid(),
    at: new Date(instantAt(addDays(today, -1), 10).getTime() + chance.below(HOUR_MS)),
    by: { account: openid, name, role, place: residentName(at, place).names.slice(-2).join(' ') },
    person: members[0]?.id ?? '',
    reason: 'notReported',
    isVisit: false,
    result: 'noAnswer',
    words: ownSealer().seal('响了很久，没有人接', householdContext(_id)),
  }
}
