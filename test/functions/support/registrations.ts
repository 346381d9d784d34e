import { randomUUID } from 'node:crypto'
import { addDays, dayOf } from '@contract/calendar'
import type { RegistrationDraft } from '@contract/returnee'
import { answered, type Community } from './community'

export const today = dayOf(new Date())

export const place = { building: 'qinghe-1-1-1-1', compound: 'qinghe-1-1-1', elsewhere: 'qinghe-2-1-1-1' }

/** A registration in which everything is in order. */
export const answersOf = (changes: Partial<RegistrationDraft> = {}): RegistrationDraft => ({
  person: {
    name: '方小棠',
    phone: '13800001234',
    document: { kind: 'residentId', number: '11010519491231002X' },
  },
  household: { place: place.building, door: '2 单元 301' },
  from: { region: '510107', detail: '菜市场旁' },
  leftOn: addDays(today, -1),
  arrivesOn: today,
  transport: { by: 'car', number: '', plate: '示A0123D' },
  companions: [
    {
      name: '方大棠',
      phone: '13800005678',
      relation: 'parent',
      document: { kind: 'residentId', number: '' },
    },
  ],
  passed: [{ region: '610113', on: addDays(today, -2) }],
  test: { result: 'negative', takenAt: `${addDays(today, -1)} 09:30` },
  symptoms: [],
  note: '到家后请打电话 13800001234',
  ...changes,
})

export const registration = (changes: Partial<RegistrationDraft> = {}) => ({
  submission: randomUUID() as string,
  purpose: 'self' as const,
  answers: answersOf(changes),
})

/** Registers somebody and says which case that is. */
export async function registered(
  community: Community,
  openid: string,
  changes: Partial<RegistrationDraft> = {},
) {
  return answered(await community.as(openid).returnee.register(registration(changes)))
}

/** An act on a case as it was at that version. */
export const act = (found: { id: string; version: number }) => ({
  case: found.id,
  version: found.version,
  submission: randomUUID() as string,
})
