/**
 * `npm run bench:reassess`: what a new list costs with 130,000 registrations (`--size 20000` for fewer) on the local cloud,
 * where it touches one in a hundred and one in ten; beside looking at everybody by the same code. The data are removed
 * afterwards. Needs the built functions.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { RunDocument } from '@kernel/assessment/runDocuments'
import { adoptSealer, createSealer } from '@kernel/seal'
import { inRoot } from '../../config/root'
import { startCloud, type Cloud } from '../../local/cloud'
import { demoMiniProgram } from '../../local/demo/miniProgram'
import { readDefinitions } from '../../local/functions/definition'
import { openSecrets } from '../../local/functions/secrets'
import { readDeclaration } from '../../local/server/declaration'
import { openStore, type Store } from '../../local/store'
import { fromStoredText } from '../../local/store/storedText'
import { changeList, everybodyAgain, FEW, MANY, seed } from './registered'

const word = process.argv.indexOf('--size')
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
    const past = new Date(Date.now() - 180_000)
    store.update('runs', { _id: id }, { $set: { startsAt: past, turnAt: past } }, { multi: false })
  }
  const { seen, changed } = runOf(store, id)
  return { what, seen, changed, seconds: milliseconds / 1000, reads, writes }
}

function table(costs: Cost[]): string {
  const scan = costs[costs.length - 1]
  const rows = costs.map(({ what, seen, changed, seconds, reads, writes }) => [
    what,
    seen,
    changed,
    seconds.toFixed(1),
    reads,
    writes,
    scan ? (reads / scan.reads).toFixed(3) : '',
    scan ? ((reads + writes) / (scan.reads + scan.writes)).toFixed(2) : '',
    scan ? (seconds / scan.seconds).toFixed(2) : '',
  ])
  const heads = [
    '',
    'seen',
    'changed',
    'seconds',
    'reads',
    'writes',
    'reads :scan',
    'requests :scan',
    'time :scan',
  ]
  return [heads, ...rows]
    .map(([first, ...cells]) =>
      [String(first).padEnd(18), ...cells.map((cell) => String(cell).padStart(14))].join(''),
    )
    .join('\n')
}

async function main(): Promise<void> {
  const data = mkdtempSync(join(tmpdir(), 'shouwang-reassess-'))
  const database = inRoot('config/database.json')
  const store = openStore({ directory: data, declaration: readDeclaration(database) })
  try {
    const functions = inRoot('dist/cloudfunctions')
    const definitions = readDefinitions(functions)
    const secrets = openSecrets(data, definitions)
    const sealer = createSealer(
      Object.assign({}, ...definitions.map((one) => secrets.of(one))) as Environment,
    )
    adoptSealer(sealer)
    seed(store, size, sealer)
    const cloud = await startCloud({ functions, data, database, port: 0, miniProgram: demoMiniProgram })
    const costs = [
      await cost('1 in 100 touched', changeList(store, FEW), cloud, store),
      await cost('1 in 10 touched', changeList(store, MANY), cloud, store),
      await cost('everybody', everybodyAgain(store), cloud, store),
    ]
    console.log(`${size.toLocaleString('en-US')} registrations`)
    console.log(table(costs))
    await cloud.stop()
  } finally {
    store.close()
    rmSync(data, { recursive: true, force: true })
  }
}

void main()
