import { randomUUID } from 'node:crypto'
import { addDays } from '@contract/calendar'
import type { Rule } from '@contract/policyRules'
import type { RiskArea } from '@contract/riskLevels'
import { inForceId } from '@kernel/assessment/asInForce'
import type { InForceDocument, PolicyDocument, RiskListDocument } from '@kernel/assessment/editionDocuments'
import { demoPlaces } from '../../../local/demo/places'
import type { Document } from '../../../local/store/types'
import { today } from './registrations'

const anything: Rule['when'] = {
  level: 'any',
  near: 'any',
  withinDays: null,
  symptoms: 'any',
  test: 'any',
  vaccination: 'any',
  through: 'any',
}

const rule = (id: string, name: string, when: Partial<Rule['when']>, then: Rule['then']): Rule => ({
  id,
  name,
  when: { ...anything, ...when },
  then,
  resident: `${name}：请按要求做。`,
  staff: `${name}：请核对行程。`,
})

/** Central observation after a high level, at home after a medium one, and otherwise a notice. */
export const someRules: Rule[] = [
  rule(
    'high',
    '高风险区',
    { level: 'high', near: 'area', withinDays: 14 },
    {
      countedFrom: 'leaving',
      stages: [
        { measure: 'centralObservation', days: 7, tests: [1, 3, 7] },
        { measure: 'healthMonitoring', days: 3, tests: [3] },
      ],
      temperatures: 2,
    },
  ),
  rule(
    'medium',
    '中风险区',
    { level: 'medium', near: 'county', withinDays: 14 },
    {
      countedFrom: 'leaving',
      stages: [{ measure: 'homeObservation', days: 7, tests: [1, 4, 7] }],
      temperatures: 2,
    },
  ),
  rule(
    'other',
    '其他地区',
    {},
    {
      countedFrom: 'arrival',
      stages: [{ measure: 'noticeOnly', days: 0, tests: [1] }],
      temperatures: 0,
    },
  ),
]

/** A county at risk since ten days ago. */
export const areaOf = (
  region: string,
  level: RiskArea['level'],
  changes: Partial<RiskArea> = {},
): RiskArea => ({
  region,
  name: '',
  level,
  from: addDays(today, -10),
  until: null,
  ...changes,
})

const officer = (account: string, name: string) =>
  ({ account, name, role: 'streetOfficer', at: new Date(Date.now() - 3_600_000) }) as const

const edition = (id: string, number: number) => {
  const street = demoPlaces.find(({ _id }) => _id === 'qinghe')
  if (!street) throw new Error('the demonstration has no street office')
  return {
    _id: id,
    place: { id: street._id, level: street.level, names: street.names },
    at: street.at,
    status: 'published',
    number,
    source: { text: '示例公告', link: '', publishedOn: addDays(today, -1) },
    effectiveFrom: new Date(Date.now() - 3_600_000),
    words: '示例',
    said: '',
    proposed: officer('street-officer', '顾远山'),
    published: officer('street-officer-2', '骆同舟'),
    dropped: null,
  } as const
}

const inForce = (kind: InForceDocument['kind'], id: string): InForceDocument => ({
  _id: inForceId(kind, 'qinghe'),
  kind,
  place: 'qinghe',
  published: [{ id, number: 1, effectiveFrom: new Date(Date.now() - 3_600_000) }],
})

const none = { total: 0, shown: [] }
export const nothingChanged = {
  added: none,
  removed: none,
  raised: none,
  lowered: none,
  dated: none,
  same: 0,
}

/** What a street office has published an hour ago, to open a community with. */
export function rulingDocuments(areas: RiskArea[], rules: Rule[] = someRules): Record<string, Document[]> {
  const [list, policy] = [randomUUID(), randomUUID()]
  const riskList: RiskListDocument = {
    ...edition(list, 1),
    areas,
    base: null,
    changes: nothingChanged,
  }
  const policyDocument: PolicyDocument = { ...edition(policy, 1), name: '示例政策', rules }
  return {
    riskLists: [riskList],
    policies: [policyDocument],
    inForce: [inForce('riskList', list), inForce('policy', policy)],
  } as unknown as Record<string, Document[]>
}
