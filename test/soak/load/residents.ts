import { addDays } from '@contract/calendar'
import type { RegistrationDraft } from '@contract/returnee'
import type { PersonReportDraft } from '@contract/selfReport'
import { incomingPath } from '@contract/pictures'
import { newPicture } from '../../functions/support/pictures'
import { typed } from './invented'
import { newId } from './phone'
import { someBuilding, type World } from './world'

/** Counties that lists of a soak name, and one that none does. */
export const regions = ['510107', '610113', '510104'] as const

const person = ({ chance }: World) => ({
  name: typed(chance, 'name'),
  phone: typed(chance, 'phone'),
  document: { kind: 'passport' as const, number: typed(chance, 'document') },
})

function answersFor(world: World, pictures: string[]): RegistrationDraft {
  const { chance } = world
  const today = world.today()
  const companions = Array.from({ length: chance.below(3) }, () => ({
    ...person(world),
    relation: 'parent' as const,
  }))
  return {
    person: person(world),
    household: { place: someBuilding(chance), door: typed(chance, 'door') },
    from: { region: chance.pick(regions), detail: typed(chance, 'words') },
    leftOn: addDays(today, -1),
    arrivesOn: today,
    transport: { by: 'car', number: '', plate: typed(chance, 'plate') },
    companions,
    passed: [{ region: chance.pick(regions), on: addDays(today, -2) }],
    test: { result: 'negative', takenAt: `${addDays(today, -1)} 09:30`, pictures },
    symptoms: [],
    note: typed(chance, 'words'),
  }
}

/** A picture of a test; none where the upload was lost. */
async function picturesOf({ line, phones }: World, account: string): Promise<string[]> {
  const picture = newId()
  const file = await line.upload(incomingPath(picture), newPicture(), account)
  if (!file) return []
  const added = await phones.submit(account, 'pictures', 'add', { picture, file }, { id: picture })
  return added ? [added.picture] : []
}

export async function register(world: World): Promise<void> {
  const { phones, chance } = world
  const account = world.newAccount('resident')
  const pictures = chance.happens(0.3) ? await picturesOf(world, account) : []
  const input = { submission: newId(), purpose: 'self' as const, answers: answersFor(world, pictures) }
  if (await phones.submit(account, 'returnee', 'register', input)) world.registrations.push({ account })
}

/** Amends, answers, withdraws or appeals, whatever is possible. */
export async function comeBack(world: World): Promise<void> {
  const { phones, chance } = world
  if (world.registrations.length === 0) return register(world)
  const { account } = chance.pick(world.registrations)
  const [line] = (await phones.look(account, 'returnee', 'mine', {})) ?? []
  const shown = line && (await phones.look(account, 'returnee', 'show', { case: line.id }))
  if (!shown) return
  const act = { case: shown.id, version: shown.version, submission: newId() }
  const spoken = { ...act, words: typed(chance, 'words') }
  const can = (event: (typeof shown.events)[number]) => shown.events.includes(event)
  if (can('appeal')) await phones.submit(account, 'returnee', 'appeal', spoken)
  else if (can('answer')) await phones.submit(account, 'returnee', 'answer', spoken)
  else if (can('withdraw') && chance.happens(0.1))
    await phones.submit(account, 'returnee', 'withdraw', spoken)
  else if (can('amend'))
    await phones.submit(account, 'returnee', 'amend', { ...act, answers: answersFor(world, []) })
}

export async function moveIn(world: World): Promise<void> {
  const { phones, chance } = world
  const account = world.newAccount('resident')
  const members = [
    { ...person(world), relation: 'self' as const },
    ...Array.from({ length: chance.below(3) }, () => ({ ...person(world), relation: 'child' as const })),
  ]
  const where = { place: someBuilding(chance), door: typed(chance, 'door') }
  const opened = await phones.submit(account, 'households', 'open', {
    ...{ submission: newId(), how: 'self', members },
    ...where,
  })
  if (!opened) return
  const family = { account, household: opened.id, people: opened.members.map(({ id }) => id) }
  world.families.push(family)
  await reportFor(world, family)
}

const UNWELL: Partial<PersonReportDraft> = { temperature: '38.6', symptoms: ['cough'] }

async function reportFor(world: World, family: World['families'][number]): Promise<void> {
  const { phones, chance } = world
  const isUnwell = chance.happens(0.2)
  const people = family.people.map((id, n): PersonReportDraft => ({
    ...{ person: id, temperature: '36.5', symptoms: [], contacts: [], been: [], note: '' },
    ...(isUnwell && n === 0 && { ...UNWELL, note: typed(chance, 'words') }),
  }))
  const report = { submission: newId(), household: family.household, on: world.today(), how: 'self' as const }
  await phones.submit(family.account, 'selfReport', 'report', { ...report, people })
}

export const report = (world: World): Promise<void> =>
  world.families.length === 0 ? moveIn(world) : reportFor(world, world.chance.pick(world.families))
