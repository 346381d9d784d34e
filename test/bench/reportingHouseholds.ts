/** The households of a street office in the morning, each with four weeks of reports. */
import { randomUUID } from 'node:crypto'
import { addDays, dayOf, instantAt } from '@contract/calendar'
import { householdLimits } from '@contract/households'
import type { HouseholdDocument, StoredDay } from '@kernel/households/householdDocument'
import { oldestOf } from '@kernel/households/householdDocument'
import { newHousehold } from '@kernel/households/newHousehold'
import { demoPlaces } from '../../local/demo/places'
import type { Store } from '../../local/store'
import type { Document } from '../../local/store/types'

/** A compound with so many households, whatever the street has. */
export const FEW = { place: 'qinghe-7-3-2', households: 380 }

const today = dayOf(new Date())
const yesterday = addDays(today, -1)
const BATCH = 500

const family = (['self', 'spouse', 'child', 'parent'] as const).map((relation, n) => ({
  name: `方小${'甲乙丙丁'[n]}`,
  phone: n < 2 ? '13800001234' : '',
  relation,
  document: { kind: 'residentId' as const, number: '' },
}))

const buildings = demoPlaces.filter(({ level }) => level === 'building')
const few = buildings.filter(({ at }) => at.compound === FEW.place)
const others = buildings.filter(({ at }) => at.compound !== FEW.place)

export const accountOf = (n: number): string => `family-${n}`

/** One report a day, until yesterday or today. */
function reportedDays(found: HouseholdDocument, account: string, last: string): StoredDay[] {
  const by = { account, actor: 'owner' as const, name: null }
  return Array.from({ length: householdLimits.days - 1 }, (_, ago): StoredDay => {
    const on = addDays(last, -ago)
    const people = found.members.map(({ id }, n) => ({
      ...{ person: id, temperature: (362 + ((ago + n) % 7)) / 10, symptoms: [], contacts: [], been: [] },
      ...{ test: null, note: '' as const, concerns: [] },
    }))
    const report = { submission: randomUUID(), digest: 'x'.repeat(43), at: instantAt(on, 8), by, people }
    return { on, reports: [{ ...report, how: 'self' }] }
  })
}

function householdNumber(n: number): HouseholdDocument {
  const near = n < FEW.households ? few : others
  const place = near[n % near.length]
  if (!place) throw new Error('the demonstration has no such building')
  const account = accountOf(n)
  const by = { account, actor: 'owner' as const, name: null }
  const opening = { submission: randomUUID(), door: '2 单元 301', members: family }
  const found = newHousehold(opening, place, by, instantAt(addDays(today, -40), 8))
  const last = n % 2 ? yesterday : today
  const days = reportedDays(found, account, last)
  return { ...found, days, oldest: oldestOf(days), reportedOn: last, latest: { on: last, people: 4 } }
}

/** What somebody taps for a household whose family has not reported yet. */
export interface Reporting {
  account: string
  household: string
  people: string[]
}

/** Every second household has reported already; some of those that have not. */
export function seed(store: Store, size: number, wanted: number): Reporting[] {
  const reporting: Reporting[] = []
  for (let begun = 0; begun < size; begun += BATCH) {
    const batch = Array.from({ length: Math.min(BATCH, size - begun) }, (_, k) => householdNumber(begun + k))
    store.insert('households', batch as unknown as Document[])
    for (const { _id, accounts, members, reportedOn } of batch)
      if (reportedOn === yesterday && reporting.length < wanted)
        reporting.push({ account: accounts[0] ?? '', household: _id, people: members.map(({ id }) => id) })
  }
  return reporting
}

/** As well as yesterday. */
export const asYesterday = ({ household, people }: Reporting) => ({
  submission: randomUUID() as string,
  household,
  on: today,
  how: 'self',
  people: people.map((person) => ({
    ...{ person, temperature: '36.5', symptoms: [], contacts: [], been: [], note: '' },
  })),
})
