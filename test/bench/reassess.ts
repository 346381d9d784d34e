/**
 * The section `reassess`: what a new list costs that touches one in a hundred registrations and one in ten, beside looking at
 * everybody, by the same code and with as many cases written (of people without an account, whom no message tells).
 */
import { startCloud, type Cloud } from '../../local/cloud'
import { demoMiniProgram } from '../../local/demo/miniProgram'
import { openStore, type Store } from '../../local/store'
import { builtFunctions, adoptKeysOf } from './keys'
import { officeDeclaration } from './office'
import { changeList, FEW, MANY, seed } from './registered'
import { fireUntilDone, runOf } from './runs'
import type { Section, Table } from './table'
import { inTemporaryFolder } from './temporary'

interface Run {
  seen: number
  changed: number
  milliseconds: number
  reads: number
  writes: number
}

const isRead = (action: string) => /^database\.(query|count|get|aggregate|calculate)/.test(action)

async function measured(id: string, cloud: Cloud, store: Store): Promise<Run> {
  const mark = cloud.requests.mark()
  const begun = performance.now()
  await fireUntilDone(cloud, store, id)
  const milliseconds = performance.now() - begun
  const asked = cloud.requests.since(mark).filter(({ action }) => action.startsWith('database.'))
  const reads = asked.filter(({ action }) => isRead(action)).length
  const { seen, changed } = runOf(store, id)
  return { seen, changed, milliseconds, reads, writes: asked.length - reads }
}

type Row = Table['rows'][number]

const rowOf = (what: string, run: Run, scan: Run): Row => ({
  what,
  cells: [
    ...[run.seen, run.changed, run.milliseconds, run.reads, run.writes],
    run.reads / scan.reads,
    (run.reads + run.writes) / (scan.reads + scan.writes),
    run.milliseconds / scan.milliseconds,
  ],
})

/** The same cases are changed by either: what one raises the other lowers. */
async function pairOf(what: string, county: string, cloud: Cloud, store: Store): Promise<Row[]> {
  const one = await measured(changeList(store, county, 'high', 'concerned'), cloud, store)
  const scan = await measured(changeList(store, county, 'medium', 'everybody'), cloud, store)
  return [rowOf(`${what}, by codes`, one, scan), rowOf(`${what}, full scan`, scan, scan)]
}

/** Indexes are made at once where the documents are there already. */
function seeded(data: string, size: number): void {
  const { collections } = officeDeclaration()
  const store = openStore({ directory: data, declaration: { collections: { ...collections, cases: {} } } })
  seed(store, size, adoptKeysOf(data))
  store.close()
}

async function measureAt(data: string, size: number): Promise<Table> {
  seeded(data, size)
  const database = officeDeclaration()
  const store = openStore({ directory: data, declaration: database })
  const cloud = await startCloud({
    functions: builtFunctions,
    data,
    database,
    port: 0,
    miniProgram: demoMiniProgram,
  })
  try {
    const rows = [await pairOf('1 in 100', FEW, cloud, store), await pairOf('1 in 10', MANY, cloud, store)]
    return tableOf(size, rows.flat())
  } finally {
    await cloud.stop()
    store.close()
  }
}

const tableOf = (size: number, rows: Row[]): Table => ({
  title: `A new list, ${size.toLocaleString('en-US')} registrations`,
  columns: [
    { name: 'looked at', unit: 'documents', worse: 'higher' },
    { name: 'changed', unit: 'documents', worse: null },
    { name: 'time', unit: 'ms', worse: null },
    { name: 'reads', unit: 'requests', worse: 'higher' },
    { name: 'writes', unit: 'requests', worse: 'higher' },
    { name: 'reads: scan', unit: 'times', worse: null },
    { name: 'requests: scan', unit: 'times', worse: null },
    { name: 'time: scan', unit: 'times', worse: null },
  ],
  rows,
})

export const reassess: Section = {
  name: 'reassess',
  run: async ({ full }) => [await inTemporaryFolder((data) => measureAt(data, full ? 130_000 : 5_000))],
}
