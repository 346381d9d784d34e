import { randomUUID } from 'node:crypto'
import { addDays } from '@contract/calendar'
import type { PlaceDocument } from '@kernel/placeDocument'
import { Chance } from '../../../../local/demo/chance'
import { inventedIdentityNumber } from '../../../../local/demo/inventedPeople'
import { answered, type Community } from '../community'
import { empty, tipSaying, told } from '../letters'
import { pictureOf } from '../pictures'
import { answersOf, today } from '../registrations'
import { fuzzPlaces, sparePlaces } from './places'

/** What somebody has told, and nobody else has: each stands nowhere else. */
export interface Secrets {
  /** Never read by staff before they have given a reason. */
  sealed: string[]
  /** Read by all staff of the place. */
  words: string[]
}

/** Somebody whose secrets are looked for in every answer. */
export interface Watched {
  /** Their account; that of a teller of a tip is known to nobody. */
  openid: string
  secrets: Secrets
  /** Where what they have told stands. */
  documents: { collection: 'cases' | 'households'; id: string }[]
  household: string | null
  person: string | null
  picture: string | null
  receipt: string | null
  phone: string | null
}

const tenSigns = '甲乙丙丁戊己庚辛壬癸'
const signs = (index: number): string => tenSigns.charAt(index)

/** Two names of each, since a short one could be part of a longer one. */
const nameOf = (index: number, who: string): string => `阿木${signs(index)}古${who}`

/** A family of two, one of whom is unwell and has come home from a journey. */
async function family(community: Community, home: PlaceDocument, index: number): Promise<Watched> {
  const chance = new Chance(index)
  const openid = `watched-resident-${index}`
  const as = community.as(openid)
  const phone = `1391000100${index}`
  const number = inventedIdentityNumber(chance)
  const name = nameOf(index, '父')
  const door = `暗门${signs(index)}号`
  const note = `悄悄话${signs(index)}`
  const place = home._id
  const opened = answered(
    await as.households.open({
      ...{ submission: randomUUID(), place, door, how: 'self' },
      members: [
        { name, phone, relation: 'self', document: { kind: 'residentId', number } },
        { name: nameOf(index, '子'), phone: '', relation: 'child' },
      ],
    }),
  )
  const [first] = opened.members
  const person = first?.id ?? ''
  const reported = answered(
    await as.selfReport.report({
      ...{ submission: randomUUID(), household: opened.id, on: today, how: 'self' },
      people: [{ person, temperature: '38.9', symptoms: ['cough'], contacts: [], been: [], note }],
    }),
  )
  const registered = answered(
    await as.returnee.register({
      ...{ submission: randomUUID(), purpose: 'self' },
      answers: answersOf({
        person: { name, phone, document: { kind: 'residentId', number } },
        household: { place, door },
        leftOn: addDays(today, -1),
        companions: [],
        note,
      }),
    }),
  )
  const cases = [registered.id, ...reported.unwell.map(({ alert }) => alert)]
  return {
    openid,
    secrets: { sealed: [phone, number, name, nameOf(index, '子'), door], words: [note] },
    documents: [
      { collection: 'households', id: opened.id },
      ...cases.map((id) => ({ collection: 'cases' as const, id })),
    ],
    ...{ household: opened.id, person, picture: await pictureOf(community, openid), receipt: null, phone },
  }
}

async function teller(community: Community, place: string, index: number): Promise<Watched> {
  const openid = `watched-teller-${index}`
  const words = `墙根下听见${signs(index)}事`
  const receipt = await told(community, openid, { kind: 'other', place, words })
  await empty(community)
  const { _id } = tipSaying(community, words)
  return {
    openid,
    secrets: { sealed: [], words: [words] },
    documents: [{ collection: 'cases', id: _id }],
    ...{ household: null, person: null, picture: null, receipt, phone: null },
  }
}

/** Families at places beside and below one another, and tips about two of these. */
export async function watchedPeople(community: Community): Promise<Watched[]> {
  const lived = fuzzPlaces.filter(
    ({ _id, level }) => ['compound', 'building'].includes(level) && !sparePlaces.includes(_id),
  )
  const neighbours = lived.filter(({ _id }) => _id === 'building')
  const found: Watched[] = []
  for (const [index, home] of [...lived, ...neighbours].entries())
    found.push(await family(community, home, index))
  for (const [index, place] of ['building', 'other-compound'].entries())
    found.push(await teller(community, place, index))
  return found
}
