/**
 * The section `store`: how long the local cloud takes for a request that the real SDK makes inside a function, beside what the
 * trial build reached, and what the SDK alone takes on this machine.
 */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { inRoot } from '../../config/root'
import { openStore } from '../../local/store'
import type { DatabaseDeclaration, Document } from '../../local/store'
import type { Call } from './acts'
import { openFloor, type Floor } from './floor'
import { forkCloud } from './forkedCloud'
import { callOnce } from './load'
import { median } from './numbers'
import type { Section, Table } from './table'
import { inTemporaryFolder } from './temporary'
import { trialOf } from './trial'

const functions = inRoot('test/bench/functions')

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

function load(directory: string, size: number): number {
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

/** Those that a single small answer serves. */
const FLOORED = new Set(['get', 'count', 'add', 'update', 'transaction', 'parallel'])

type Measure = { measure: string; goes: number; size: number }

async function measureFloor(floor: Floor, event: Measure): Promise<number | null> {
  return FLOORED.has(event.measure) ? median((await floor.call('measure', event)) as number[]) : null
}

const callOf = (event: Measure): Call => ({ name: 'measure', event, as: 'bench' })

type Row = Table['rows'][number]

/** Against what the trial build reached at this size, and against the floor. */
function row(what: string, size: number, now: number, floor: number | null = null): Row {
  const trial = trialOf(what, size)
  return { what, cells: [now, trial, trial && now / trial, floor, floor && now / floor] }
}

async function measureRows(folder: string, size: number): Promise<Row[]> {
  const data = join(folder, 'data')
  mkdirSync(data)
  const loaded = load(data, size)
  const cloud = await forkCloud({ functions, data, database: declaration })
  const floor = await openFloor(functions, folder)
  try {
    const rows: Row[] = []
    for (const [what, name, goes] of MEASURES) {
      const event = { measure: name, goes, size }
      const now = median((await callOnce(cloud.port, callOf(event))) as number[])
      // Right after it: the load of a shared machine comes and goes.
      rows.push(row(what, size, now, await measureFloor(floor, event)))
    }
    return [
      ...rows,
      row('memory of the server at its peak, MB', size, cloud.peakMegabytes()),
      row('start to listening', size, cloud.startMs),
      row('bulk load, two indexes', size, loaded),
    ]
  } finally {
    await cloud.stop()
    await floor.close()
  }
}

const tableOf = (size: number, rows: Row[]): Table => ({
  title: `Requests of the local cloud, ${size.toLocaleString('en-US')} documents; milliseconds, medians`,
  columns: [
    { name: 'now', unit: 'count', worse: null },
    { name: 'trial build', unit: 'count', worse: null },
    { name: 'ratio', unit: 'times', worse: null },
    { name: 'the SDK alone', unit: 'count', worse: null },
    { name: 'of it', unit: 'times', worse: 'higher' },
  ],
  rows,
})

export const store: Section = {
  name: 'store',
  run: async ({ full }) => {
    const tables: Table[] = []
    for (const size of full ? [100_000, 1_000_000] : [100_000])
      tables.push(tableOf(size, await inTemporaryFolder((folder) => measureRows(folder, size))))
    return tables
  },
}
