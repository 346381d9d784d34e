/** A street office after some months: nearly all registrations are decided, and some families have not reported yet today. */
import { randomUUID } from 'node:crypto'
import { dayOf } from '@contract/calendar'
import type { ReturneeStatus } from '@contract/returnee'
import { countedAs, countsAfter, type CountsDocument } from '@kernel/counts/countRules'
import { readDeclaration } from '../../local/server/declaration'
import { openStore, type DatabaseDeclaration, type Document, type Store } from '../../local/store'
import { demoPlaces, demoPosts } from '../../local/demo/places'
import { inRoot } from '../../config/root'
import type { RegistrationCase } from '@kernel/registration'
import { adoptKeysOf } from './keys'
import { registrationsUnder, type Registrations } from './registered'
import { accountOf, seed as seedHouseholds, type Reporting } from './reportingHouseholds'

/** What the acts of the bench use up: each of it once. */
export interface Supplies {
  /** Registrations that nobody has decided, with somebody on the staff who may. */
  undecided: { case: string; openid: string }[]
  families: Reporting[]
  /** Who has a registration that was decided, and a household. */
  accounts: string[]
}

export interface OfficeSize {
  cases: number
  undecided: number
  families: number
  accounts: number
}

/** One in so many cases is open: three in a hundred. */
const OPEN_ONE_IN = 33
const BATCH = 2000

/** The collections of the project, and one for what is measured beside them. */
export function officeDeclaration(): DatabaseDeclaration {
  const { collections } = readDeclaration(inRoot('config/database.json'))
  return { collections: { ...collections, scratch: {} } }
}

/**
 * Fills a data folder in which no cloud runs yet. The indexes of cases are made when all are there: kept meanwhile, they would
 * take longer for each case the more there are.
 */
export function seedOffice(data: string, size: OfficeSize): Supplies {
  const registrations = registrationsUnder(adoptKeysOf(data))
  const declaration = officeDeclaration()
  const withoutIndexes = { collections: { ...declaration.collections, cases: {} } }
  const store = openStore({ directory: data, declaration: withoutIndexes })
  store.insert('places', demoPlaces as unknown as Document[])
  store.insert('staff', demoPosts as unknown as Document[])
  for (const [name, some] of Object.entries(registrations.rulings)) store.insert(name, some)
  const counted = counting()
  for (let begun = 0; begun < size.cases; begun += BATCH)
    insert(store, counted.casesOf(batchOf(registrations, begun, Math.min(BATCH, size.cases - begun))))
  const waiting = wholeCases(registrations, size.undecided)
  const owned = wholeCases(registrations, size.accounts).map((one, n) => ({
    ...decided(one),
    owner: accountOf(n),
  }))
  insert(store, counted.casesOf([...waiting, ...owned]))
  store.insert('caseCounts', counted.counts() as unknown as Document[])
  // Every second family has reported.
  const families = seedHouseholds(store, 2 * size.families, size.families)
  store.close()
  openStore({ directory: data, declaration }).close()
  return {
    families,
    undecided: waiting.map((one) => ({ case: one._id, openid: workerAt(one) })),
    accounts: owned.map(({ owner }) => owner),
  }
}

const insert = (store: Store, cases: RegistrationCase[]) =>
  store.insert('cases', cases as unknown as Document[])

const batchOf = (registrations: Registrations, begun: number, count: number): RegistrationCase[] =>
  Array.from({ length: count }, (_, k) => {
    const waiting = { ...registrations.numbered(begun + k), owner: `resident-${begun + k}` }
    return (begun + k) % OPEN_ONE_IN === 0 ? waiting : decided(waiting)
  })

/** Counts cases as the timer would have within a minute. */
function counting() {
  const counts = new Map<string, CountsDocument>()
  return {
    counts: () => [...counts.values()],
    casesOf(cases: RegistrationCase[]): RegistrationCase[] {
      const counted = cases.map(({ uncounted: _since, ...one }) => ({
        ...one,
        counted: countedAs(one, one.openedAt),
      }))
      const recountings = counted.map(({ kind, counted: after }) => ({ kind, before: null, after }))
      for (const changed of countsAfter([...counts.values()], recountings, dayOf(new Date())))
        counts.set(changed._id, changed)
      return counted
    },
  }
}

/** As the conditional write of a decision leaves it. */
function decided(waiting: RegistrationCase): RegistrationCase {
  const [registered] = waiting.history
  if (!registered) throw new Error('a case without a history')
  const status: ReturneeStatus = 'accepted'
  const adopted = {
    ...registered,
    submission: randomUUID(),
    event: 'adopt',
    from: waiting.status,
    to: status,
  }
  const body = { ...waiting.body, outcome: waiting.body.expected ?? null }
  return { ...waiting, status, version: 2, todo: null, body, history: [registered, adopted] }
}

/** Everything in these can be opened. In all communities but the first, whose inbox is looked at. */
function wholeCases(registrations: Registrations, count: number): RegistrationCase[] {
  const homes = demoPlaces.filter(({ level, at }) => level === 'building' && at.community !== 'qinghe-1')
  return Array.from({ length: count }, (_, n) => {
    const home = homes[n % homes.length]
    if (!home) throw new Error('the demonstration has no such building')
    return registrations.whole(n, home)
  })
}

const workerAt = ({ at }: RegistrationCase): string =>
  demoPosts.find(({ role, place }) => role === 'gridWorker' && place.id === at.grid)?.openid ?? ''
