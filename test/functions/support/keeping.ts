import { randomUUID } from 'node:crypto'
import { addDays, instantAt } from '@contract/calendar'
import { fromStoredText } from '../../../local/store/storedText'
import type { Document } from '../../../local/store/types'
import type { Case } from '@kernel/caseEvents'
import type { CollectionName } from '@kernel/collections'
import { answered, type Community } from './community'
import { asIntruder } from './intruder'
import { pictureOf } from './pictures'
import { act, registered, today } from './registrations'

/** Every document of a collection. */
export const stored = <T = Document>(community: Pick<Community, 'data'>, name: CollectionName): T[] =>
  asIntruder(community, (store) => store.find(name, { filter: {} })).map((text) => fromStoredText(text) as T)

/** Sets fields of a stored document: how time passes, which no function can be made to wait for. */
export const set = (
  community: Pick<Community, 'data'>,
  name: CollectionName,
  _id: string,
  fields: object,
): void =>
  asIntruder(community, (store) => {
    store.update(name, { _id }, { $set: fields }, { multi: false })
  })

export const insert = (community: Community, name: CollectionName, documents: object[]): void =>
  asIntruder(community, (store) => {
    store.insert(name, documents as Document[])
  })

export const caseIds = (community: Community): string[] =>
  stored<Case>(community, 'cases').map(({ _id }) => _id)

export const caseOf = (community: Community, id: string): Case | undefined =>
  stored<Case>(community, 'cases').find(({ _id }) => _id === id)

/** The end of the day that is so many days after today. */
export const midnightAfter = (days: number): Date => instantAt(addDays(today, days + 1), 0)

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
  'households',
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

/** Registered and accepted: a measure of so many days from today, none for 0. */
export async function accepted(community: Community, openid: string, days = 0) {
  const fresh = await registered(community, openid)
  const measure = days === 0 ? ('noticeOnly' as const) : ('homeObservation' as const)
  const worker = community.as('worker-1-1').returnee
  return answered(await worker.accept({ ...act(fresh), measure, days, words: '' }))
}

/** What holds everything in one community for thirty days. */
export const holdOn = (changes: object = {}) => ({
  submission: submission(),
  place: 'qinghe-1',
  case: null as string | null,
  until: addDays(today, 30),
  words: '诉讼证据',
  ...changes,
})

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
