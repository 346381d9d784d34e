import { randomUUID } from 'node:crypto'
import type { Contract, InputOf } from '@contract'
import { instantAt, type Day } from '@contract/calendar'
import type { Household, MemberDraft } from '@contract/households'
import type { StoredDay, StoredReport } from '@kernel/households/householdDocument'
import { answered, type Community } from './community'
import { place } from './registrations'

type Opening = InputOf<Contract['households']['open']>

/** Four who share one telephone; two of them have shown a document. */
export const four: MemberDraft[] = [
  {
    name: '方小棠',
    phone: '13800001234',
    relation: 'self',
    document: { kind: 'residentId', number: '11010519491231002X' },
  },
  { name: '方大棠', phone: '13800001234', relation: 'parent' },
  {
    name: '方海棠',
    phone: '13800001234',
    relation: 'spouse',
    document: { kind: 'passport', number: 'E12345678' },
  },
  { name: '方棠棠', phone: '13800001234', relation: 'child' },
]

export const opening = (changes: Partial<Opening> = {}): Opening => ({
  submission: randomUUID(),
  place: place.building,
  door: '2 单元 301',
  how: 'self',
  members: four,
  ...changes,
})

export const familyOf = async (
  community: Community,
  openid: string,
  changes: Partial<Opening> = {},
): Promise<Household> => answered(await community.as(openid).households.open(opening(changes)))

/** The household as this account sees it now. */
export async function ownHousehold(community: Community, openid: string, id: string): Promise<Household> {
  const own = answered(await community.as(openid).households.mine({}))
  const found = own.find((one) => one.id === id)
  if (!found) throw new Error('it is not theirs')
  return found
}

/** An act on a household as it was at that version. */
export const onHousehold = ({ id, version }: { id: string; version: number }) => ({ household: id, version })

/** A day as a report of these values would have left it; in °C, null where it was not measured. */
export const dayWith = (on: Day, values: Record<string, number | null>): StoredDay => ({
  on,
  reports: [reportWith(values, instantAt(on, 8))],
})

export const reportWith = (values: Record<string, number | null>, at: Date): StoredReport => ({
  submission: randomUUID(),
  digest: '',
  at,
  how: 'self',
  by: { actor: 'owner', account: 'resident-1', name: null },
  people: Object.entries(values).map(([person, temperature]) => ({
    person,
    temperature,
    symptoms: [],
    contacts: [],
    been: [],
    test: null,
    note: '',
    concerns: [],
  })),
})
