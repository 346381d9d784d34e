/**
 * `npm run bench:reassess`: what a new list costs with 130,000 registrations (`--size 20000` for fewer) on the local cloud,
 * where it touches one in a hundred and one in ten; beside looking at everybody, by the same code and with as many cases
 * written (of people without an account, whom no message tells). The data are removed afterwards. Needs the built functions.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { RunDocument } from '@kernel/assessment/runDocuments'
import { adoptSealer, createSealer, type Sealer } from '@kernel/seal'
import { inRoot } from '../../config/root'
import { startCloud, type Cloud } from '../../local/cloud'
import { demoMiniProgram } from '../../local/demo/miniProgram'
import { readDefinitions } from '../../local/functions/definition'
import { openSecrets } from '../../local/functions/secrets'
import { readDeclaration } from '../../local/server/declaration'
import { openStore, type Store } from '../../local/store'
import { fromStoredText } from '../../local/store/storedText'
import { changeList, FEW, MANY, seed } from './registered'

const word = process.argv.indexOf('--size')
const database = inRoot('config/database.json')
const size = word < 0 ? 130_000 : Number(process.argv[word + 1])

type Environment = Record<string, string>

interface Cost {
  what: string
  seen: number
  changed: number
  seconds: number
  reads: number
  writes: number
}

const isRead = (action: string) => /^database\.(query|count|get|aggregate)/.test(action)

const runOf = (store: Store, id: string) =>
  fromStoredText(store.find('runs', { filter: { _id: id } })[0] ?? '{}') as unknown as RunDocument

/** The timer, minute after minute, but that nobody waits for the minutes. */
async function cost(what: string, id: string, cloud: Cloud, store: Store): Promise<Cost> {
  let [reads, writes, milliseconds] = [0, 0, 0]
  while (runOf(store, id).status !== 'done') {
    const mark = cloud.requests.mark()
    const begun = performance.now()
    await cloud.fireTimer('reassessment')
    milliseconds += performance.now() - begun
    const actions = cloud.requests.since(mark).map(({ action }) => action)
    const asked = actions.filter((action) => action.startsWith('database.'))
    reads += asked.filter(isRead).length
    writes += asked.filter((action) => !isRead(action)).length
  }
  const { seen, changed } = runOf(store, id)
  return { what, seen, changed, seconds: milliseconds / 1000, reads, writes }
}

const perScan = ({ seconds, reads, writes }: Cost, scan: Cost): string[] => [
  (reads / scan.reads).toFixed(3),
  ((reads + writes) / (scan.reads + scan.writes)).toFixed(2),
  (seconds / scan.seconds).toFixed(2),
]

/** Of each pair the second is the full scan. */
function table(pairs: [Cost, Cost][]): string {
  const row = ({ what, seen, changed, seconds, reads, writes }: Cost) => [
    what,
    seen,
    changed,
    seconds.toFixed(1),
    reads,
    writes,
  ]
  const rows = pairs.flatMap(([one, scan]) => [[...row(one), ...perScan(one, scan)], row(scan)])
  const ratios = ['reads :scan', 'requests :scan', 'time :scan']
  return [['', 'seen', 'changed', 'seconds', 'reads', 'writes', ...ratios], ...rows]
    .map(([first, ...cells]) =>
      [String(first).padEnd(28), ...cells.map((cell) => String(cell).padStart(15))].join(''),
    )
    .join('\n')
}

/** The same cases are changed by either: what one raises the other lowers. */
async function pairOf(what: string, county: string, cloud: Cloud, store: Store): Promise<[Cost, Cost]> {
  const raised = changeList(store, county, 'high', 'concerned')
  const one = await cost(`${what}, by codes`, raised, cloud, store)
  const lowered = changeList(store, county, 'medium', 'everybody')
  return [one, await cost(`${what}, full scan`, lowered, cloud, store)]
}

/** Indexes are made at once where the documents are there already. */
function seeded(data: string, sealer: Sealer): void {
  const { collections } = readDeclaration(database)
  const store = openStore({ directory: data, declaration: { collections: { ...collections, cases: {} } } })
  seed(store, size, sealer)
  store.close()
}

async function main(): Promise<void> {
  const data = mkdtempSync(join(tmpdir(), 'shouwang-reassess-'))
  try {
    const functions = inRoot('dist/cloudfunctions')
    const definitions = readDefinitions(functions)
    const secrets = openSecrets(data, definitions)
    const sealer = createSealer(
      Object.assign({}, ...definitions.map((one) => secrets.of(one))) as Environment,
    )
    adoptSealer(sealer)
    seeded(data, sealer)
    const store = openStore({ directory: data, declaration: readDeclaration(database) })
    console.log(`${size.toLocaleString('en-US')} registrations`)
    const cloud = await startCloud({ functions, data, database, port: 0, miniProgram: demoMiniProgram })
    console.log(
      table([await pairOf('1 in 100', FEW, cloud, store), await pairOf('1 in 10', MANY, cloud, store)]),
    )
    await cloud.stop()
    store.close()
  } finally {
    rmSync(data, { recursive: true, force: true })
  }
}

void main()
