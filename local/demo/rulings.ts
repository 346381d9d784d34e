import { addDays, dayOf, type Day } from '@contract/calendar'
import type { Source } from '@contract/editions'
import { policyExamples } from '@contract/policyExamples'
import type { RiskArea } from '@contract/riskLevels'
import { asListInForce, asPolicyInForce, inForceId } from '@kernel/assessment/asInForce'
import { regionName } from '@kernel/assessment/assessRegistration'
import type {
  EditionDocument,
  InForceDocument,
  PolicyDocument,
  RiskListDocument,
} from '@kernel/assessment/editionDocuments'
import type { Ruling } from '@kernel/assessment/inForce'
import { newRun } from '@kernel/assessment/newRun'
import { placeName } from '@kernel/placeDocument'
import { changesOf } from '../../cloudfunctions/riskAreas/changeRules'
import { demoPlaces, demoStaff } from './places'

const HOUR = 3_600_000
const DAY = 24 * HOUR

/** Where somebody comes from who was in a risk area: the counties exist, everything within them is invented. */
export interface Origin {
  region: string
  detail: string
}

export const origins = {
  /** At risk since before anybody of the demonstration registered. */
  known: [
    { region: '510107', detail: '示例小区 3 栋' },
    { region: '440106', detail: '示例路 1 号院' },
    { region: '510107', detail: '示例菜市场旁' },
  ],
  /** Raised by the list of yesterday. */
  raised: { region: '410105', detail: '示例新村 7 栋' },
  /** Would be raised by the list that waits for a second officer. */
  next: { region: '420111', detail: '示例花园 2 栋' },
} as const satisfies Record<string, Origin | readonly Origin[]>

const area = (
  region: string,
  name: string,
  level: RiskArea['level'],
  from: Day,
  until: Day | null = null,
) => ({
  region,
  name,
  level,
  from,
  until,
})

/** What the lists said a fortnight ago, said yesterday, and would say next. */
function listsOn(today: Day): [first: RiskArea[], second: RiskArea[], next: RiskArea[]] {
  const ago = (days: number) => addDays(today, -days)
  const known = [
    area('510107', '示例小区', 'high', ago(20)),
    area('510107', '', 'low', ago(20)),
    area('440106', '示例路 1 号院', 'high', ago(24)),
    area('440106', '', 'low', ago(24)),
    area('420111', '', 'low', ago(18)),
    area('410105', '', 'low', ago(18)),
  ]
  const raised = area('410105', '示例新村', 'high', ago(8))
  const coming = [
    area('420111', '示例花园', 'high', ago(6)),
    area('610113', '示例巷 5 号', 'high', ago(3)),
    area('610113', '', 'low', ago(3)),
  ]
  const isOver = ({ name }: RiskArea) => name === '示例路 1 号院'
  return [
    known,
    [...known, raised],
    [...known.map((one) => (isOver(one) ? { ...one, until: ago(1) } : one)), raised, ...coming],
  ]
}

const street = demoPlaces.find(({ level }) => level === 'street')

const signedBy = (openid: string, at: Date): EditionDocument['proposed'] => {
  const { name, role } = demoStaff.find((one) => one.openid === openid) ?? {}
  if (!name || !role) throw new Error(`nobody is called ${openid}`)
  return { account: openid, name, role, at }
}

interface Written {
  id: string
  number: number | null
  words: string
  source: Source
  /** When it was published and came into force or, before that, was proposed. */
  at: Date
}

/** Proposed by one officer of the street and, when it has a number, published by the other. */
function editionOf({ id, number, words, source, at }: Written): EditionDocument {
  if (!street) throw new Error('the demonstration has no street office')
  const isPublished = number !== null
  return {
    _id: id,
    place: placeName(street),
    at: street.at,
    status: isPublished ? 'published' : 'proposed',
    number,
    source,
    effectiveFrom: at,
    words,
    said: '',
    proposed: signedBy('street-officer', isPublished ? new Date(at.getTime() - HOUR) : at),
    published: isPublished ? signedBy('street-officer-2', at) : null,
    dropped: null,
  }
}

const inForceOf = (kind: InForceDocument['kind'], published: EditionDocument[]): InForceDocument => ({
  _id: inForceId(kind, street?._id ?? ''),
  kind,
  place: street?._id ?? '',
  published: published
    .map(({ _id: id, number, effectiveFrom }) => ({ id, number: number ?? 0, effectiveFrom }))
    .reverse(),
})

/** What applied from when on, and by which edition of the list that came about. */
export interface DemoRuling {
  from: Date
  edition: { id: string; number: number }
  ruling: Ruling
}

const announced = (on: Day): Source => ({ text: '示例卫生健康部门公告（虚构）', link: '', publishedOn: on })

function listsBefore(now: Date): RiskListDocument[] {
  const written: Omit<Written, 'source'>[] = [
    {
      id: '20221112-0000-4000-8000-000000000001',
      number: 1,
      words: '按公告录入第一版',
      at: new Date(now.getTime() - 16 * DAY),
    },
    {
      id: '20221112-0000-4000-8000-000000000002',
      number: 2,
      words: '新增示例新村',
      at: new Date(now.getTime() - 20 * HOUR),
    },
    {
      id: '20221112-0000-4000-8000-000000000003',
      number: null,
      words: '按今天的公告：新增示例花园和示例巷，示例路 1 号院降级',
      at: new Date(now.getTime() - HOUR),
    },
  ]
  const areas = listsOn(dayOf(now))
  return written.map((one, index): RiskListDocument => {
    const [before = [], after = []] = [areas[index - 1], areas[index]]
    const on = dayOf(one.at)
    return {
      ...editionOf({ ...one, source: announced(on) }),
      areas: after,
      base: written[index - 1]?.id ?? null,
      changes: changesOf(before, after, on, regionName),
    }
  })
}

function policyBefore(now: Date): PolicyDocument {
  const [example] = policyExamples
  if (!example) throw new Error('there is no example of a policy')
  const { name, source, rules } = example
  const at = new Date(now.getTime() - 30 * DAY)
  const id = '20221111-0000-4000-8000-000000000001'
  return { ...editionOf({ id, number: 1, words: '按二十条措施', source, at }), name, rules }
}

/** The lists and the policy of the demonstration as of `now`: two lists published, a third waiting for the second officer. */
export function demoRulings(now: Date) {
  const policy = policyBefore(now)
  const lists = listsBefore(now)
  const published = lists.filter(({ status }) => status === 'published')
  const rulings = published.map((list): DemoRuling => ({
    from: list.effectiveFrom,
    edition: { id: list._id, number: list.number ?? 0 },
    ruling: { list: asListInForce(list), policy: asPolicyInForce(policy) },
  }))
  return {
    rulings,
    documents: {
      riskLists: lists,
      policies: [policy],
      inForce: [inForceOf('riskList', published), inForceOf('policy', [policy])],
      runs: lists
        .filter(({ status }) => status === 'proposed')
        .map((list) => newRun('forecast', 'riskList', list, list.proposed.at)),
    },
  }
}
