/**
 * The section `reports`: a morning at a street office. What a family's report costs, beside what the SDK alone takes for its two
 * requests on this machine; and what staff wait for who look at the whole street, beside a compound of 380 households.
 */
import { startCloud, type Cloud } from '../../local/cloud'
import { demoMiniProgram } from '../../local/demo/miniProgram'
import { demoPlaces, demoPosts } from '../../local/demo/places'
import { openStore } from '../../local/store'
import type { Document } from '../../local/store/types'
import { inRoot } from '../../config/root'
import { openFloor } from './floor'
import { adoptKeysOf, builtFunctions } from './keys'
import { median } from './numbers'
import { officeDeclaration } from './office'
import { asYesterday, FEW, seed, type Reporting } from './reportingHouseholds'
import type { Section, Table } from './table'
import { inTemporaryFolder } from './temporary'

const MOST_FAMILIES = 2000
const AT_ONCE = 50
const GOES = 20

/** Everything a community is made of; the families that have still to report. */
function seeded(data: string, size: number): Reporting[] {
  adoptKeysOf(data)
  const store = openStore({ directory: data, declaration: officeDeclaration() })
  store.insert('places', demoPlaces as unknown as Document[])
  store.insert('staff', demoPosts as unknown as Document[])
  const reporting = seed(store, size, Math.min(MOST_FAMILIES, Math.floor(size / 4)))
  store.close()
  return reporting
}

/** Milliseconds. */
async function call(cloud: Cloud, openid: string, action: string, input: object): Promise<number> {
  const begun = performance.now()
  const answer = await cloud.call('selfReport', { action, input }, openid)
  const { ok = false } = ('result' in answer ? answer.result : {}) as { ok?: boolean }
  if (!ok) throw new Error(`${action}: ${JSON.stringify(answer)}`)
  return performance.now() - begun
}

const report = (cloud: Cloud, one: Reporting) => call(cloud, one.account, 'report', asYesterday(one))

type Row = Table['rows'][number]

const row = (what: string, milliseconds: number, requests: number | null, beside: number): Row => ({
  what,
  cells: [milliseconds, requests, beside, milliseconds / beside],
})

const countRequests = (cloud: Cloud, mark: number) =>
  cloud.requests.since(mark).filter(({ action }) => action.startsWith('database.')).length

/** One family after another, for half of them; then many at once. */
async function morning(cloud: Cloud, families: Reporting[], floor: number): Promise<Row[]> {
  const half = Math.floor(families.length / 2)
  const first = families[0]
  // Warms up: which policy is in force, the place.
  if (first) await report(cloud, first)
  const mark = cloud.requests.mark()
  const alone: number[] = []
  for (const one of families.slice(1, half)) alone.push(await report(cloud, one))
  const asked = countRequests(cloud, mark) / alone.length
  const begun = performance.now()
  const rest = families.slice(half)
  for (let n = 0; n < rest.length; n += AT_ONCE)
    await Promise.all(rest.slice(n, n + AT_ONCE).map((one) => report(cloud, one)))
  const each = (performance.now() - begun) / rest.length
  return [
    row('a report, beside two requests of the SDK alone', median(alone), asked, floor),
    row(`a report, ${AT_ONCE} at once, beside the same`, each, null, floor),
  ]
}

const looks: [what: string, action: string, input: object][] = [
  ['progress', 'progress', {}],
  ['who has not reported, first page', 'list', { show: 'notReported' }],
  ['who has reported, first page', 'list', { show: 'reported' }],
]

/** The milliseconds and requests of one look. */
async function looked(cloud: Cloud, place: string, action: string, input: object): Promise<[number, number]> {
  const look = () => call(cloud, 'street-officer', action, { ...input, place })
  await look()
  const mark = cloud.requests.mark()
  const times: number[] = []
  for (let n = 0; n < GOES; n += 1) times.push(await look())
  return [median(times), countRequests(cloud, mark) / GOES]
}

async function staff(cloud: Cloud): Promise<Row[]> {
  const rows: Row[] = []
  for (const [what, action, input] of looks) {
    const [few] = await looked(cloud, FEW.place, action, input)
    const [milliseconds, requests] = await looked(cloud, 'qinghe', action, input)
    rows.push(row(`${what}, beside ${FEW.households} households`, milliseconds, requests, few))
  }
  return rows
}

async function floorOf(folder: string, size: number): Promise<number> {
  const floor = await openFloor(inRoot('test/bench/functions'), folder)
  const taken = async (measure: string) =>
    median((await floor.call('measure', { measure, goes: 200, size })) as number[])
  const [read, write] = [await taken('get'), await taken('update')]
  await floor.close()
  return read + write
}

async function measureAt(data: string, size: number): Promise<Table> {
  const families = seeded(data, size)
  const floor = await floorOf(data, size)
  const cloud = await startCloud({
    functions: builtFunctions,
    data,
    database: officeDeclaration(),
    port: 0,
    miniProgram: demoMiniProgram,
  })
  try {
    return tableOf(size, [...(await morning(cloud, families, floor)), ...(await staff(cloud))])
  } finally {
    await cloud.stop()
  }
}

const tableOf = (size: number, rows: Row[]): Table => ({
  title: `A morning of ${size.toLocaleString('en-US')} households; medians`,
  columns: [
    { name: 'time', unit: 'ms', worse: null },
    { name: 'requests', unit: 'requests', worse: 'higher' },
    { name: 'beside', unit: 'ms', worse: null },
    { name: 'of it', unit: 'times', worse: 'higher' },
  ],
  rows,
})

export const reports: Section = {
  name: 'reports',
  run: async ({ full }) => [await inTemporaryFolder((data) => measureAt(data, full ? 38_000 : 4_000))],
}
