import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { addDays, dayOf, instantAt } from '@contract/calendar'
import type { Case } from '@kernel/caseEvents'
import { NOW, type CountsDocument } from '@kernel/counts/countRules'
import { placeName } from '@kernel/placeDocument'
import { counted } from '../../local/demo/counts'
import { demoPlaces } from '../../local/demo/places'
import type { Document } from '../../local/store/types'
import { startTestCloud, type TestCloud } from '../local/testCloud'
import { countFaults } from './support/counts'
import { asIntruder } from './support/intruder'
import { stored } from './support/keeping'
import { functionOf } from './support/program'
import { storedRegistration } from './support/storedRegistration'

/** The timer of the inbox, at whatever time a test says that it is. */
const program = `
  import { everyMinute } from './cloudfunctions/inbox/everyMinute'
  export const main = ({ now }) => everyMinute(new Date(now))
`

/** Registrations in several communities, every other one waiting for somebody. */
const model = storedRegistration(new Date())
const buildings = demoPlaces.filter(({ level }) => level === 'building')
const registered = Array.from({ length: 30 }, (_, n): Case => {
  const place = buildings[(n * 7) % buildings.length]!
  const todo = n % 2 === 0 ? model.todo : null
  return { ...model, _id: randomUUID(), at: place.at, place: placeName(place), todo }
})
const asCounted = counted(registered, new Date())
const today = dayOf(new Date())

let functions: string
let cloud: TestCloud
const printed: string[] = []
beforeAll(async () => {
  functions = functionOf('inbox', program, { timeout: 20 })
  const database = join(__dirname, '../../config/database.json')
  const log = (line: string) => printed.push(line)
  cloud = await startTestCloud({ functions, database, strictIndexes: true, log })
})
beforeEach(() => {
  printed.length = 0
  asIntruder(cloud, (store) => {
    for (const name of ['cases', 'caseCounts', 'jobs']) store.remove(name, {}, { multi: true })
  })
})
afterAll(async () => {
  await cloud.dispose()
  rmSync(functions, { recursive: true })
})

const put = (documents: { cases: object[]; caseCounts?: object[] }): void =>
  asIntruder(cloud, (store) => {
    for (const [name, some] of Object.entries(documents)) store.insert(name, some as Document[])
  })

/** The timer runs so many minutes after the midnight that ends today, at UTC+8. */
async function atNight(minutes: number): Promise<void> {
  const now = new Date(instantAt(addDays(today, 1), 0).getTime() + minutes * 60_000).toISOString()
  const answer = await cloud.call('inbox', { now }, 'anna')
  if ('error' in answer) throw new Error(answer.error.errMsg)
}

const counts = () => stored<CountsDocument>(cloud, 'caseCounts')
const cases = () => stored<Case>(cloud, 'cases')
const faults = () => countFaults(cases(), counts())
const mended = () => printed.filter((line) => line.includes('"recount"'))
const total = (documents: CountsDocument[], day: string, count: 'open' | 'opened') =>
  documents
    .filter((document) => document.day === day)
    .reduce((sum, document) => sum + (document.total.returnee?.[count] ?? 0), 0)
const open = registered.filter(({ todo }) => todo !== null).length

describe('every night', () => {
  it('finds nothing to mend where all is right, and says nothing', async () => {
    put(asCounted)
    await atNight(10)
    expect(faults()).toEqual([])
    expect(mended()).toEqual([])
    expect(counts().filter(({ day }) => day === NOW)).toEqual(
      asCounted.caseCounts.filter(({ day }) => day === NOW),
    )
  })

  it('keeps with the day that has ended what was open at its end', async () => {
    put(asCounted)
    await atNight(10)
    expect(total(counts(), today, 'open')).toBe(open)
    expect(total(counts(), today, 'opened')).toBe(total(asCounted.caseCounts, today, 'opened'))
    const days = counts().filter(({ day }) => day === today)
    expect(days.every(({ isEnded }) => isEnded)).toBe(true)
    expect(days.length).toBe(asCounted.caseCounts.filter(({ day }) => day === NOW).length)
  })

  it('mends sums that are wrong, and says that it did', async () => {
    const [wrong, ...others] = asCounted.caseCounts.filter(({ day }) => day === NOW)
    const ofDays = asCounted.caseCounts.filter(({ day }) => day !== NOW)
    put({
      cases: asCounted.cases,
      caseCounts: [{ ...wrong, total: { returnee: { open: 1000 } }, below: {} }, ...others, ...ofDays],
    })
    expect(faults()).not.toEqual([])
    await atNight(10)
    expect(faults()).toEqual([])
    expect(mended()).toEqual([expect.stringContaining('"cases":0,"places":1')])
  })

  it('has cases counted that were changed and not counted', async () => {
    const [first, second, ...others] = asCounted.cases.filter(({ todo }) => todo !== null)
    put({
      // As somebody leaves them who writes to the database by hand.
      cases: [{ ...first, todo: null }, { ...second, counted: undefined }, ...others],
      caseCounts: counted([first!, ...others], new Date()).caseCounts,
    })
    await atNight(10)
    expect(mended()).toEqual([expect.stringContaining('"cases":2')])
    await atNight(11)
    expect(cases().filter(({ uncounted }) => uncounted)).toEqual([])
    expect(faults()).toEqual([])
  })

  it('begins where nothing has ever been counted', async () => {
    put({ cases: registered.map(({ uncounted: _, ...one }) => one) })
    await atNight(10)
    await atNight(11)
    expect(total(counts(), NOW, 'open')).toBe(open)
    expect(cases().every((one) => one.todo === null || one.counted)).toBe(true)
  })

  it('forgets the days of which nothing is kept any more', async () => {
    const [one] = asCounted.caseCounts
    put({
      ...asCounted,
      caseCounts: [...asCounted.caseCounts, { ...one, _id: 'old', day: addDays(today, -184) }],
    })
    await atNight(10)
    expect(counts().find(({ _id }) => _id === 'old')).toBeUndefined()
  })

  it('does it once, and asks no more than that it was done', async () => {
    put(asCounted)
    await atNight(10)
    const mark = cloud.requests.mark()
    await atNight(20)
    expect(cloud.requests.since(mark).map(({ collection }) => collection)).toEqual(['cases', 'jobs'])
  })

  it('leaves the day alone before five past midnight, and after one', async () => {
    put(asCounted)
    await atNight(4)
    await atNight(60)
    expect(counts()).toHaveLength(asCounted.caseCounts.length)
  })
})
