import { randomUUID } from 'node:crypto'
import { fromStoredText } from '../../../local/store/storedText'
import type { Document } from '../../../local/store/types'
import type { CollectionName } from '@kernel/collections'
import { answered, type Community } from './community'
import { asIntruder } from './intruder'
import { pictureOf } from './pictures'
import { act, registered, today } from './registrations'

/** Every document of a collection. */
export const stored = <T = Document>(community: Pick<Community, 'data'>, name: CollectionName): T[] =>
  asIntruder(community, (store) => store.find(name, { filter: {} })).map((text) => fromStoredText(text) as T)

/** Sets fields of a stored document: how time passes, which no function can be made to wait for. */
export const set = (community: Community, name: CollectionName, _id: string, fields: object): void =>
  asIntruder(community, (store) => {
    store.update(name, { _id }, { $set: fields }, { multi: false })
  })

export const minutesFromNow = (minutes: number): Date => new Date(Date.now() + minutes * 60_000)

/** The period of this case was over so many minutes ago. */
export const expire = (community: Community, id: string, minutes = 1): void =>
  set(community, 'cases', id, { keepUntil: minutesFromNow(-minutes) })

export const fireTimer = async (community: Community): Promise<void> => {
  const answer = await community.cloud.fireTimer('keeping')
  if ('error' in answer) throw new Error(answer.error.errMsg)
  expect(answer.result).toEqual({ ok: true, data: null })
}

export const certificates = async (community: Community) =>
  answered(await community.as('anybody').keeping.certificates({})).certificates

const kept = [
  'cases',
  'people',
  'pictures',
  'looks',
  'lookTallies',
  'holds',
  'lifts',
  'deletionRuns',
  'deletions',
  'certificates',
  'exports',
] as const

/** As if nobody had registered yet. */
export const beginAnew = (community: Community): void =>
  asIntruder(community, (store) => {
    for (const name of kept) store.remove(name, {}, { multi: true })
  })

/** Registered with a picture, looked at by staff, and decided: everything that a case can leave behind. */
export async function eventfulCase(community: Community, openid: string, image?: Buffer): Promise<string> {
  const picture = await pictureOf(community, openid, image)
  const test = { result: 'negative' as const, takenAt: `${today} 00:00`, pictures: [picture] }
  const fresh = await registered(community, openid, { test })
  const worker = community.as('worker-1-1').returnee
  const seen = answered(await worker.reveal({ ...act(fresh), words: '电话核实' }))
  answered(await worker.accept({ ...act(seen), measure: 'noticeOnly', days: 0, words: '' }))
  return fresh.id
}

export const submission = (): string => randomUUID()

/** Everything that is stored about a case or names it, by collection. */
export const tracesOf = (community: Community, id: string): Partial<Record<CollectionName, number>> => {
  const count = (name: CollectionName, names: (document: Document) => boolean) =>
    stored(community, name).filter(names).length
  return {
    cases: count('cases', ({ _id }) => _id === id),
    people: count('people', (person) => person.case === id),
    pictures: count('pictures', (picture) => picture.case === id),
    looks: count('looks', (look) => JSON.stringify(look.cases).includes(id)),
  }
}

export const nothingLeft = { cases: 0, people: 0, pictures: 0, looks: 0 }
