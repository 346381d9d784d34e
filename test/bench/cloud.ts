/**
 * `npm run bench:cloud`: how long the local cloud takes, asked by the real SDK inside a function, at 100,000 documents
 * or with `--million` at 1,000,000; beside what the trial build reached, and what the SDK alone takes on this machine.
 * The data are removed afterwards.
 */
import { spawn, type ChildProcess, type ChildProcessByStdio } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { openStore } from '../../local/store'
import type { DatabaseDeclaration, Document } from '../../local/store'
import { describeFigures, figure, type Figure } from './figures'
import { openFloor, type Floor } from './floor'

const isMillion = process.argv.includes('--million')
const size = isMillion ? 1_000_000 : 100_000

const functions = join(__dirname, 'functions')

const declaration: DatabaseDeclaration = {
  collections: {
    cases: {
      indexes: [
        {
          name: 'community',
          keys: [
            ['at.community', 1],
            ['openedAt', -1],
            ['_id', 1],
          ],
          unique: false,
        },
        {
          name: 'owner',
          keys: [
            ['owner', 1],
            ['openedAt', -1],
          ],
          unique: false,
        },
      ],
    },
  },
}

/** A registration as they are: about 640 bytes. */
const caseNumber = (n: number): Document => ({
  _id: `case-${n}`,
  kind: ['returnee', 'tip', 'observation', 'need'][n % 4],
  status: 'submitted',
  version: 1,
  owner: `resident-${n}`,
  at: { district: 'd1', street: 's1', community: `community-${n % 100}`, grid: `grid-${n % 1000}` },
  openedAt: new Date(1.6e12 + n * 1000),
  subject: { person: `person-${n}`, display: '张*三' },
  todo: { role: 'grid', dueAt: new Date(1.6e12 + n * 2000) },
  body: { days: n % 14, sealed: 'x'.repeat(200), from: '420106', by: 'train', note: '无' },
  history: [{ at: new Date(1.6e12), by: 'resident', event: 'submit', to: 'submitted', hash: 'f'.repeat(64) }],
})

const BATCH = 1000

function load(directory: string): number {
  const store = openStore({ directory, declaration })
  const begun = performance.now()
  for (let n = 0; n < size; n += BATCH) {
    store.insert(
      'cases',
      Array.from({ length: BATCH }, (_case, k) => caseNumber(n + k)),
    )
  }
  const milliseconds = performance.now() - begun
  store.close()
  return milliseconds
}

interface Server {
  process: ChildProcess
  origin: string
  milliseconds: number
}

/** As `npm run cloud` starts it. */
async function start(data: string): Promise<Server> {
  const database = join(data, 'database.json')
  writeFileSync(database, JSON.stringify(declaration))
  const begun = performance.now()
  const words = ['--functions', functions, '--data', data, '--database', database, '--port', '0']
  const cloud = join(__dirname, '../../local/cloud.ts')
  const server = spawn(process.execPath, ['--import', 'tsx', cloud, ...words], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const origin = await addressOf(server)
  return { process: server, origin, milliseconds: performance.now() - begun }
}

const addressOf = (server: ChildProcessByStdio<null, Readable, null>): Promise<string> =>
  new Promise((resolve, reject) => {
    createInterface(server.stdout).on('line', (line) => {
      const origin = /listens on (\S+)/.exec(line)?.[1]
      if (origin) resolve(origin)
    })
    server.once('exit', () => reject(new Error('The local cloud did not start.')))
  })

const MEASURES: [what: string, measure: string, goes: number][] = [
  ['doc.get', 'get', 300],
  ['where + orderBy + limit 20', 'page', 200],
  ['count', 'count', 200],
  ['add', 'add', 200],
  ['doc.update', 'update', 200],
  ['runTransaction (get + update)', 'transaction', 100],
  ['1000 parallel doc.get, total', 'parallel', 5],
  ['aggregate: group over everything', 'groupAll', 3],
  ['aggregate: match on an index + group', 'groupSome', 20],
  ['equality without an index, full scan', 'scan', 5],
]

async function measure({ origin }: Server, name: string, goes: number): Promise<number> {
  const answer = await fetch(`${origin}/call/measure`, {
    method: 'POST',
    headers: { 'x-wx-openid': 'bench' },
    body: JSON.stringify({ measure: name, goes, size }),
  })
  const { result, error } = (await answer.json()) as { result?: number[]; error?: { errMsg: string } }
  if (!result) throw new Error(`${name}: ${error?.errMsg ?? 'no answer'}`)
  return median(result)
}

const median = (numbers: number[]) => numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? NaN

/** Those that a single small answer serves. */
const FLOORED = new Set(['get', 'count', 'add', 'update', 'transaction', 'parallel'])

const measureFloor = async (floor: Floor, name: string, goes: number) =>
  FLOORED.has(name) ? median(await floor.measure({ measure: name, goes, size })) : undefined

/** Megabytes; Linux tells. Without the functions, which are processes of their own. */
function peakOf(server: Server): number {
  try {
    const status = readFileSync(`/proc/${server.process.pid}/status`, 'utf8')
    return Number(/^VmHWM:\s*(\d+) kB/m.exec(status)?.[1]) / 1024
  } catch {
    return NaN
  }
}

async function run(data: string): Promise<Figure[]> {
  const loaded = load(data)
  const server = await start(data)
  const floor = await openFloor(functions)
  try {
    const figures: Figure[] = []
    for (const [what, name, goes] of MEASURES) {
      const now = await measure(server, name, goes)
      // Right after it: the load of a shared machine comes and goes.
      figures.push({ ...figure(what, now, isMillion), floor: await measureFloor(floor, name, goes) })
    }
    return [
      ...figures,
      figure('memory of the server at its peak, MB', peakOf(server), isMillion),
      figure('start to listening', server.milliseconds, isMillion),
      figure('bulk load, two indexes', loaded, isMillion),
    ]
  } finally {
    server.process.kill()
    await floor.close()
  }
}

async function main(): Promise<void> {
  const data = mkdtempSync(join(tmpdir(), 'shouwang-bench-'))
  try {
    console.log(`${size.toLocaleString('en-US')} documents; milliseconds, medians`)
    console.log(describeFigures(await run(data)))
  } finally {
    rmSync(data, { recursive: true, force: true })
  }
}

void main()
