/**
 * `npm run bench:reports`: a morning at a street office of 38,000 households (`--size 4000` for fewer): what a family's report
 * costs, beside what the SDK alone takes for its two requests on this machine; and what staff wait for who look at the whole
 * street, beside a compound of 380. The data are removed afterwards. Needs the built functions.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { adoptSealer, createSealer } from '@kernel/seal'
import { inRoot } from '../../config/root'
import { startCloud, type Cloud } from '../../local/cloud'
import { demoMiniProgram } from '../../local/demo/miniProgram'
import { demoPlaces, demoPosts } from '../../local/demo/places'
import { readDefinitions } from '../../local/functions/definition'
import { openSecrets } from '../../local/functions/secrets'
import { readDeclaration } from '../../local/server/declaration'
import { openStore } from '../../local/store'
import type { Document } from '../../local/store/types'
import { openFloor } from './floor'
import { asYesterday, FEW, seed, type Reporting } from './reportingHouseholds'

const word = process.argv.indexOf('--size')
const size = word < 0 ? 38_000 : Number(process.argv[word + 1])
const FAMILIES = Math.min(2000, Math.floor(size / 4))
const AT_ONCE = 50
const GOES = 20

const functions = inRoot('dist/cloudfunctions')
const database = inRoot('config/database.json')

interface Row {
  what: string
  milliseconds: number
  requests?: number
  /** What the milliseconds are compared with, and what that takes. */
  beside?: [what: string, milliseconds: number]
}

const median = (numbers: number[]) => numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? NaN

/** Everything a community is made of; the families that have still to report. */
function seeded(data: string): Reporting[] {
  const definitions = readDefinitions(functions)
  const secrets = openSecrets(data, definitions)
  const environment = Object.assign({}, ...definitions.map((one) => secrets.of(one))) as Record<
    string,
    string
  >
  adoptSealer(createSealer(environment))
  const store = openStore({ directory: data, declaration: readDeclaration(database) })
  store.insert('places', demoPlaces as unknown as Document[])
  store.insert('staff', demoPosts as unknown as Document[])
  const reporting = seed(store, size, FAMILIES)
  store.close()
  return reporting
}

async function call(cloud: Cloud, openid: string, action: string, input: object): Promise<number> {
  const begun = performance.now()
  const answer = await cloud.call('selfReport', { action, input }, openid)
  const { ok = false } = ('result' in answer ? answer.result : {}) as { ok?: boolean }
  if (!ok) throw new Error(`${action}: ${JSON.stringify(answer)}`)
  return performance.now() - begun
}

const report = (cloud: Cloud, one: Reporting) => call(cloud, one.account, 'report', asYesterday(one))

/** One family after another, for half of them; then many at once. */
async function morning(cloud: Cloud, families: Reporting[], floor: number): Promise<Row[]> {
  const half = Math.floor(families.length / 2)
  const first = families[0]
  // Warms up: which policy is in force, the place.
  if (first) await report(cloud, first)
  const mark = cloud.requests.mark()
  const alone: number[] = []
  for (const one of families.slice(1, half)) alone.push(await report(cloud, one))
  const asked = cloud.requests.since(mark).filter(({ action }) => action.startsWith('database.'))
  const begun = performance.now()
  const rest = families.slice(half)
  for (let n = 0; n < rest.length; n += AT_ONCE)
    await Promise.all(rest.slice(n, n + AT_ONCE).map((one) => report(cloud, one)))
  const together = (performance.now() - begun) / rest.length
  const beside: Row['beside'] = ['two requests of the SDK alone', floor]
  return [
    { what: 'a report', milliseconds: median(alone), requests: asked.length / alone.length, beside },
    { what: `a report, ${AT_ONCE} at once`, milliseconds: together, beside },
  ]
}

const looks: [what: string, action: string, input: object][] = [
  ['progress', 'progress', {}],
  ['who has not reported, first page', 'list', { show: 'notReported' }],
  ['who has reported, first page', 'list', { show: 'reported' }],
]

async function looked(
  cloud: Cloud,
  place: string,
  [, action, input]: (typeof looks)[number],
): Promise<[number, number]> {
  const look = () => call(cloud, 'street-officer', action, { ...input, place })
  await look()
  const mark = cloud.requests.mark()
  const times: number[] = []
  for (let n = 0; n < GOES; n += 1) times.push(await look())
  return [median(times), cloud.requests.since(mark).length / GOES]
}

async function staff(cloud: Cloud): Promise<Row[]> {
  const rows: Row[] = []
  for (const look of looks) {
    const [few] = await looked(cloud, FEW.place, look)
    const [milliseconds, requests] = await looked(cloud, 'qinghe', look)
    const beside: Row['beside'] = [`the same of ${FEW.households} households`, few]
    rows.push({ what: look[0], milliseconds, requests, beside })
  }
  return rows
}

const describeRow = ({ what, milliseconds, requests, beside }: Row): string => {
  const compared = beside
    ? `${(milliseconds / beside[1]).toFixed(1).padStart(7)} x ${beside[0]} (${beside[1].toFixed(1)} ms)`
    : ''
  return [
    what.padEnd(34),
    milliseconds.toFixed(1).padStart(9),
    (requests?.toFixed(2) ?? '').padStart(9),
    compared,
  ].join('')
}

async function floorOf(): Promise<number> {
  const floor = await openFloor(join(__dirname, 'functions'))
  const read = await floor.measure({ measure: 'get', goes: 200, size })
  const write = await floor.measure({ measure: 'update', goes: 200, size })
  await floor.close()
  return median(read) + median(write)
}

async function main(): Promise<void> {
  const data = mkdtempSync(join(tmpdir(), 'shouwang-reports-'))
  try {
    const families = seeded(data)
    const floor = await floorOf()
    const cloud = await startCloud({ functions, data, database, port: 0, miniProgram: demoMiniProgram })
    const rows = [...(await morning(cloud, families, floor)), ...(await staff(cloud))]
    await cloud.stop()
    console.log(`${size.toLocaleString('en-US')} households; milliseconds (medians), database requests`)
    console.log(rows.map(describeRow).join('\n'))
  } finally {
    rmSync(data, { recursive: true, force: true })
  }
}

void main()
